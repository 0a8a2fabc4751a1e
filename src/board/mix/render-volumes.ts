import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { BoardData } from '../board-data.ts'
import { barLegend } from '../charts/bar-legend.ts'
import { barPanel } from '../charts/bar-panel.ts'
import { figure } from '../charts/figure.ts'
import { passedNote } from '../counted-items.ts'
import { count } from '../words.ts'
import { mixWindows } from './mix-windows.ts'
import { volumeRow, volumeWords } from './volume-row.ts'
import { type Counted, channelVolumes, kindVolumes, type Volume } from './volumes.ts'

/** How much goes out by channel and by kind, over four windows. */
export function renderVolumes({ today, queue }: BoardData, counted: Counted): ElementContent[] {
  const windows = mixWindows(today)
  const missed = [...queue.states.values()].filter((state) => state === 'missed').length
  const legend = barLegend({
    thick: 'number',
    thin: 'hours, on a scale of their own',
    asked: 'what the plan asks for',
  })
  const passed = passedNote({ queue })
  return [
    h('h2', 'By channel'),
    legend,
    ...(passed === '' ? [] : [h('p.quiet', passed)]),
    ...(missed === 0
      ? []
      : [
          h(
            'p.quiet',
            `${count(missed, 'snippet')} ${missed === 1 ? 'was' : 'were'} missed, which is to say never handed over, and ${missed === 1 ? 'does' : 'do'} not count.`,
          ),
        ]),
    section(
      'By channel',
      windows.map((window) => ({ ...window, volumes: channelVolumes(counted, window) })),
      "Asked of the site: the plan's rhythm, and its hours for each post. Asked of a channel: the sum of its dimmers, and its hours. Hours on a channel are those of activities; snippets have none of their own.",
    ),
    h('h2', 'By kind'),
    legend,
    section(
      'By kind',
      windows.map((window) => ({ ...window, volumes: kindVolumes(counted, window) })),
      'Asked: the sum of the dimmers of that kind on all channels.',
    ),
  ]
}

function section(
  title: string,
  windows: readonly { title: string; volumes: readonly Volume[] }[],
  caption: string,
): Element {
  const names = [...new Set(windows.flatMap(({ volumes }) => volumes.map(({ name }) => name)))]
  const none: Omit<Volume, 'name'> = { count: 0, minutes: 0 }
  const full = windows.map((window) => ({
    ...window,
    volumes: names.map((name) => window.volumes.find((each) => each.name === name) ?? { name, ...none }),
  }))
  return figure(
    [
      h(
        'div.panels',
        full.map((each) =>
          h('div.panel', [
            h('h3', each.title),
            barPanel(`${title}, ${each.title.toLowerCase()}`, each.volumes.map(volumeRow)),
          ]),
        ),
      ),
      h('figcaption', caption),
    ],
    {
      caption: title,
      head: [title === 'By kind' ? 'kind' : 'channel', ...full.map((each) => each.title)],
      rows: names.map((name, index) => [
        name,
        ...full.map(({ volumes }) => volumeWords(volumes[index] ?? { name, ...none })),
      ]),
    },
  )
}
