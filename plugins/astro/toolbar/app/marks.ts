import { findWords, type Letters, listLetters, type Words } from '../letters.ts'
import type { SeenPlace } from '../place-of-finding.ts'

/** Names of what is marked: all that something is said of, and the one place that was asked for. */
const [all, spot] = ['coldread-findings', 'coldread-spot']

const sheet = new CSSStyleSheet()
// The page makes room, so that its text can be read beside the panel.
sheet.replaceSync(`
  @media (min-width: 60rem) { html { padding-inline-end: 24rem; } }
  ::highlight(${all}) { text-decoration: underline dotted 2px var(--warn, #9a3412); text-underline-offset: 0.2em; }
  ::highlight(${spot}) { background: var(--warn, #9a3412); color: var(--paper, #fff); }
`)

/** Underlines places in the page's text; nothing of the page itself is changed. What was asked for before stays marked. */
export function markPlaces(places: readonly SeenPlace[]): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  const letters = lettersOfPage()
  const ranges = places.flatMap((place) => ('words' in place ? (rangeOf(place.words, letters) ?? []) : []))
  CSS.highlights.set(all, new Highlight(...ranges))
}

/** Marks one place and scrolls to it. @returns whether it is on the page */
export function markSpot(words: Words): boolean {
  const range = rangeOf(words, lettersOfPage())
  if (!range) return false
  const mark = new Highlight(range)
  mark.priority = 1
  CSS.highlights.set(spot, mark)
  const { top } = range.getBoundingClientRect()
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  // The panel may lie over the lower half.
  scrollTo({ top: scrollY + top - innerHeight / 5, behavior: isCalm ? 'instant' : 'smooth' })
  return true
}

/** Takes every mark away. */
export function unmark(): void {
  CSS.highlights.delete(all)
  CSS.highlights.delete(spot)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
}

function rangeOf(words: Words, { text, places }: Letters<Text>): Range | undefined {
  const [from, to] = findWords(text, words) ?? []
  const first = from === undefined ? undefined : places[from]
  const last = to === undefined ? undefined : places[to]
  if (!first || !last) return undefined
  const range = document.createRange()
  range.setStart(first.piece, first.offset)
  range.setEnd(last.piece, last.offset + 1)
  return range
}

/** The letters of the post, without the numbers of its footnotes, which are not in the file. */
function lettersOfPage(): Letters<Text> {
  return listLetters(textsIn(document.querySelector('article.post') ?? document.body), ({ data }) => data)
}

function* textsIn(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (
      !node.parentElement?.closest('[data-footnote-ref], [data-footnote-backref], script, style, .contents')
    )
      yield node as Text
}
