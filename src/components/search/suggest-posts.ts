import { addressWords } from './address-words.ts'
import { ask } from './ask.ts'
import { hitItem } from './hit-list.ts'
import { type SearchBox, sourcesAt } from './search-box.ts'
import { shownHit } from './shown-hit.ts'

const shown = 3

/**
 * Puts the posts that a wrong address most likely meant in the place of the newest ones, and its words into the field. Where
 * none are found, nothing changes.
 * @param place a heading and a list
 */
export async function suggestPosts({ field, base }: SearchBox, place: Element): Promise<void> {
  const words = addressWords(location.pathname, base)
  field.value ||= words
  if (!words) return
  const { hits } = await ask(await sourcesAt(base), words, {}, shown, true)
  if (hits.length === 0) return
  place.querySelector('h2')?.replaceChildren('Did you mean one of these?')
  const posts = hits.map((hit) => hitItem({ ...shownHit(hit, 0), passages: [] }, 'page', 'h3'))
  place.querySelector('ul')?.replaceChildren(...posts)
}
