import type { DropList } from '../html/drop-list.ts'
import { escapeHtml } from '../html/escape-html.ts'
import { cardHtml } from './card-html.ts'
import { markdownCard } from './markdown-card.ts'
import { isRow, type Row, rowsIn, textIn } from './rows.ts'

/** Levels that a document may have. */
const deepest = 60

/** Elements that stand for a format, by its bit. */
const formats = [
  [1, 'strong'],
  [2, 'em'],
  [4, 'del'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const

/** The HTML of a document of Ghost's editor since version 5.54; undefined where the text is none. */
export function lexicalHtml(text: string, dropped: DropList): string | undefined {
  const read = parse(text)
  const root = isRow(read) && isRow(read.root) ? read.root : undefined
  return root && childrenOf(root, dropped, 0)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function childrenOf(node: Row, dropped: DropList, depth: number): string {
  if (depth > deepest) return ''
  return rowsIn(node.children)
    .map((child) => nodeHtml(child, dropped, depth + 1))
    .join('')
}

function nodeHtml(node: Row, dropped: DropList, depth: number): string {
  const type = textIn(node, 'type') ?? ''
  const inner = () => childrenOf(node, dropped, depth)
  switch (type.replace(/^extended-/, '')) {
    case 'text':
      return wordsOf(node)
    case 'linebreak':
      return '<br>'
    case 'tab':
      return ' '
    case 'paragraph':
      return `<p>${inner()}</p>`
    case 'heading':
    case 'list':
      return wrap(node, inner())
    case 'listitem':
      return `<li>${inner()}</li>`
    case 'quote':
    case 'aside':
      return `<blockquote>${inner()}</blockquote>`
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(textIn(node, 'url') ?? '')}">${inner()}</a>`
    case 'markdown':
      return markdownCard(textIn(node, 'markdown') ?? '')
  }
  if (Object.hasOwn(cardHtml, type)) return cardHtml[type]?.(node) ?? ''
  if (Array.isArray(node.children)) return inner()
  if (!/^(zwnj|at-link|at-link-search)$/.test(type)) dropped.add(`card ${type}`, 'nothing here knows it')
  return ''
}

function wrap(node: Row, inner: string): string {
  const tag = textIn(node, 'tag')
  const isKnown = tag !== undefined && /^(h[1-6]|ul|ol)$/.test(tag)
  const name = isKnown ? tag : node.listType === 'number' ? 'ol' : node.type === 'list' ? 'ul' : 'h2'
  return `<${name}>${inner}</${name}>`
}

function wordsOf(node: Row): string {
  const text = escapeHtml(typeof node.text === 'string' ? node.text : '')
  const format = typeof node.format === 'number' ? node.format : 0
  return formats.reduce((html, [bit, tag]) => ((format & bit) > 0 ? `<${tag}>${html}</${tag}>` : html), text)
}
