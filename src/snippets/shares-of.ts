import type { MdastNode } from 'satteri'
import { isJsx, propsOf } from '../mdx/jsx.ts'
import type { Body } from '../mdx/parse-body.ts'
import { visit } from '../mdx/visit.ts'

/** A `<Share>` in a body that names a channel: words that its queue takes. */
export interface Share {
  channel: string
  /** What a reader reads, without markup; paragraphs are parted by an empty line, and lists keep their lines. */
  text: string
  /** Where it stands in the post's file, from 1. */
  line: number
  column: number
}

/** What a body offers to channels, in its order. A `<Share>` without a channel or without words is for readers only. */
export function sharesOf({ tree, placeOf }: Body): Share[] {
  const shares: Share[] = []
  visit(tree, (node) => {
    if (!isJsx(node) || node.name !== 'Share') return
    const { channel } = propsOf(node)
    const text = wordsOfShare(node)
    if (typeof channel !== 'string' || channel === '' || text === '') return
    const { line, column } = placeOf(node.position?.start.offset ?? 0)
    shares.push({ channel, text, line, column })
  })
  return shares
}

/** The words inside a node as they stand in a plain text, its blocks parted by empty lines. */
function wordsOfShare(node: MdastNode): string {
  return 'children' in node ? blocksOf(node.children).join('\n\n') : ''
}

/** The blocks of nodes that stand beside each other: running text without a paragraph around it is one. */
function blocksOf(nodes: readonly MdastNode[]): string[] {
  const blocks: string[] = []
  let running = ''
  const flush = () => {
    const words = tidied(running)
    if (words !== '') blocks.push(words)
    running = ''
  }
  for (const node of nodes) {
    const block = blockOf(node)
    if (block === undefined) running += inlineOf(node)
    else {
      flush()
      if (block !== '') blocks.push(block)
    }
  }
  flush()
  return blocks
}

/** A block's words; undefined for what stands in running text. */
function blockOf(node: MdastNode): string | undefined {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return tidied(node.children.map(inlineOf).join(''))
    case 'list': {
      const first = node.start ?? 1
      return node.children
        .map((item, index) => itemOf(item, node.ordered ? `${first + index}. ` : '- '))
        .join('\n')
    }
    case 'table':
      return node.children
        .map((row) => row.children.map((cell) => tidied(cell.children.map(inlineOf).join(''))).join(', '))
        .join('\n')
    case 'code':
      return node.value.replaceAll('\r\n', '\n')
    case 'blockquote':
    case 'mdxJsxFlowElement':
      return blocksOf(node.children).join('\n\n')
    case 'mdxFlowExpression':
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
      return ''
    default:
      return undefined
  }
}

function itemOf(item: MdastNode, mark: string): string {
  const words = 'children' in item ? blocksOf(item.children).join('\n') : ''
  return mark + words.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
}

function inlineOf(node: MdastNode): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s+/g, ' ')
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'mdxJsxTextElement':
      return node.name === 'br' ? '\n' : node.children.map(inlineOf).join('')
    default:
      return 'children' in node ? node.children.map(inlineOf).join('') : ''
  }
}

/** One space between words, none at the ends of lines. */
function tidied(words: string): string {
  return words
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
