import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { DayRange } from '../../calendar/plan.ts'
import { dayOf } from '../../calendar/time.ts'
import { shortDay } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import {
  burstWords,
  filledWords,
  keptWords,
  lastWords,
  promiseWords,
  silenceWords,
} from '../cadence/cadence-words.ts'
import { daysAhead, daysBack, type Stream, streamsOf, streamWindow } from '../cadence/streams.ts'
import { strip } from '../cadence/strip.ts'
import { stripLegend } from '../cadence/strip-legend.ts'
import { figure, tableOf } from '../charts/figure.ts'
import { passedNote } from '../counted-items.ts'
import type { BoardView } from '../view.ts'

export const cadence: BoardView = {
  id: 'cadence',
  title: 'Cadence',
  intro: 'Whether the rhythm is kept: silences, bursts, missed slots, promises.',
  render,
}

function render(data: BoardData): ElementContent[] {
  const streams = streamsOf(data)
  const window = streamWindow(data.today)
  return [
    h('p.quiet', `The last ${daysBack} days, today included, and the next ${daysAhead}.`),
    tableOf({
      caption: 'How each rhythm is kept',
      isWordy: true,
      head: [
        'what goes out',
        'slots kept',
        'slots ahead filled',
        'longest silence',
        'the last one',
        'bursts',
        'promises kept',
      ],
      rows: streams.map((stream) => [
        stream.name,
        keptWords(stream),
        filledWords(stream),
        silenceWords(stream),
        lastWords(stream),
        burstWords(stream),
        promiseWords(stream),
      ]),
    }),
    ...[passedNote(data), promiseNote(streams)].flatMap((note) => (note === '' ? [] : [h('p.quiet', note)])),
    h('h2', 'Day by day'),
    stripLegend(),
    ...streams.map((stream) => renderStream(stream, window, data.today)),
  ]
}

function renderStream(stream: Stream, window: DayRange, today: string): Element {
  const { name, cadence, days } = stream
  const label = `${name}: slots kept ${keptWords(stream)}; longest silence ${silenceWords(stream)}; bursts ${burstWords(stream)}`
  return h('section.stream', [
    h('h3', name),
    figure(
      [h('div.scroll', { tabIndex: 0, role: 'group', ariaLabel: name }, strip(label, stream, window, today))],
      {
        caption: `Slots of ${name}`,
        head: ['slot', 'state', 'by'],
        rows:
          cadence.slots.length > 0
            ? cadence.slots.map(({ at, state, by }) => [
                `${shortDay(dayOf(at))} ${at.local.slice(11)}`,
                state,
                by?.id ?? '',
              ])
            : days.map((day) => [shortDay(day), day < today ? 'over' : 'ahead', '']),
      },
    ),
  ])
}

function promiseNote(streams: readonly Stream[]): string {
  const isUnknown = streams.some((stream) => stream.isUnknown)
  return [
    'A promise is kept when something goes out within a day of it.',
    'A post promises the first day that its entry named ahead of time, as git remembers it, else its planned day; a post with neither promised nothing that could be held against it.',
    isUnknown
      ? 'Whether snippets kept theirs is not known before the first export to a posting tool, nor where they go out by hand.'
      : 'A snippet kept its promise when it was handed over before its time; of what goes out by hand nothing is known.',
    'Bursts are more than twice the slots of a week within seven days.',
  ].join(' ')
}
