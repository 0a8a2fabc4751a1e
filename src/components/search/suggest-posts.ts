import { addressWords } from './address-words.ts'
import { ask } from './ask.ts'
import { element } from './element.ts'
import { marked } from './hit-list.ts'
import { type SearchBox, sourcesAt } from './search-box.ts'
import { type ShownHit, shownHit } from './shown-hit.ts'

const shown = 3

/**
 * Puts the posts that a wrong address most likely meant in the place of the newest ones, and its words into the field. Where
 * none are found, nothing changes. The place keeps its height, so that nothing below it moves under a reader's eyes.
 * @param place a heading and a list
 */
export async function suggestPosts({ field, base }: SearchBox, place: HTMLElement): Promise<void> {
  const words = addressWords(location.pathname, base)
  field.value ||= words
  if (!words) return
  const { hits } = await ask(await sourcesAt(base), words, {}, shown, true)
  const list = place.querySelector('.posts')
  if (hits.length === 0 || !list) return
  const height = heightOf(place)
  place.style.minHeight = `${height}px`
  place.querySelector('h2')?.replaceChildren('Did you mean one of these?')
  list.replaceChildren(...hits.map((hit) => postItem(shownHit(hit, 0))))
  while (heightOf(place) > height && list.childElementCount > 1) list.lastElementChild?.remove()
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
