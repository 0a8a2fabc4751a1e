import { setAttributes } from './element.ts'
import type { SearchBox } from './search-box.ts'

/**
 * Makes a field and its hits a combobox as WAI-ARIA 1.2 has it: the focus stays in the field, the arrows choose an option and
 * come back to the field at either end, Home and End go to the first and last one while one is chosen, Enter follows it.
 */
export function combobox({ field, list }: SearchBox): void {
  let options: HTMLElement[] = []
  let at = -1

  const choose = (next: number) => {
    options[at]?.setAttribute('aria-selected', 'false')
    at = options[next] ? next : -1
    const chosen = options[at]
    chosen?.setAttribute('aria-selected', 'true')
    chosen?.scrollIntoView({ block: 'nearest' })
    if (chosen) field.setAttribute('aria-activedescendant', chosen.id)
    else field.removeAttribute('aria-activedescendant')
  }

  setAttributes(field, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'hits',
  })
  setAttributes(list, { id: 'hits', role: 'listbox', 'aria-label': 'Answers', hidden: '' })

  list.addEventListener('shown', () => {
    choose(-1)
    options = [...list.querySelectorAll<HTMLElement>('[role=option]')]
    for (const [index, option] of options.entries()) option.id = `hit-${index}`
    list.hidden = options.length === 0
    list.scrollTop = 0
    field.setAttribute('aria-expanded', `${options.length > 0}`)
  })

  field.addEventListener('keydown', (event) => {
    const { key, isComposing } = event
    const isChosen = at >= 0
    const next: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: isChosen ? at - 1 : options.length - 1,
      ...(isChosen && { Home: 0, End: options.length - 1 }),
    }
    if (isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'Enter' && isChosen) options[at]?.click()
    else if (key in next) choose(next[key] as number)
    else return
    event.preventDefault()
  })
}
