import type { BoardView } from '../view.ts'

export const queue: BoardView = {
  id: 'queue',
  title: 'Queue',
  intro: 'What goes out in the next 14 days, as each network would show it.',
  render: () => [],
}
