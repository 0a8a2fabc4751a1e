import type { BoardView } from '../view.ts'

export const cadence: BoardView = {
  id: 'cadence',
  title: 'Cadence',
  intro: 'Whether the rhythm is kept: silences, bursts, missed slots, promises.',
  render: () => [],
}
