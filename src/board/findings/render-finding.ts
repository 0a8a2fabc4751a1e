import type { Element } from 'hast'
import { h } from 'hastscript'
import { ruleAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { prose } from '../parts/prose.ts'
import { boardHref } from '../view.ts'
import type { RuleInFile } from './rules-in-file.ts'

/** Quotes of further findings that are shown beside the first. */
const shownQuotes = 8

/** What a rule says in a file: its first finding in full, the others by their words. */
export function renderFinding({ first, others, isKnown }: RuleInFile, { hrefs }: BoardData): Element {
  const { rule, level, file, line, column, message, note } = first
  return h('li.finding', { className: [level], dataRule: rule, dataFile: file, dataLine: line }, [
    h('span.level', level),
    ' ',
    h('span.message', prose(message)),
    ...(others.length > 0
      ? [
          h('p.quiet', [
            `and ${others.length} more: `,
            ...others
              .slice(0, shownQuotes)
              .flatMap((other, index) => [
                ...(index === 0 ? [] : [', ']),
                h('a', { href: hrefs.file(file, other.line, other.column) }, short(other.quote)),
              ]),
            ...(others.length > shownQuotes ? [', …'] : []),
          ]),
        ]
      : []),
    ...(note === undefined ? [] : [h('p.note', prose(note))]),
    h('p.place', [
      h('a', { href: hrefs.file(file, line, column) }, `${file.replace(/^content\//, '')}:${line}:${column}`),
      h('a', { href: boardHref('findings', 'rules', ruleAnchor(rule)) }, rule),
      ...(isKnown ? [h('span', 'known to the baseline')] : []),
    ]),
  ])
}

function short(quote: string): string {
  const words = [...quote.replace(/\s+/g, ' ').trim()]
  return words.length > 40 ? `${words.slice(0, 39).join('')}…` : words.join('') || 'here'
}
