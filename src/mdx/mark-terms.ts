import type { HastNode } from 'satteri'
import { builtInNamed } from './components.ts'
import { htmlElements } from './html-elements.ts'
import { isComponent, isJsx, type Jsx, propsOf } from './jsx.ts'
import { plainText } from './plain-text.ts'
import type { FoundTerm, TermFinder } from './term-finder.ts'

type Text = Extract<HastNode, { type: 'text' }>
type Tag = Extract<HastNode, Jsx>

/** Where the glossary words of a body are explained: each at one place. */
export interface TermMarks {
  /** Words to mark in a text, in order; offsets are those of its value. */
  inText: ReadonlyMap<Text, readonly FoundTerm[]>
  /** The `<Term>`s that mark a word, and which. All others are plain words. */
  byHand: ReadonlyMap<Tag, string>
}

/** A piece of a passage: words are marked where it is open. */
interface Piece {
  node: Text
  start: number
  isOpen: boolean
}

/** Elements whose words are not running text, lead elsewhere, or are explained already. */
const closed = new Set(
  'a abbr caption cite code del dfn h1 h2 h3 h4 h5 h6 kbd pre s samp summary th var'.split(' '),
)

/**
 * Chooses the first use of each glossary word in running text, where no `<Term>` chooses another.
 * @param tree a body's hast
 */
export function markTerms(tree: HastNode, { find, named }: TermFinder): TermMarks {
  const byHand = new Map<Tag, string>()
  const marked = new Set<string>()
  visitTerms(tree, (element) => {
    const name = propsOf(element).name
    const term = named(typeof name === 'string' ? name : plainText(element))
    if (term === undefined || marked.has(term)) return
    marked.add(term)
    byHand.set(element, term)
  })

  const inText = new Map<Text, FoundTerm[]>()
  let text = ''
  let pieces: Piece[] = []
  const endPassage = () => {
    let at = 0
    for (const { term, start, end } of text === '' ? [] : find(text)) {
      while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) at++
      const piece = pieces[at] as Piece
      if (marked.has(term) || !piece.isOpen || end > piece.start + piece.node.value.length) continue
      marked.add(term)
      const marks = inText.get(piece.node) ?? []
      marks.push({ term, start: start - piece.start, end: end - piece.start })
      inText.set(piece.node, marks)
    }
    text = ''
    pieces = []
  }

  const read = (node: HastNode, isOpen: boolean, isQuote = false): void => {
    if (node.type === 'text') {
      pieces.push({ node, start: text.length, isOpen })
      text += node.value
    } else if ('children' in node) {
      const { isInline, isRunning } = kindOf(node, isQuote)
      if (!isInline) endPassage()
      for (const child of node.children) read(child, isOpen && isRunning, tagOf(node) === 'blockquote')
      if (!isInline) endPassage()
    }
  }
  read(tree, true)
  endPassage()
  return { inText, byHand }
}

function tagOf(node: HastNode): string | undefined {
  if (node.type === 'element') return node.tagName
  return isJsx(node) ? (node.name ?? '') : undefined
}

/** Whether a node stands within a sentence, and whether words are marked in it. */
function kindOf(node: HastNode, isInQuote: boolean): { isInline: boolean; isRunning: boolean } {
  const tag = tagOf(node)
  if (tag === undefined) return { isInline: false, isRunning: true }
  if (isJsx(node) && isComponent(tag)) {
    const component = builtInNamed(tag)
    return {
      isInline: component ? component.isInline : node.type === 'mdxJsxTextElement',
      isRunning: component?.hasRunningText === true,
    }
  }
  const lang = node.type === 'element' ? node.properties.lang : isJsx(node) ? propsOf(node).lang : undefined
  const isSource = isInQuote && tag === 'p' && /^[–—―]/.test(plainText(node))
  return {
    isInline: tag !== 'br' && htmlElements.get(tag)?.isInline === true,
    isRunning: !closed.has(tag) && lang === undefined && !isSource,
  }
}

function visitTerms(node: HastNode, see: (element: Tag) => void): void {
  if (isJsx(node) && node.name === 'Term') see(node)
  else if ('children' in node) for (const child of node.children) visitTerms(child, see)
}
