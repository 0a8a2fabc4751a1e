import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { BoardData } from '../board-data.ts'
import { searchesOf } from '../search/query-rows.ts'
import { renderOverview } from '../search/render-overview.ts'
import { renderRow } from '../search/render-row.ts'
import { type BoardPage, type BoardView, boardHref } from '../view.ts'

/** Queries on a page. */
const mostRows = 50

export const search: BoardView = {
  id: 'search',
  title: 'Search',
  intro: 'Every query that the posts answer, as a search result would show it.',
  render: (data) => [...renderOverview(data, searchesOf(data)), ...renderRows(data, 1)],
  more(data): BoardPage[] {
    return Array.from({ length: pagesOf(data) - 1 }, (_, index) => ({
      name: pageName(index + 2),
      title: `Search, page ${index + 2}`,
      render: () => renderRows(data, index + 2),
    }))
  },
}

function renderRows(data: BoardData, page: number): ElementContent[] {
  const { rows } = searchesOf(data)
  const pages = pagesOf(data)
  if (rows.length === 0)
    return [h('h2', 'Queries'), h('p.empty', 'No post is meant to be found by strangers yet.')]
  return [
    h('h2', pages === 1 ? 'Queries' : `Queries, page ${page} of ${pages}`),
    ...rows.slice((page - 1) * mostRows, page * mostRows).map((row) => renderRow(row, data)),
    ...(pages === 1
      ? []
      : [
          h(
            'nav.pages',
            { ariaLabel: 'Pages of queries' },
            Array.from({ length: pages }, (_, index) =>
              h(
                'a',
                {
                  href: boardHref('search', pageName(index + 1)),
                  ariaCurrent: index + 1 === page ? 'page' : undefined,
                },
                `${index + 1}`,
              ),
            ),
          ),
        ]),
  ]
}

function pageName(page: number): string {
  return page === 1 ? 'index' : `page-${page}`
}

function pagesOf(data: BoardData): number {
  return Math.max(1, Math.ceil(searchesOf(data).rows.length / mostRows))
}
