import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { fileAnchor, ruleAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { findingsOf } from '../said.ts'
import { boardHref } from '../view.ts'
import { ruleCounts } from './rule-counts.ts'

/** Rule by rule: why it matters, and which posts it speaks of how often. */
export function renderByRule(data: BoardData): ElementContent[] {
  const titles = new Map(data.calendar.posts.map(({ file, title }) => [file, title]))
  const byRule = Map.groupBy(findingsOf(data.said), ({ rule }) => rule)
  return ruleCounts(data.said).flatMap(({ rule, summary, why, url, now }) => {
    if (now === 0) return []
    const files = [...Map.groupBy(byRule.get(rule) ?? [], ({ file }) => file)].sort(
      ([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1),
    )
    return [
      h('section.said', { id: ruleAnchor(rule) }, [
        h('h2', [rule, ' ', h('span.quiet', String(now))]),
        h('p', [
          `${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}. ${why} `,
          ...(url === '' ? [] : [h('a', { href: url }, 'More')]),
        ]),
        h(
          'ul.files',
          files.map(([file, { length }]) =>
            h('li', [
              h('a', { href: boardHref('findings', 'index', fileAnchor(file)) }, titles.get(file) ?? file),
              ' ',
              h('span.quiet', String(length)),
            ]),
          ),
        ),
      ]),
    ]
  })
}
