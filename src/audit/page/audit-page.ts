import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { renderFault } from '../../calendar/fault.ts'
import type { Audit } from '../audit.ts'
import { dayWords, figure, foundWords, limitWords, readWords } from '../audit-words.ts'
import {
  renderInsider,
  renderNoQuestion,
  renderOrphans,
  renderSelling,
  renderShared,
  renderStale,
} from './lists.ts'
import { renderMend } from './mend-list.ts'
import { renderMix } from './mix.ts'
import { renderTime } from './time-chart.ts'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** An audit as one page that needs nothing else. Whatever the posts say is text: nothing of it is ever markup. */
export function renderAuditPage(audit: Audit, styles: string): string {
  const name = audit.name ?? lastPart(audit.source)
  const title = `What strangers stumble over in ${name}`
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'generator', content: 'Coldread audit' }),
      h('title', title),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('link', { rel: 'icon', href: 'data:,' }),
      h('style', styles),
    ]),
    h('body', [
      h('header', [
        h('p.name', 'Coldread audit'),
        h('h1', ['What strangers stumble over in ', h('bdi', name)]),
        h('p.quiet', `${readWords(audit).join(' · ')} · looked at on ${dayWords(audit.today)}`),
      ]),
      h('main', [
        renderGlance(audit),
        ...renderTime(audit),
        ...[
          renderMend,
          renderInsider,
          renderSelling,
          renderShared,
          renderNoQuestion,
          renderOrphans,
          renderStale,
          renderMix,
        ].flatMap((render) => sectionOf(render(audit))),
        ...renderLimits(audit),
      ]),
    ]),
  ])
  return `${toHtml([{ type: 'doctype' }, page], { upperDoctype: true })}\n`
}

/** What was found, in figures that lead to it. */
function renderGlance(audit: Audit): ElementContent {
  return h(
    'ul.glance',
    foundWords(audit).map(({ id, number, words, more }) => {
      const inside = [
        h('strong', figure(number)),
        ' ',
        h('span', [words, ...(more === '' ? [] : [h('span.more', `, ${more}`)])]),
      ]
      return h(
        number === 0 ? 'li.none' : 'li',
        number === 0 ? h('span.tally', inside) : h('a.tally', { href: `#${id}` }, inside),
      )
    }),
  )
}

function sectionOf(content: readonly ElementContent[]): ElementContent[] {
  return content.length === 0 ? [] : [h('section', [...content])]
}

function renderLimits(audit: Audit): ElementContent[] {
  return [
    h('section.limits', [
      h('h2', 'How this was told'),
      ...limitWords(audit).map((words) => h('p', words)),
      h(
        'p',
        'By words alone, as a stranger reads them, and by links among the posts. No page was visited, nobody was asked how many people read what, and nothing was changed. It errs now and then: the places are there to look.',
      ),
      ...(audit.faults.length === 0
        ? []
        : [
            h(
              'ul.faults',
              audit.faults.map((fault) => h('li', renderFault(fault))),
            ),
          ]),
    ]),
  ]
}

function lastPart(source: string): string {
  return (
    source
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) || source
  )
}
