import type { SearchBox } from './search-box.ts'

/** Lets the arrows go from a field to the links below it and back; Home and End to the first and last, Esc to the field. */
export function arrowKeys({ field, list }: SearchBox): void {
  const go = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const links = [...list.querySelectorAll<HTMLElement>('a')]
    const at = links.indexOf(event.target as HTMLElement)
    const next: Record<string, HTMLElement | undefined> = {
      ArrowDown: links[at + 1],
      ...(at >= 0 && { ArrowUp: links[at - 1] ?? field, Home: links[0], End: links.at(-1), Escape: field }),
    }
    if (!next[event.key]) return
    event.preventDefault()
    next[event.key]?.focus()
  }
  field.addEventListener('keydown', go)
  list.addEventListener('keydown', go)
}
