import type { DropList } from '../html/drop-list.ts'
import { escapeHtml } from '../html/escape-html.ts'
import { cardHtml } from './card-html.ts'
import { markdownCard } from './markdown-card.ts'
import { isRow, type Row, textIn } from './rows.ts'

/** Tags that a document may use; it names them itself. */
const tags = /^(p|h[1-6]|blockquote|aside|ul|ol|strong|b|em|i|s|del|code|sub|sup|a|u|mark)$/i

/** The HTML of a document of Ghost's editor before version 5.54 (Mobiledoc 0.3); undefined where the text is none. */
export function mobiledocHtml(text: string, dropped: DropList): string | undefined {
  const read = parse(text)
  if (!isRow(read) || !Array.isArray(read.sections)) return undefined
  return read.sections
    .map((section) => (Array.isArray(section) ? sectionHtml(section, read, dropped) : ''))
    .join('')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sectionHtml([kind, first, second]: unknown[], document: Row, dropped: DropList): string {
  if (kind === 1) return inTag(first, markersHtml(second, document))
  if (kind === 2) return `<img src="${escapeHtml(String(first))}" alt="">`
  if (kind === 3 && Array.isArray(second))
    return inTag(first, second.map((item) => `<li>${markersHtml(item, document)}</li>`).join(''))
  if (kind !== 10) return ''
  const card: unknown = Array.isArray(document.cards) ? document.cards[Number(first)] : undefined
  if (!Array.isArray(card)) return ''
  const [name, payload] = card as [unknown, unknown]
  const row = isRow(payload) ? payload : {}
  if (name === 'markdown' || name === 'card-markdown') return markdownCard(textIn(row, 'markdown') ?? '')
  if (typeof name === 'string' && Object.hasOwn(cardHtml, name)) return cardHtml[name]?.(row) ?? ''
  dropped.add(`card ${String(name)}`, 'nothing here knows it')
  return ''
}

/** Words, each with the marks that open before and close behind it. */
function markersHtml(markers: unknown, document: Row): string {
  if (!Array.isArray(markers)) return ''
  const open: string[] = []
  const html = markers.map((marker: unknown) => {
    if (!Array.isArray(marker)) return ''
    const [kind, opened, closed, value] = marker as unknown[]
    let text = ''
    for (const index of Array.isArray(opened) ? opened : []) {
      const [name, attributes] = markupOf(document, index)
      open.push(name)
      text += `<${name}${attributes}>`
    }
    text += kind === 1 ? '<br>' : escapeHtml(typeof value === 'string' ? value : '')
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count--) text += `</${open.pop()}>`
    return text
  })
  return html.join('')
}

function markupOf(document: Row, index: unknown): [name: string, attributes: string] {
  const markup: unknown = Array.isArray(document.markups) ? document.markups[Number(index)] : undefined
  const [name, attributes] = Array.isArray(markup) ? (markup as unknown[]) : []
  if (typeof name !== 'string' || !tags.test(name)) return ['span', '']
  const at = Array.isArray(attributes) ? attributes.indexOf('href') : -1
  return [name, at >= 0 ? ` href="${escapeHtml(String((attributes as unknown[])[at + 1]))}"` : '']
}

function inTag(name: unknown, inner: string): string {
  const tag = typeof name === 'string' && tags.test(name) ? name : 'p'
  return `<${tag}>${inner}</${tag}>`
}
