import type { BoardView } from '../view.ts'

export const mix: BoardView = {
  id: 'mix',
  title: 'Mix',
  intro: 'What the work is for, beside what the plan asks for.',
  render: () => [],
}
