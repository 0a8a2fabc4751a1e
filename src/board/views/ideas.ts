import type { BoardView } from '../view.ts'

export const ideas: BoardView = {
  id: 'ideas',
  title: 'Ideas',
  intro: 'What to write, update, merge or answer next, and why.',
  render: () => [],
}
