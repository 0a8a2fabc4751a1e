import type { BoardData } from './board-data.ts'
import { renderPage } from './render-page.ts'
import type { BoardView } from './view.ts'
import { views } from './views.ts'

/** Every page of the board by its path below the board's folder; its HTML is made when it is asked for. */
export function boardPages(data: BoardData): Map<string, () => string> {
  const pages = views.flatMap((view: BoardView): [string, () => string][] => [
    [`${view.id}/index.html`, () => renderPage({ view, content: view.render(data) }, data)],
    ...(view.more?.(data) ?? []).map(({ name, title, render }): [string, () => string] => [
      `${view.id}/${name}.html`,
      () => renderPage({ view, title, content: render() }, data),
    ]),
  ])
  return new Map(pages)
}
