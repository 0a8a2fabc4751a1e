import type { Element, ElementContent } from 'hast'
import { find, html, type Schema, svg } from 'property-information'

/** Elements that have no end. */
const voids = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])

/** Names of attributes in HTML and in SVG, by those of their properties: a board has 100,000 of some hundred. */
const names = { html: new Map<string, string>(), svg: new Map<string, string>() }

/**
 * Writes an element as HTML, as hast-util-to-html does and four times as fast: of 1,000 posts' board that took a tenth of all time.
 * Whatever is text or an attribute's value is that and never markup. It knows elements, texts, and properties that are texts, lists
 * of words, numbers or yes and no.
 */
export function writeHtml({ tagName, properties, children }: Element, schema: Schema = html): string {
  const own = tagName === 'svg' ? svg : schema
  let written = `<${tagName}`
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    written += ` ${names[own === svg ? 'svg' : 'html'].getOrInsertComputed(name, () => find(own, name).attribute)}`
    if (value !== true) written += `="${escaped(Array.isArray(value) ? value.join(' ') : `${value}`)}"`
  }
  written += '>'
  if (own === html && voids.has(tagName)) return written
  for (const child of children) written += contentOf(child, own)
  return `${written}</${tagName}>`
}

function contentOf(node: ElementContent, schema: Schema): string {
  if (node.type === 'element') return writeHtml(node, schema)
  return node.type === 'text' ? node.value.replace(/[&<]/g, reference) : ''
}

function escaped(value: string): string {
  return value.replace(/[&"'`]/g, reference)
}

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`
}
