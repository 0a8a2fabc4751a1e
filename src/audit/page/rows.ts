import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { figure } from '../audit-words.ts'

/** An entry of a list: a word or a number at its side, what it is about, where it stands, and what is said of it. */
export interface Row {
  side: string
  which: ElementContent
  where: ElementContent
  said?: readonly ElementContent[]
}

/** So many are shown at once, so many more when somebody asks; the rest is in JSON. */
const shown = 8
const mostMore = 300

/** A list of which the first entries are shown, and others when it is opened. */
export function rowList(rows: readonly Row[]): ElementContent[] {
  const rest = rows.slice(shown, shown + mostMore)
  const left = rows.length - shown - rest.length
  return [
    listOf(rows.slice(0, shown)),
    ...(rest.length > 0 ? [h('details', [h('summary', `${figure(rest.length)} more`), listOf(rest)])] : []),
    ...(left > 0 ? [h('p.quiet', `And ${figure(left)} more, all of them in the JSON of this audit.`)] : []),
  ]
}

function listOf(rows: readonly Row[]): Element {
  return h(
    'ul.rows',
    rows.map(({ side, which, where, said = [] }) =>
      h('li', [
        h('span.side', side),
        ' ',
        h('span.which', which),
        ' ',
        h('span.where', where),
        ...(said.length > 0 ? [' ', h('span.said', [...said])] : []),
      ]),
    ),
  )
}
