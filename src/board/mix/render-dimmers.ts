import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { shortDay } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import { barLegend } from '../charts/bar-legend.ts'
import { type BarRow, barPanel } from '../charts/bar-panel.ts'
import { figure } from '../charts/figure.ts'
import { numberWords } from '../charts/number-words.ts'
import { type Dimmer, dimmersOf, dimmerWeeks, weeksAround } from './dimmers.ts'
import type { Counted } from './volumes.ts'

/** The bank of dimmers: what each channel is turned up to, and what goes out a week. */
export function renderDimmers({ today }: BoardData, counted: Counted): ElementContent[] {
  const dimmers = dimmersOf(counted, today)
  if (dimmers.length === 0)
    return [
      h('p.empty', [
        'No channel has dimmers. Say in the plan how much of each kind goes out, as in ',
        h('code', 'dimmers: { link: 2/week, offer: off }'),
        '.',
      ]),
    ]
  const rows = dimmers.map((dimmer) => ({ dimmer, row: dimmerRow(dimmer) }))
  const most = Math.max(
    ...rows.flatMap(({ row }) => [row.thick.value, row.thick.asked ?? 0, row.thin?.value ?? 0]),
  )
  const weeks = weeksAround(today).map(
    ({ from, to }) => `${shortDay(from).slice(4)} to ${shortDay(to).slice(4)}`,
  )
  return [
    barLegend({
      thick: `last ${dimmerWeeks} weeks, a week`,
      thin: `next ${dimmerWeeks} weeks, a week`,
      asked: 'where the dimmer stands',
    }),
    figure(
      [
        h(
          'div.panels',
          [...Map.groupBy(rows, ({ dimmer }) => dimmer.channel)].map(([channel, own]) =>
            h('div.panel', [
              h('h3', channel),
              barPanel(
                `Dimmers of ${channel}`,
                own.map(({ row }) => row),
                most,
              ),
            ]),
          ),
        ),
        h(
          'figcaption',
          'Numbers: the last four weeks, the next four, and what the dimmer asks for, each a week.',
        ),
      ],
      {
        caption: 'Snippets a week, by channel and kind',
        head: ['dimmer', 'asked', ...weeks],
        rows: rows.map(({ dimmer: { channel, kind, asked, weeks } }) => [
          `${channel}, ${kind}`,
          askedWords(asked),
          ...weeks,
        ]),
      },
    ),
  ]
}

/** Odd is what goes out though it is off, and what is asked for while nothing is ahead. */
export function dimmerRow({ kind, asked, weeks }: Dimmer): BarRow {
  const [past, ahead] = [weeks.slice(0, dimmerWeeks), weeks.slice(dimmerWeeks)].map(
    (some) => some.reduce((sum, each) => sum + each, 0) / dimmerWeeks,
  ) as [number, number]
  const isSilent = past === 0 && ahead === 0
  return {
    label: kind,
    words:
      asked === 0 && isSilent
        ? 'off'
        : `${numberWords(past)}, then ${numberWords(ahead)} · asked ${askedWords(asked)}`,
    thick: { value: past, asked: asked || undefined },
    thin: { value: ahead },
    isOdd: asked !== undefined && (asked === 0 ? !isSilent : ahead === 0),
  }
}

function askedWords(asked: number | undefined): string {
  return asked === undefined ? 'not said' : asked === 0 ? 'off' : numberWords(asked)
}
