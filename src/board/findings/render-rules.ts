import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { ruleAnchor } from '../anchors.ts'
import type { Said } from '../said.ts'
import { boardHref } from '../view.ts'
import { type RuleCount, ruleCounts } from './rule-counts.ts'

/** A row for each rule that says something: how often, and how that stands beside the baseline. */
export function renderRules(said: Said): ElementContent[] {
  const counts = ruleCounts(said)
  const hasBaseline = said.mended !== undefined
  const most = Math.max(1, ...counts.map(({ now, mended }) => now + mended))
  const columns = ['Rule', 'Level', 'Findings', ...(hasBaseline ? ['New', 'Mended'] : []), 'Share']
  return [
    h('h2', 'By rule'),
    h(
      'table.rules',
      h(
        'thead',
        h(
          'tr',
          columns.map((words) => h('th', { scope: 'col' }, words)),
        ),
      ),
      h(
        'tbody',
        counts.map((each) => row(each, hasBaseline, most)),
      ),
    ),
  ]
}

function row(
  { rule, summary, url, level, now, fresh, mended }: RuleCount,
  hasBaseline: boolean,
  most: number,
): Element {
  const part = (className: string, count: number) =>
    count > 0 ? [h(`span.${className}`, { style: `flex-grow: ${count}` })] : []
  return h('tr', [
    h('th', { scope: 'row' }, [
      now > 0 ? h('a', { href: boardHref('findings', 'rules', ruleAnchor(rule)) }, rule) : rule,
      h('span.summary', [` ${summary} `, ...(url === '' ? [] : [h('a', { href: url }, 'about')])]),
    ]),
    h('td', { className: [level] }, level),
    h('td.number-cell', String(now)),
    ...(hasBaseline ? [h('td.number-cell', String(fresh)), h('td.number-cell', String(mended))] : []),
    h('td.bar-cell', { ariaHidden: 'true' }, [
      h('span.bar', { style: `width: ${((100 * (now + mended)) / most).toFixed(1)}%` }, [
        ...part('known', hasBaseline ? now - fresh : now),
        ...part('fresh', hasBaseline ? fresh : 0),
        ...part('mended', mended),
      ]),
    ]),
  ])
}
