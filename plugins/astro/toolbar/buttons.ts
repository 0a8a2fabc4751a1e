import type { Element } from 'hast'
import { h } from 'hastscript'
import type { SeenPlace } from './place-of-finding.ts'

/** A button that opens a file of the content in the editor. @param file path below the root */
export function openButton(file: string, line: number, column: number, label: string): Element {
  return h(
    'button.open',
    { type: 'button', dataOpen: `${file}:${line}:${column}`, title: `Open ${file}:${line} in your editor` },
    label,
  )
}

/** A button that shows where words are seen. */
export function jumpButton(place: SeenPlace, label: string): Element {
  return h('button.jump', { type: 'button', dataPlace: JSON.stringify(place) }, label)
}
