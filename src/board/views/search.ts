import type { BoardView } from '../view.ts'

export const search: BoardView = {
  id: 'search',
  title: 'Search',
  intro: 'Every query that the posts answer, as a search result would show it.',
  render: () => [],
}
