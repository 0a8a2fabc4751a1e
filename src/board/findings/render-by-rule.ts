import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { ruleAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { findingsOf } from '../said.ts'
import { renderFinding } from './render-finding.ts'
import { ruleCounts } from './rule-counts.ts'

/** Every finding, rule by rule. */
export function renderByRule(data: BoardData): ElementContent[] {
  const byRule = Map.groupBy(findingsOf(data.said), ({ rule }) => rule)
  return ruleCounts(data.said).flatMap(({ rule, summary, now }) =>
    now === 0
      ? []
      : [
          h('section.said', { id: ruleAnchor(rule) }, [
            h('h2', [rule, ' ', h('span.quiet', `${now}`)]),
            h('p.quiet', summary),
            h(
              'ul',
              (byRule.get(rule) ?? []).map((finding) => renderFinding(finding, data)),
            ),
          ]),
        ],
  )
}
