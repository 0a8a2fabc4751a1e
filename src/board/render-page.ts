import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { shortTime } from '../snippets/agenda/day-words.ts'
import type { BoardData } from './board-data.ts'
import { type BoardView, boardHref } from './view.ts'
import { views } from './views.ts'
import { writeHtml } from './write-html.ts'

/** What one page of the board shows. */
export interface PageContent {
  view: BoardView
  /** What stands in the tab; the view's title by default. */
  title?: string
  content: readonly ElementContent[]
}

/** A page of the board as HTML. Whatever content says is text: nothing of it is ever markup. */
export function renderPage({ view, title = view.title, content }: PageContent, data: BoardData): string {
  const { site } = data.calendar.plan
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', `${title} – ${site.name}`),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('link', { rel: 'icon', href: 'data:,' }),
      h('link', { rel: 'stylesheet', href: '../board.css' }),
      ...data.scripts.map((src) => h('script', { type: 'module', src })),
    ]),
    h('body', [
      h('a.skip', { href: '#main' }, 'Skip to the content'),
      h('header.board-header', [
        h('p.board-name', [
          h('strong', site.name),
          ' ',
          h('span', `as of ${shortTime(data.now, data.zone)}`),
        ]),
        h(
          'nav',
          { ariaLabel: 'Board' },
          h(
            'ul',
            views.map(({ id, title }) =>
              h(
                'li',
                h('a', { href: boardHref(id), ariaCurrent: id === view.id ? 'page' : undefined }, title),
              ),
            ),
          ),
        ),
      ]),
      h('main#main', { tabIndex: -1, dataView: view.id }, [
        h('h1', view.title),
        h('p.intro', view.intro),
        ...content,
      ]),
    ]),
  ])
  return `<!doctype html>${writeHtml(page)}`
}
