import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { figure as chartWithTable } from '../../board/charts/figure.ts'
import type { Audit } from '../audit.ts'
import { cadenceWords, count, monthWords } from '../audit-words.ts'
import type { Column } from './columns.ts'
import { columnChart } from './columns.ts'
import { swatch } from './share-bar.ts'

/** From so many points on, mending is worth much; from so many, something. */
const [much, some] = [25, 10]
/** More columns do not fit on a phone. */
const mostColumns = 48

const kinds = {
  much: `${much} points and more`,
  some: `${some} to ${much - 1}`,
  fine: `under ${some}`,
} as const
type Kind = keyof typeof kinds

/** Every dated post as part of a column: when it came, and how much mending it is worth. */
export function renderTime(audit: Audit): ElementContent[] {
  const periods = periodsOf(audit)
  if (periods.length < 2)
    return audit.isAlone ? [] : [h('p.rhythm', cadenceWords(audit.mix) || 'No post has a date.')]
  const columns = periods.map(({ tick, counts }): Column => ({ tick, counts }))
  const total = (kind: Kind) => periods.reduce((sum, { counts }) => sum + counts[kind], 0)
  const label = `Posts over time, by how much mending they are worth: ${count(total('much'), 'post')} much, ${total('some')} something, ${total('fine')} little or nothing.`
  return [
    chartWithTable(
      [
        h('figcaption', 'Every post, when it came and how much mending it is worth.'),
        columnChart(columns, { kinds: Object.keys(kinds), label }),
        h(
          'ul.legend',
          Object.entries(kinds).map(([kind, words]) => h('li', [swatch(kind), words])),
        ),
      ],
      {
        caption: 'Posts over time, by points',
        head: ['from', ...Object.values(kinds)],
        rows: periods
          .filter(({ counts }) => counts.much + counts.some + counts.fine > 0)
          .map(({ name, counts }) => [name, counts.much, counts.some, counts.fine]),
      },
    ),
    h('p.rhythm', cadenceWords(audit.mix)),
  ]
}

interface Period {
  name: string
  tick: string
  counts: Record<Kind, number>
}

/** Months, quarters or years, whichever are not too many. */
function periodsOf({ posts, mend, mix: { months }, today }: Audit): Period[] {
  const [first] = months
  if (!first) return []
  const length = [1, 3, 12].find((each) => months.length / each <= mostColumns) ?? 12
  const start = Temporal.PlainYearMonth.from(first.month)
  const from = start.subtract({ months: (start.month - 1) % length })
  const number = Math.ceil((from.until(today.slice(0, 7), { largestUnit: 'months' }).months + 1) / length)
  const scores = new Map(mend.map(({ post, score }) => [post, score]))
  const years = Math.ceil((number * length) / 12)
  const everyYears = Math.ceil(years / 6)
  const periods = Array.from({ length: number }, (_, index): Period => {
    const month = from.add({ months: index * length })
    const isYear = month.month <= length && (month.year - from.year) % everyYears === 0
    return {
      name: length === 12 ? String(month.year) : monthWords(month.toString()),
      tick: isYear ? String(month.year) : '',
      counts: { much: 0, some: 0, fine: 0 },
    }
  })
  for (const post of posts) {
    if (post.published === undefined || post.published > today) continue
    const since = from.until(post.published.slice(0, 7), { largestUnit: 'months' }).months
    const period = periods[Math.floor(since / length)]
    const score = scores.get(post) ?? 0
    if (period) period.counts[score >= much ? 'much' : score >= some ? 'some' : 'fine']++
  }
  return periods
}
