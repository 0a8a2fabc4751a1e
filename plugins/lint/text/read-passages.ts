import type { MdastNode } from 'satteri'
import { attributeOffsets } from '../../../src/mdx/attribute-offsets.ts'
import { builtInNamed } from '../../../src/mdx/components.ts'
import { isJsx, literalOf } from '../../../src/mdx/jsx.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { align } from './align.ts'
import { collectProse, noProse, type PictureNode, type Piece } from './collect-prose.ts'
import { type SplittingPassage, splitPassage } from './split-passage.ts'
import type { Passage, PassageKind, PassageLink } from './text.ts'

type Root = Extract<MdastNode, { type: 'root' }>
export type HeadingNode = Extract<MdastNode, { type: 'heading' }>

/** What a passage is made of, before it is split. */
export interface Draft extends Pick<Passage, 'kind' | 'depth' | 'isQuote' | 'inside' | 'path'> {
  text: string
  links?: PassageLink[]
  explained?: { start: number; end: number; meaning?: string }[]
  offsetOf(index: number): number
}

/** Splits a draft into words and sentences. */
export function makePassage(draft: Draft, lexicon: Lexicon): Passage {
  const { kind, depth, text, links = [], explained = [], isQuote, inside, path, offsetOf } = draft
  const passage: SplittingPassage = {
    kind,
    depth,
    text,
    words: [],
    wordCount: 0,
    marked: [],
    unusual: [],
    openers: [],
    sentences: [],
    links,
    explained,
    isQuote,
    inside,
    path,
    offsetOf,
  }
  splitPassage(passage, lexicon)
  return passage
}

/** Of a snippet. */
export const noPictures: Omit<Read, 'passages'> = { headings: [], pictures: [], definitions: new Map() }

/** What a body holds, in order. */
interface Read {
  passages: Passage[]
  /** Without those in block quotes. */
  headings: HeadingNode[]
  pictures: PictureNode[]
  /** Addresses that references name, by identifier. */
  definitions: Map<string, string>
}

/** Reads a body in one walk. Nodes without positions are left out: nothing could be reported there. */
export function readPassages(tree: Root, source: string, lexicon: Lexicon): Read {
  const passages: Passage[] = []
  const pictures: PictureNode[] = []
  const definitions = new Map<string, string>()
  const headings: HeadingNode[] = []
  const above: { depth: number; text: string }[] = []
  /** Texts of the headings above, one array for all passages below them. */
  let path: readonly string[] = []

  const add = (node: MdastNode, kind: PassageKind, depth: number, around: Around) => {
    const collected = collectProse(node, pictures)
    if (collected === undefined || !/[\p{L}\p{N}\uFFFC]/u.test(collected.text)) return
    const { text, links, explained, pieces } = collected
    const { isQuote, inside } = around
    if (kind === 'heading') {
      while ((above.at(-1)?.depth ?? 0) >= depth) above.pop()
      path = above.map((heading) => heading.text)
    }
    const offsetOf = offsetIn(pieces, source)
    passages.push(
      makePassage({ kind, depth, text, links, explained, isQuote, inside, path, offsetOf }, lexicon),
    )
    if (kind === 'heading') {
      above.push({ depth, text })
      path = [...path, text]
    }
  }

  const walk = (node: MdastNode, around: Around, kind: 'paragraph' | 'item') => {
    const own = ownKind(node, kind)
    if (own) {
      if (node.type === 'heading' && !around.isQuote) headings.push(node)
      add(node, own, node.type === 'heading' ? node.depth : 0, around)
      return
    }
    if (isJsx(node)) {
      const inside = node.name === null ? around.inside : [...around.inside, node.name]
      const props = propPassages(node, source)
      for (const { value, start, end } of props)
        passages.push(
          makePassage(
            {
              text: value,
              kind: 'prop',
              depth: 0,
              isQuote: around.isQuote,
              inside,
              path,
              offsetOf: offsetIn([{ at: 0, value, start, end }], source),
            },
            lexicon,
          ),
        )
      if (node.type === 'mdxJsxTextElement' || node.children.some(isProse))
        add(node, kind, 0, { ...around, inside })
      else {
        pictures.push(node)
        for (const child of node.children) walk(child, { ...around, inside }, kind)
      }
      return
    }
    if (node.type === 'html') pictures.push(node)
    else if (node.type === 'definition') definitions.set(node.identifier, node.url)
    if (!('children' in node)) return
    const next = node.type === 'blockquote' ? { ...around, isQuote: true } : around
    const { children } = node
    for (let index = 0; index < children.length; index++)
      walk(children[index] as MdastNode, next, node.type === 'listItem' ? 'item' : kind)
  }
  walk(tree, { isQuote: false, inside: [] }, 'paragraph')
  return { passages, headings, pictures, definitions }
}

/** The kind of passage that a node is by itself. */
function ownKind(node: MdastNode, around: 'paragraph' | 'item'): PassageKind | undefined {
  if (node.type === 'heading') return 'heading'
  if (node.type === 'tableCell') return 'cell'
  return node.type === 'paragraph' ? around : undefined
}

/** Whether a node stands in running text: a tag alone in a paragraph holds such nodes without a paragraph around them. */
function isProse(node: MdastNode): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return ['emphasis', 'strong', 'delete', 'inlineCode', 'link', 'linkReference', 'image'].includes(node.type)
}

type Around = Pick<Passage, 'isQuote' | 'inside'>

/** Maps offsets of a passage to the file. Aligning is only done for pieces that are written otherwise than they read. */
function offsetIn(pieces: readonly Piece[], source: string): (index: number) => number {
  return (index) => {
    let [low, high] = [0, pieces.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((pieces[middle] as Piece).at <= index) low = middle
      else high = middle
    }
    const piece = pieces[low] as Piece
    const into = Math.min(index - piece.at, piece.value.length)
    if (piece.value === noProse) return into === 0 ? piece.start : piece.end
    if (piece.aligned === undefined)
      piece.aligned = source.startsWith(piece.value, piece.start)
        ? null
        : align(piece.value, source, piece.start, piece.end)
    return piece.aligned?.[into] ?? piece.start + into
  }
}

/** The props of a component whose words a reader sees, with where their values stand. Sätteri gives no positions there. */
function propPassages(
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  source: string,
): { value: string; start: number; end: number }[] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return []
  const prose = builtInNamed(node.name)?.prose ?? []
  const offsets = prose.length > 0 ? attributeOffsets(node, source) : []
  return node.attributes.flatMap((attribute, index) => {
    const value = literalOf(attribute)
    if (!('name' in attribute) || !prose.includes(attribute.name) || typeof value !== 'string') return []
    const from = offsets[index] ?? start
    const quote = /=\s*\{?\s*["'`]/.exec(source.slice(from, end))
    return quote ? [{ value, start: from + quote.index + quote[0].length, end }] : []
  })
}
