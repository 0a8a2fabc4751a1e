import { type Answer, ask } from './ask.ts'
import { element } from './element.ts'
import { type FilterBar, filterBar } from './filter-bar.ts'
import { hitItem, type Kind, lineItem } from './hit-list.ts'
import { report } from './report.ts'
import { shownHit } from './shown-hit.ts'
import { sourcesAt } from './sources-at.ts'

/** So long after the last key, in milliseconds, a search begins. */
const pause = 30
/** A search that takes longer than this is said to be under way. */
const patience = 400

const failure = import.meta.env.DEV
  ? 'Only a built site can be searched: npm run build, then npm run preview.'
  : 'The search could not be loaded. Check your connection and try again.'

/** Places to read on in the nearest post; the others show one. */
const mostPassages = 3

/** A field, and below it what its words find. */
export interface SearchBox {
  field: HTMLInputElement
  filters: FilterBar
  /** What was found. An event `shown` tells that it changed. */
  list: HTMLElement
  /** Path of the site: `/docs/`. */
  base: string
  /** Shows what the field's words find. */
  search(): Promise<void>
}

/**
 * Makes a field search as its reader types.
 * @param form the field's; the element after it takes what is found
 * @param step so many posts are shown at first, and so many more when asked for
 */
export function searchBox(form: HTMLFormElement, kind: Kind, step: number): SearchBox {
  const field = form.elements.namedItem('q') as HTMLInputElement
  const place = form.parentElement?.querySelector('.found') as HTMLElement
  const status = place.querySelector('[role=status]') as HTMLElement
  const list = element(kind === 'page' ? 'ul' : 'div', { class: 'hits' })
  const filters = filterBar(() => search())
  const before = [...place.children].filter((child) => child !== status)
  const base = new URL('..', form.action).pathname
  status.after(filters.place)
  place.append(list)

  let turn = 0
  let most = step

  async function search(): Promise<void> {
    const question = field.value.trim()
    const mine = ++turn
    if (!question) {
      filters.show({})
      return put('')
    }
    const waiting = setTimeout(() => mine === turn && put('Searching…'), patience)
    try {
      const answer = await ask(await sourcesAt(base), question, filters.chosen(), most)
      // Pagefind takes what it cannot fetch for empty.
      if (answer.count === 0 && !navigator.onLine) throw new Error('offline')
      if (mine === turn) showAnswer(answer, question)
    } catch {
      if (mine === turn) put(failure, [topics()])
    } finally {
      clearTimeout(waiting)
    }
  }

  function showAnswer(answer: Answer, question: string) {
    const chosen = filters.chosen()
    const isFiltered = Object.keys(chosen).length > 0
    const address = (words: string) => `${form.action}?${new URLSearchParams({ q: words, ...chosen })}`
    filters.show(answer.counts)
    const items = answer.hits.map((hit, at) => hitItem(shownHit(hit, at === 0 ? mostPassages : 1), kind))
    if (answer.meant) items.unshift(meant(answer.meant, address(answer.meant)))
    if (answer.count === 0) items.push(topics())
    if (answer.count > answer.hits.length) items.push(more(answer.count, address(question)))
    put(report(answer, question, isFiltered), items)
  }

  function put(words: string, items: HTMLElement[] = []) {
    for (const child of before) child.toggleAttribute('hidden', words !== '')
    status.textContent = words
    list.replaceChildren(...items)
    list.dispatchEvent(new Event('shown'))
  }

  const topics = () => lineItem('Look through all topics', `${base}topics/`, kind)

  function meant(words: string, address: string) {
    const item = lineItem(`Did you mean “${words}”?`, address, kind)
    item.addEventListener('click', (event) => {
      event.preventDefault()
      field.value = words
      field.focus()
      search()
    })
    return item
  }

  function more(count: number, address: string) {
    if (kind === 'options') return lineItem(`All ${count} answers`, address, kind)
    const button = element('button', { type: 'button' }, 'More answers')
    button.addEventListener('click', async () => {
      const old = list.querySelectorAll('.hit').length
      most += step
      await search()
      list.querySelectorAll<HTMLElement>('.hit')[old]?.querySelector('a')?.focus()
    })
    return element('li', { class: 'more' }, button)
  }

  let typing: ReturnType<typeof setTimeout>
  field.addEventListener('input', () => {
    most = step
    clearTimeout(typing)
    typing = setTimeout(search, pause)
  })
  // Errors are told when something is searched.
  sourcesAt(base).catch(() => {})
  return { field, filters, list, base, search }
}
