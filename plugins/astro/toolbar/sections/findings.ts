import type { Element } from 'hast'
import { h } from 'hastscript'
import { prose } from '../../../../src/board/parts/prose.ts'
import { count } from '../../../../src/board/words.ts'
import { levels } from '../../../lint/finding.ts'
import { jumpButton, openButton } from '../buttons.ts'
import type { Panel } from '../panel.ts'
import { section } from '../section.ts'

type Finding = NonNullable<Panel['findings']>[number]

/** Longer quotes are cut. */
const longest = 48

/** What a stranger would stumble over, the worst first. @param base path of the site below its host, without a trailing slash */
export function findingsSection({ findings, old, post }: Panel, base: string): Element {
  const title = 'Findings'
  if (!findings)
    return section({ id: 'findings', title, main: 'an idea is not read yet' }, [
      h('p', 'Write `status: draft`, and the lint reads along.'),
    ])
  const counts = levels.flatMap((level) => {
    const number = findings.filter((each) => each.level === level).length
    return number > 0 ? [count(number, level)] : []
  })
  const rest =
    old > 0
      ? [h('p.quiet', `${count(old, 'older finding')} stand${old === 1 ? 's' : ''} in the baseline.`)]
      : []
  return section(
    {
      id: 'findings',
      title,
      main: counts.join(', ') || 'nothing to mend',
      isOpen: findings.length > 0,
      tone: findings.length > 0 ? 'warn' : undefined,
    },
    [
      ...(findings.length > 0
        ? [
            h(
              'ol.findings',
              findings
                .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.start - b.start)
                .map((each) => item(each, post.file, base)),
            ),
          ]
        : []),
      ...rest,
    ],
  )
}

function item(
  { level, rule, quote, message, line, column, place }: Finding,
  file: string,
  base: string,
): Element {
  return h('li', { dataLevel: level }, [
    h('p.head', [
      h('span.level', level),
      jumpButton(place, `“${short(quote)}”`),
      openButton(file, line, column, `line ${line}`),
    ]),
    h(
      'p',
      h('a', { href: `${base}/rules/${rule}/`, target: '_blank' }, [...prose(message), ' ', h('u', rule)]),
    ),
  ])
}

function short(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim()
  return words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words
}
