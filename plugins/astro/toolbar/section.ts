import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** A part of the panel that can be folded; folded, it still says the main thing. */
export function section(
  {
    id,
    title,
    main,
    isOpen = false,
    tone,
  }: {
    id: string
    title: string
    main: ElementContent[] | string
    isOpen?: boolean
    tone?: 'warn' | undefined
  },
  content: readonly ElementContent[],
): Element {
  return h('details', { dataPart: id, open: isOpen }, [
    h('summary', [h('h3', title), h('span.main', { className: tone && [tone] }, main)]),
    h('div.part', ...content),
  ])
}
