import type { BoardView } from '../view.ts'

export const findings: BoardView = {
  id: 'findings',
  title: 'Findings',
  intro: 'What the lint says, by rule and by post.',
  render: () => [],
}
