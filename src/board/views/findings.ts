import type { Element } from 'hast'
import { h } from 'hastscript'
import { renderByRule } from '../findings/render-by-rule.ts'
import { renderPosts } from '../findings/render-posts.ts'
import { renderRules } from '../findings/render-rules.ts'
import { trendOf } from '../findings/rule-counts.ts'
import { findingsOf, type Said } from '../said.ts'
import type { BoardView } from '../view.ts'
import { count } from '../words.ts'

export const findings: BoardView = {
  id: 'findings',
  title: 'Findings',
  intro: 'What the lint says, by rule and by post.',
  render: (data) => {
    const all = findingsOf(data.said)
    if (all.length === 0 && !data.said.mended)
      return [h('p.empty', 'The lint says nothing: a stranger would find no fault.')]
    return [renderSum(data.said), renderTrend(data.said), ...renderRules(data.said), ...renderPosts(data)]
  },
  more: (data) => [{ name: 'rules', title: 'Findings, rule by rule', render: () => renderByRule(data) }],
}

function renderSum(said: Said): Element {
  const all = findingsOf(said)
  const levels = (['error', 'warning', 'suggestion'] as const).map((level) => {
    const number = all.filter((each) => each.level === level).length
    return h('span', { className: number > 0 ? [level] : [] }, count(number, level))
  })
  return h(
    'p.sum',
    levels.flatMap((level, index) => (index === 0 ? [level] : [', ', level])),
  )
}

function renderTrend(said: Said): Element {
  const trend = trendOf(said)
  if (!trend)
    return h('p.quiet', [
      'There is no baseline to hold this against. ',
      h('code', 'npm run lint -- --write-baseline'),
      ' writes one: from then on this page shows what is mended and what is new.',
    ])
  const { before, now, mended, fresh } = trend
  const difference = now - before
  return h('p', [
    `When the baseline was written there were ${before}; now there are ${now}`,
    difference === 0 ? '' : ` (${difference > 0 ? '+' : '−'}${Math.abs(difference)})`,
    `: ${mended} mended, ${fresh} new.`,
  ])
}
