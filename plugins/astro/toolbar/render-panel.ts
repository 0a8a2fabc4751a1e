import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { prose } from '../../../src/board/parts/prose.ts'
import type { Fault } from '../../../src/calendar/fault.ts'
import { openButton } from './buttons.ts'
import type { Panel } from './panel.ts'
import { section } from './section.ts'
import { cardSection } from './sections/card.ts'
import { findingsSection } from './sections/findings.ts'
import { goingLiveSection } from './sections/going-live.ts'
import { searchSection } from './sections/search.ts'
import { snippetsSection } from './sections/snippets.ts'

/**
 * The panel of a page as HTML. Whatever content says is text: nothing of it is ever markup.
 * @param panel undefined for a page that is no post
 * @param faults what keeps the last save from being shown
 * @param base path of the site below its host, without a trailing slash
 */
export function renderPanel(panel: Panel | undefined, faults: readonly Fault[], base: string): string {
  const content = panel
    ? [
        findingsSection(panel, base),
        goingLiveSection(panel),
        answerSection(),
        searchSection(panel),
        cardSection(panel, base),
        snippetsSection(panel),
      ]
    : [h('p', 'This page is no post. Open one, and what a stranger would stumble over stands here.')]
  return toHtml([h('div.top', [head(panel), h('p.said', { role: 'status' })]), ...stuck(faults), ...content])
}

function head(panel: Panel | undefined): Element {
  return h('header', [
    h('h2', { tabIndex: -1 }, panel ? 'This post' : 'Coldread'),
    ...(panel ? [openButton(panel.post.file, 1, 1, 'Open in editor')] : []),
    h('button.close', { type: 'button', dataClose: '', ariaLabel: 'Close' }, '×'),
  ])
}

function stuck(faults: readonly Fault[]): ElementContent[] {
  if (faults.length === 0) return []
  return [
    h('div.stuck', { role: 'alert' }, [
      h('p', h('strong', 'The page stays as it was until this is mended:')),
      h(
        'ul',
        faults.map(({ file, line, column, what, mend, paste }) =>
          h('li', [
            openButton(file, line, column, `${file.split('/').slice(-1)[0]}:${line}`),
            ' ',
            ...prose(`${what} — ${mend}`),
            ...(paste === undefined ? [] : [h('pre', paste)]),
          ]),
        ),
      ),
    ]),
  ]
}

/** Filled in by the page, which alone can measure it. */
function answerSection(): Element {
  return section(
    { id: 'answer', title: 'Answer on a phone', main: [h('span', { dataAnswer: '' }, 'measuring …')] },
    [h('p', { dataAnswerMore: '' })],
  )
}
