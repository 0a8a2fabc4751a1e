import type { BoardView } from '../view.ts'

export const barometer: BoardView = {
  id: 'barometer',
  title: 'Barometer',
  intro: 'What is asked, where, how often.',
  render: () => [],
}
