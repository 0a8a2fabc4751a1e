import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Entry } from '../../calendar/mix.ts'
import { isTooMuch, pendulumOf, type Swing } from '../../calendar/pendulum.ts'
import { addDays } from '../../calendar/time.ts'
import { shortDay } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import { figure } from '../charts/figure.ts'
import { percentWords } from '../charts/number-words.ts'
import { count } from '../words.ts'
import { swingChart } from './swing-chart.ts'

/** Weeks that are looked at on either side of today. */
const weeks = 12

/** Selling against the rest over half a year, today in its middle. */
export function renderPendulum(
  { calendar: { plan }, today }: BoardData,
  entries: readonly Entry[],
): ElementContent[] {
  const days = Array.from({ length: 2 * weeks + 1 }, (_, week) => addDays(today, 7 * (week - weeks)))
  const pendulum = pendulumOf(entries, plan, days)
  const { swings, target, most } = pendulum
  const now = swings[weeks] as Swing
  const isOver = (swing: Swing) => !swing.isFew && isTooMuch(swing, most)
  const next = isOver(now) ? undefined : swings.find((swing) => swing.day > today && isOver(swing))
  const chart = swings.every(({ isFew }) => isFew)
    ? h('p.empty', 'There are under eight entries in any 30 days: too few to draw.')
    : swingChart(
        `Share of entries that sell, over 30 days each, from ${shortDay(days[0] as string)} to ${shortDay(days.at(-1) as string)}`,
        pendulum,
        today,
      )
  return [
    h('p', [
      `${wordsOf(now)} in the last 30 days. The plan asks for ${percentWords(target)}; up to ${percentWords(most)} is inside the band. `,
      isOver(now)
        ? h('strong.warn', 'That is too much selling: let the next ones help, ask or answer.')
        : next
          ? h(
              'strong.warn',
              `As it is planned, ${wordsOf(next)} in the 30 days up to ${shortDay(next.day)}: too much selling.`,
            )
          : '',
    ]),
    figure(
      [
        chart,
        h(
          'figcaption',
          'Share of entries that sell, of the 30 days before each dot. Shaded: the band. Dashed: what the plan asks for. Hollow dots are ahead; where 30 days hold under eight entries, there is none.',
        ),
      ],
      {
        caption: 'Entries that sell, of 30 days each',
        head: ['30 days up to', 'sell', 'of', 'share'],
        rows: swings.map(({ day, selling, total, isFew }) => [
          shortDay(day),
          selling,
          total,
          isFew ? 'too few' : percentWords(selling / total),
        ]),
      },
    ),
  ]
}

function wordsOf({ selling, total, isFew }: Swing): string {
  if (total === 0) return 'Nothing sells, and nothing else was done,'
  const share = isFew ? '' : ` (${percentWords(selling / total)})`
  return `${selling} of ${count(total, 'entry', 'entries')}${share} ${selling === 1 ? 'sells' : 'sell'}`
}
