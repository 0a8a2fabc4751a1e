import { element } from './element.ts'
import type { Chosen, Counts } from './pagefind.ts'

/** The filters of the index: what readers call each, and all of its values. */
const filters: readonly [name: string, label: string, every: string][] = [
  ['topic', 'Topic', 'All topics'],
  ['intent', 'Kind of answer', 'All kinds'],
]

/** Menus that narrow what is found. */
export interface FilterBar {
  place: HTMLElement
  chosen(): Chosen
  /** Chooses what the parameters of an address say. */
  choose(parameters: URLSearchParams): void
  /** Shows the values that a question leaves, each with its posts. A menu of one value has nothing to choose. */
  show(counts: Counts): void
}

/** Makes the menus; `changed` is called when a reader chooses. */
export function filterBar(changed: () => void): FilterBar {
  const menus = filters.map(([name, label, every]) =>
    element('select', { name, 'aria-label': label }, new Option(every, '')),
  )
  const place = element('div', { class: 'filters', hidden: '' }, ...menus)
  place.addEventListener('change', changed)
  return {
    place,
    chosen: () => Object.fromEntries(menus.flatMap(({ name, value }) => (value ? [[name, value]] : []))),
    choose(parameters) {
      for (const menu of menus) {
        const value = parameters.get(menu.name)
        if (value) menu.add(new Option(value, value, true, true))
      }
    },
    show(counts) {
      for (const menu of menus) {
        const { value: chosen } = menu
        const all = { ...(chosen && { [chosen]: 0 }), ...counts[menu.name] }
        const options = Object.entries(all).flatMap(([value, posts]) =>
          posts || value === chosen ? new Option(`${value} (${posts})`, value, false, value === chosen) : [],
        )
        menu.replaceChildren(menu.options[0] as Node, ...options)
        menu.hidden = options.length < 2 && !chosen
      }
      place.hidden = menus.every(({ hidden }) => hidden)
    },
  }
}
