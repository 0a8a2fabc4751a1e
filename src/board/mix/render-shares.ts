import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Entry } from '../../calendar/mix.ts'
import type { BoardData } from '../board-data.ts'
import { barLegend } from '../charts/bar-legend.ts'
import { type BarRow, barPanel } from '../charts/bar-panel.ts'
import { figure } from '../charts/figure.ts'
import { hourWords, percentWords } from '../charts/number-words.ts'
import { count } from '../words.ts'
import { mixWindows } from './mix-windows.ts'
import { sharedOut } from './share-rows.ts'

/** How work is shared out by purpose and by goal, over four windows. */
export function renderShares(
  { calendar: { plan }, today }: BoardData,
  entries: readonly Entry[],
): ElementContent[] {
  const windows = mixWindows(today).map((window) => ({ ...window, ...sharedOut(entries, plan, window) }))
  const undecided = windows.at(-1)?.mix.undecided ?? 0
  const section = (by: 'purposes' | 'goals', title: string, caption: string): Element => {
    const most = Math.max(
      ...windows.filter(({ mix }) => !mix.isFew).flatMap((each) => each[by].flatMap(sharesOf)),
    )
    const first = windows[0]?.[by] ?? []
    return figure(
      [
        h(
          'div.panels',
          windows.map((each) =>
            h('div.panel', [
              h('h3', each.title),
              h(
                'p.quiet',
                `${count(each.mix.total.count, 'entry', 'entries')}, ${hourWords(each.mix.total.minutes)}`,
              ),
              barPanel(`${title}, ${each.title.toLowerCase()}`, each[by], each.mix.isFew ? undefined : most),
            ]),
          ),
        ),
        h('figcaption', caption),
      ],
      {
        caption: title,
        head: [by === 'goals' ? 'goal' : 'purpose', 'asked', ...windows.map((each) => each.title)],
        rows: first.map(({ label, target }, index) => [
          label,
          percentWords(target),
          ...windows.map((each) => each[by][index]?.words ?? ''),
        ]),
      },
    )
  }
  const legend = barLegend({
    thick: 'share by number',
    thin: 'share by hours',
    asked: 'what the plan asks for',
    square: 'one entry, where there are under eight',
  })
  return [
    h('h2', 'By purpose'),
    legend,
    section('purposes', 'By purpose', 'Posts and activities. What is planned softly counts ahead of today.'),
    ...(undecided > 0
      ? [
          h(
            'p',
            `${count(undecided, 'post')} of the next 90 days ${undecided === 1 ? 'does' : 'do'} not say what ${undecided === 1 ? 'it is' : 'they are'} for, and ${undecided === 1 ? 'is' : 'are'} in no share: add purpose to ${undecided === 1 ? 'its entry' : 'their entries'}.`,
          ),
        ]
      : []),
    h('h2', 'By goal'),
    legend,
    section(
      'goals',
      'By goal',
      "What is asked follows from the mix: awareness and sales are for strangers, community and service for customers, listening for the plan's own goal.",
    ),
  ]
}

function sharesOf({ thick, thin }: BarRow): number[] {
  return [thick, thin].flatMap((bar) => (bar ? [bar.value, bar.asked ?? 0] : []))
}
