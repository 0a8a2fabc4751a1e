import type { MdastNode } from 'satteri'
import { isJsx, literalOf } from '../../../src/mdx/jsx.ts'
import type { PassageLink } from './text.ts'

/** Prose and where each run of it begins: in the passage, and in the file. */
export interface Piece {
  at: number
  value: string
  start: number
  end: number
  /** Offsets in the file, where it is written otherwise than it reads; `null` where it is not. */
  aligned?: Int32Array | null
}

/** What stands where words are not. */
export const noProse = '\uFFFC'

/** Nodes that may show a picture: Markdown's, components and HTML. */
export type PictureNode = Extract<
  MdastNode,
  { type: 'image' | 'imageReference' | 'html' | 'mdxJsxFlowElement' | 'mdxJsxTextElement' }
>

/** The prose of a passage. Offsets of links and what is explained are those of the text. */
interface Prose {
  text: string
  pieces: Piece[]
  links: PassageLink[]
  explained: { start: number; end: number; meaning?: string }[]
}

/** Prose that is being collected. */
interface Collected extends Omit<Prose, 'text'> {
  /** Its parts are joined at the end: a string that was added to in steps is slow to read. */
  readonly parts: string[]
  length: number
  /** Every piece of it has a place in the file. */
  isPlaced: boolean
}

/** The prose inside a node; undefined where positions are missing. @param pictures where those inside it are added */
export function collectProse(root: MdastNode, pictures: PictureNode[]): Prose | undefined {
  const into: Collected = { parts: [], length: 0, pieces: [], links: [], explained: [], isPlaced: true }
  if (isJsx(root)) collectNode(root, into, pictures)
  else collectInside(root, into, pictures)
  const { parts, pieces, links, explained, isPlaced } = into
  return isPlaced
    ? { text: parts.length === 1 ? (parts[0] as string) : parts.join(''), pieces, links, explained }
    : undefined
}

function collectInside(node: MdastNode, into: Collected, pictures: PictureNode[]): void {
  if (!('children' in node)) return
  const { children } = node
  for (let index = 0; index < children.length; index++)
    collectNode(children[index] as MdastNode, into, pictures)
}

function collectNode(node: MdastNode, into: Collected, pictures: PictureNode[]): void {
  switch (node.type) {
    case 'text':
      addPiece(node.value, node, into)
      break
    case 'image':
    case 'imageReference':
      pictures.push(node)
      addPiece(noProse, node, into)
      break
    case 'inlineCode':
      addPiece(noProse, node, into)
      break
    case 'html':
      pictures.push(node)
      break
    case 'break':
      addPiece('\n', node, into)
      break
    case 'link':
    case 'linkReference': {
      const start = into.length
      collectInside(node, into, pictures)
      into.links.push({ start, end: into.length, url: node.type === 'link' ? node.url : '' })
      break
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      collectTag(node, into, pictures)
      break
    default:
      collectInside(node, into, pictures)
  }
}

function collectTag(
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  into: Collected,
  pictures: PictureNode[],
): void {
  pictures.push(node)
  const { name } = node
  if (name === 'br' || name === 'code' || name === 'kbd') {
    addPiece(name === 'br' ? '\n' : noProse, node, into)
    return
  }
  const start = into.length
  collectInside(node, into, pictures)
  if (name !== 'abbr' && name !== 'Term' && name !== 'dfn') return
  const title = node.attributes.find((each) => 'name' in each && each.name === 'title')
  const meaning = title && literalOf(title)
  const end = into.length
  into.explained.push({ start, end, ...(typeof meaning === 'string' && { meaning }) })
}

function addPiece(value: string, { position }: MdastNode, into: Collected): void {
  const start = position?.start.offset
  const end = position?.end.offset
  if (start === undefined || end === undefined) into.isPlaced = false
  else into.pieces.push({ at: into.length, value, start, end })
  into.parts.push(value)
  into.length += value.length
}
