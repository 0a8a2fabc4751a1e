import { type SearchBox, searchBox } from './search-box.ts'

/** So many posts are shown at first. */
const shown = 10

/** Makes the search page search for what its address asks, and keeps the address in step, so that the way back leads here. */
export function searchPage(form: HTMLFormElement): SearchBox {
  const box = searchBox(form, 'page', shown)
  const { field, filters, list, search } = box
  const asked = new URLSearchParams(location.search)
  field.value ||= asked.get('q') ?? ''
  filters.choose(asked)
  list.addEventListener('shown', () => {
    const words = field.value.trim()
    const now = new URLSearchParams({ ...(words && { q: words }), ...filters.chosen() }).toString()
    history.replaceState(null, '', now ? `?${now}` : location.pathname)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    search()
  })
  return box
}
