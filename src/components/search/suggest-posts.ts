import { addressWords } from './address-words.ts'
import { ask } from './ask.ts'
import { element } from './element.ts'
import { marked } from './hit-list.ts'
import { type ShownHit, shownHit } from './shown-hit.ts'
import { sourcesAt } from './sources-at.ts'

// The script of the page for a wrong address.
const most = 3

const form = document.querySelector<HTMLFormElement>('[data-search=lost]')
const place = document.querySelector<HTMLElement>('[data-near]')
if (form && place) suggestPosts(form, place).catch(() => {})

/**
 * Puts the posts that a wrong address most likely meant in the place of the newest ones, and its words into the field. Where
 * none are found, nothing changes. The place keeps its height, so that nothing below it moves under a reader's eyes: posts that
 * have no room there are left out, all of them where not even one has.
 * @param place a heading and a list
 */
async function suggestPosts(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const base = new URL('..', form.action).pathname
  const words = addressWords(location.pathname, base)
  const field = form.elements.namedItem('q') as HTMLInputElement
  field.defaultValue = words
  if (!words) return
  const { hits } = await ask(await sourcesAt(base), words, {}, most, true)
  const newest = [...place.children]
  const height = heightOf(place)
  place.style.minHeight = `${height}px`
  for (let count = hits.length; count > 0; count--) {
    const posts = hits.slice(0, count).map((hit) => postItem(shownHit(hit, 0)))
    place.replaceChildren(
      element('h2', {}, 'Did you mean one of these?'),
      element('ul', { class: 'posts' }, ...posts),
    )
    if (heightOf(place) <= height) return
  }
  place.replaceChildren(...newest)
}

/** In pixels, with their fractions. */
function heightOf(element: HTMLElement): number {
  return element.getBoundingClientRect().height
}

/** As `PostList` writes it. */
function postItem({ title, url, lang, answer }: ShownHit): HTMLElement {
  const link = element('a', { href: url }, title)
  return element('li', lang ? { lang } : {}, element('h3', {}, link), element('p', {}, ...marked(answer)))
}
