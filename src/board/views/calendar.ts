import type { BoardView } from '../view.ts'

export const calendar: BoardView = {
  id: 'calendar',
  title: 'Calendar',
  intro: 'What goes out when: posts, snippets and other work.',
  render: () => [],
}
