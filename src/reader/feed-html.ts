import { decodeReferences } from './text-of-html.ts'

/** Attributes that mean something outside a page, a subset of what feed validators accept. */
const kept = new Set(
  'alt cite colspan datetime dir height href lang reversed rowspan scope src start title value width'.split(
    ' ',
  ),
)
const addresses = new Set(['cite', 'href', 'src'])

/** Elements that do something on a page only; they go with all that is in them. */
const dropped = new Set(
  'button dialog form iframe input link meta noscript object script select style svg template textarea'.split(
    ' ',
  ),
)
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

const comment = '<!--[\\s\\S]*?-->'
const rawText = '<(script|style)\\b[\\s\\S]*?</\\1\\s*>'
const tag = '<(/?)([a-z][\\w-]*)((?:[^>"]|"[^"]*")*)>'
const tokens = new RegExp(`${comment}|${rawText}|${tag}`, 'gi')

/**
 * Makes rendered HTML fit for a feed: every address in full, nothing that belongs to a page alone.
 * @param html as our own components render it: attributes in double quotes
 * @param page full address of the page that it stands on
 */
export function feedHtml(html: string, page: string): string {
  let fit = ''
  let last = 0
  /** The element that is being left out, and how many of its name are open. */
  let skipped = { name: '', open: 0 }
  for (const { 0: token, 2: slash, 3: written = '', 4: attributes = '', index } of html.matchAll(tokens)) {
    if (skipped.open === 0) fit += html.slice(last, index)
    last = index + token.length
    const name = written.toLowerCase()
    if (name === '') continue
    if (skipped.open > 0) {
      if (name === skipped.name && !empty.has(name)) skipped.open += slash ? -1 : 1
      continue
    }
    if (!slash && (dropped.has(name) || /\s(?:hidden|popover)(?=[\s=]|$)/.test(attributes)))
      skipped = { name, open: empty.has(name) ? 0 : 1 }
    else fit += slash ? `</${name}>` : `<${name}${attributesFor(attributes, page)}>`
  }
  return (skipped.open === 0 ? fit + html.slice(last) : fit).trim()
}

function attributesFor(written: string, page: string): string {
  return [...written.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)]
    .map(([, name = '', value = '']) => {
      if (!kept.has(name.toLowerCase())) return ''
      return ` ${name}="${addresses.has(name.toLowerCase()) ? inFull(value, page) : value}"`
    })
    .join('')
}

function inFull(address: string, page: string): string {
  const plain = decodeReferences(address)
  return (URL.parse(plain, page)?.href ?? plain).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}
