import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { numberWords } from './number-words.ts'

/** A cell: words, or a number to be set flush right and rounded. */
export type Cell = string | number | readonly (string | ElementContent)[]

/** A table. The first cell of each row names it. */
export interface Table {
  caption: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** Its cells hold words: on phones each row is a card, whose cells name themselves. */
  isWordy?: boolean
}

/** A chart with its table below, to be opened. */
export function figure(chart: readonly ElementContent[], table: Table): Element {
  return h('figure.chart', [
    ...chart,
    h('details.chart-table', [h('summary', 'The same as a table'), tableOf(table)]),
  ])
}

/** A table that scrolls where it does not fit. */
export function tableOf({ caption, head, rows, isWordy = false }: Table): Element {
  return h(
    isWordy ? 'div.scroll.numbers.wordy' : 'div.scroll.numbers',
    { tabIndex: 0, role: 'group', ariaLabel: caption },
    [
      h('table', [
        h('caption', caption),
        h(
          'thead',
          h(
            'tr',
            head.map((words, column) =>
              words === ''
                ? h('td')
                : h(isNumber(rows[0]?.[column]) ? 'th.number-cell' : 'th', { scope: 'col' }, words),
            ),
          ),
        ),
        h(
          'tbody',
          rows.map(([name = '', ...cells]) =>
            h('tr', [
              h('th', { scope: 'row' }, inside(name)),
              ...cells.map((cell, index) =>
                h(
                  isNumber(cell) ? 'td.number-cell' : 'td',
                  { dataHead: isWordy ? head[index + 1] : undefined },
                  inside(cell),
                ),
              ),
            ]),
          ),
        ),
      ]),
    ],
  )
}

function isNumber(cell: Cell | undefined): boolean {
  return typeof cell === 'number'
}

function inside(cell: Cell): (string | ElementContent)[] {
  if (typeof cell === 'number') return [numberWords(cell)]
  return typeof cell === 'string' ? [cell] : [...cell]
}
