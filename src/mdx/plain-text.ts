import type { HastNode } from 'satteri'
import { builtInNamed } from './components.ts'
import { htmlElements } from './html-elements.ts'
import { type Jsx, propsOf } from './jsx.ts'

type Properties = Extract<HastNode, { type: 'element' }>['properties']

/**
 * The words that a reader meets in a tree, code included, each block on a line of its own. Left out: the marks of
 * footnotes and the heading above them, which nobody wrote, and descriptions of pictures.
 */
export function plainText(node: HastNode): string {
  return wordsOf(node)
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

/** How many words a text has: runs between spaces with a letter or a digit in them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

function wordsOf(node: HastNode): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'element': {
      if (isFootnoteMark(node.properties) || node.properties.id === 'footnote-label') return ''
      return htmlElements.get(node.tagName)?.isInline ? inside(node) : `\n${inside(node)}\n`
    }
    case 'mdxJsxTextElement':
      return node.name === 'br' ? '\n' : proseOf(node) + inside(node)
    case 'mdxJsxFlowElement':
      return `\n${proseOf(node)}\n${inside(node)}\n`
    case 'root':
      return inside(node)
    default:
      return ''
  }
}

/** Whether an element is a link that Sätteri made between a footnote and its place. */
export function isFootnoteMark({ dataFootnoteRef, dataFootnoteBackref }: Properties): boolean {
  return dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined
}

function inside(node: { children: HastNode[] }): string {
  return node.children.map(wordsOf).join('')
}

/** What a reader reads of a component's props. */
function proseOf(element: Jsx): string {
  const props = propsOf(element)
  return (builtInNamed(element.name)?.prose ?? []).map((prop) => `${props[prop] ?? ''} `).join('')
}
