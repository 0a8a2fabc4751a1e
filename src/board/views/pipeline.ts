import type { BoardView } from '../view.ts'

export const pipeline: BoardView = {
  id: 'pipeline',
  title: 'Pipeline',
  intro: 'How far each post is, and what it needs to move on.',
  render: () => [],
}
