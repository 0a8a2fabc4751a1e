import type { Element } from 'hast'
import { h } from 'hastscript'
import type { BoardData } from '../board-data.ts'
import { prose } from '../parts/prose.ts'
import type { SaidFinding } from '../said.ts'

/** What the lint says of a place, with its reason. */
export function renderFinding(finding: SaidFinding, { hrefs, said }: BoardData): Element {
  const { rule, level, file, line, column, message, note, isKnown } = finding
  const url = said.rules.get(rule)?.url
  return h('li.finding', { className: [level], dataRule: rule, dataFile: file, dataLine: line }, [
    h('span.level', level),
    ' ',
    h('span.message', prose(message)),
    h('p.place', [
      h('a', { href: hrefs.file(file, line, column) }, `${file.replace(/^content\//, '')}:${line}:${column}`),
      ' ',
      url ? h('a', { href: url }, rule) : rule,
      ...(isKnown ? [' ', h('span', 'known to the baseline')] : []),
    ]),
    ...(note === '' ? [] : [h('details', [h('summary', 'Why'), h('p', prose(note))])]),
  ])
}
