import { element } from './element.ts'
import type { Piece } from './pieces.ts'
import type { ShownHit, ShownPassage } from './shown-hit.ts'

/**
 * How hits are shown. On a page they are its text: headings and links, to be read and tabbed through. Below the dialog's field
 * they are the listbox of a combobox: each link is an option, since an option may hold no link, and each post a group of them.
 */
export type Kind = 'page' | 'options'

/** A post that was found: its question as a heading, its answer, then passages. */
export function hitItem({ title, url, lang, answer, passages }: ShownHit, kind: Kind): HTMLElement {
  const isPage = kind === 'page'
  return element(
    isPage ? 'li' : 'div',
    { class: 'hit', ...(lang && { lang }), ...(!isPage && { role: 'group', 'aria-label': title }) },
    entry(kind, url, element(isPage ? 'h2' : 'b', {}, title), element('p', {}, ...marked(answer))),
    ...passages.map((passage) => passageEntry(passage, kind)),
  )
}

/** A line that leads somewhere else. */
export function lineItem(words: string, url: string, kind: Kind): HTMLElement {
  return element(kind === 'page' ? 'li' : 'div', { class: 'line' }, entry(kind, url, element('b', {}, words)))
}

function passageEntry({ heading, url, text }: ShownPassage, kind: Kind): HTMLElement {
  const words = element('span', {}, ...marked(text))
  const made = heading
    ? entry(kind, url, element(kind === 'page' ? 'h3' : 'b', {}, ...marked(heading)), words)
    : entry(kind, url, words)
  made.classList.add('passage')
  return made
}

/** All of an entry leads to its address. On a page the link is its first words, so that its name is short. */
function entry(kind: Kind, url: string, first: HTMLElement, ...rest: HTMLElement[]): HTMLElement {
  if (kind === 'options') {
    const role = { role: 'option', 'aria-selected': 'false', tabindex: '-1' }
    return element('a', { class: 'entry', href: url, ...role }, first, ' ', ...rest)
  }
  const link = element('a', { href: url }, ...first.childNodes)
  first.append(link)
  return element('div', { class: 'entry' }, first, ...rest)
}

/** A text, with the words that were found in it marked. */
export function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text))
}
