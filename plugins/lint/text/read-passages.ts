import type { MdastNode } from 'satteri'
import { attributeOffsets } from '../../../src/mdx/attribute-offsets.ts'
import { builtInNamed } from '../../../src/mdx/components.ts'
import { isJsx, literalOf } from '../../../src/mdx/jsx.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { align } from './align.ts'
import { type SplittingPassage, splitPassage } from './split-passage.ts'
import type { Passage, PassageKind, PassageLink } from './text.ts'

type Root = Extract<MdastNode, { type: 'root' }>

/** Prose and where each run of it begins: in the passage, and in the file. */
interface Piece {
  at: number
  value: string
  start: number
  end: number
  /** Offsets in the file, where it is written otherwise than it reads; `null` where it is not. */
  aligned?: Int32Array | null
}

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
  const split = { words: [], wordCount: 0, marked: [], unusual: [], openers: [], sentences: [] }
  const passage: SplittingPassage = {
    kind,
    depth,
    text,
    ...split,
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

/** What stands where words are not. */
const noProse = '\uFFFC'

/** Nodes that may show a picture: Markdown's, components and HTML. */
export type PictureNode = Extract<
  MdastNode,
  { type: 'image' | 'imageReference' | 'html' | 'mdxJsxFlowElement' | 'mdxJsxTextElement' }
>

/** Of a snippet. */
export const noPictures: Omit<Read, 'passages'> = { pictures: [], definitions: new Map() }

/** What a body holds, in order. */
interface Read {
  passages: Passage[]
  pictures: PictureNode[]
  /** Addresses that references name, by identifier. */
  definitions: Map<string, string>
}

/** Reads a body in one walk. Nodes without positions are left out: nothing could be reported there. */
export function readPassages(tree: Root, source: string, lexicon: Lexicon): Read {
  const passages: Passage[] = []
  const pictures: PictureNode[] = []
  const definitions = new Map<string, string>()
  const headings: { depth: number; text: string }[] = []
  /** Texts of the headings above, one array for all passages below them. */
  let path: readonly string[] = []

  const add = (node: MdastNode, kind: PassageKind, depth: number, around: Around) => {
    const collected = collect(node, pictures)
    if (collected === undefined || !/[\p{L}\p{N}\uFFFC]/u.test(collected.text)) return
    const { text, links, explained, pieces } = collected
    const { isQuote, inside } = around
    if (kind === 'heading') {
      while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop()
      path = headings.map((heading) => heading.text)
    }
    const offsetOf = offsetIn(pieces, source)
    passages.push(
      makePassage({ kind, depth, text, links, explained, isQuote, inside, path, offsetOf }, lexicon),
    )
    if (kind === 'heading') {
      headings.push({ depth, text })
      path = [...path, text]
    }
  }

  const walk = (node: MdastNode, around: Around, kind: 'paragraph' | 'item') => {
    const own = ownKind(node, kind)
    if (own) {
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
    for (const child of node.children) walk(child, next, node.type === 'listItem' ? 'item' : kind)
  }
  walk(tree, { isQuote: false, inside: [] }, 'paragraph')
  return { passages, pictures, definitions }
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

/** The prose inside a node; undefined where positions are missing. @param pictures where those inside it are added */
function collect(
  root: MdastNode,
  pictures: PictureNode[],
): (Required<Pick<Draft, 'text' | 'links' | 'explained'>> & { pieces: Piece[] }) | undefined {
  let text = ''
  let isPlaced = true
  const pieces: Piece[] = []
  const links: PassageLink[] = []
  const explained: { start: number; end: number; meaning?: string }[] = []
  const push = (value: string, node: MdastNode) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) isPlaced = false
    else pieces.push({ at: text.length, value, start, end })
    text += value
  }
  const inside = (node: MdastNode) => {
    if ('children' in node) for (const child of node.children) walk(child)
  }
  const walk = (node: MdastNode) => {
    switch (node.type) {
      case 'text':
        push(node.value, node)
        break
      case 'image':
      case 'imageReference':
        pictures.push(node)
        push(noProse, node)
        break
      case 'inlineCode':
        push(noProse, node)
        break
      case 'html':
        pictures.push(node)
        break
      case 'break':
        push('\n', node)
        break
      case 'link':
      case 'linkReference': {
        const start = text.length
        inside(node)
        links.push({ start, end: text.length, url: node.type === 'link' ? node.url : '' })
        break
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        pictures.push(node)
        if (node.name === 'br') {
          push('\n', node)
          break
        }
        if (node.name === 'code' || node.name === 'kbd') {
          push(noProse, node)
          break
        }
        const start = text.length
        inside(node)
        const title = node.attributes.find((each) => 'name' in each && each.name === 'title')
        const meaning = title && literalOf(title)
        if (node.name === 'abbr' || node.name === 'Term' || node.name === 'dfn')
          explained.push({ start, end: text.length, ...(typeof meaning === 'string' && { meaning }) })
        break
      }
      default:
        inside(node)
    }
  }
  if (isJsx(root)) walk(root)
  else inside(root)
  if (!isPlaced) return undefined
  return { text, pieces, links, explained }
}

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
    piece.aligned ??= source.startsWith(piece.value, piece.start)
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
