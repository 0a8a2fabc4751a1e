import tlds from 'tlds' with { type: 'json' }

/** A stretch of words that is more than words, in bytes of UTF-8. A mention holds a handle until it is resolved. */
export interface Facet {
  start: number
  end: number
  is: { link: string } | { handle: string } | { tag: string }
}

const domains = new Set(tlds)
const mention = /(?<=^|\s|\()@([a-z\d.-]+)\b/gi
const link = /(?<=^|\s|\()(?:https?:\/\/\S+|([a-z][a-z\d]*(?:\.[a-z\d]+)+)\S*)/gi
/** White space, and signs of no width that end a tag. */
const ends = String.raw`\s\u00ad\u2060\u200a-\u200d\u20e2`
const tag = new RegExp(String.raw`(?<=^|\s)[#＃](?!\ufe0f)([^${ends}]+)`, 'gu')
/** A tag has more than digits and punctuation. */
const hasWord = /[^\d\p{P}]/u
const cashtag = /(?<=^|\s|\()\$([a-z][a-z\d]{0,4})(?=\s|$|[.,;:!?)"'\u2019])/giu

/** What people see as one character counts one; 64 of them is what the schema of Bluesky's facets takes. */
const longestTag = 64

/**
 * Links, mentions, hashtags and cashtags of a text, in order, as Bluesky's own library finds them (`RichText` of
 * `@atproto/api`), which the tests hold it to. An address without scheme that begins with `http` is a link here too.
 */
export function findFacets(text: string): Facet[] {
  const found: Facet[] = []
  const add = (from: number, length: number, is: Facet['is']) => {
    const start = Buffer.byteLength(text.slice(0, from))
    found.push({ start, end: start + Buffer.byteLength(text.slice(from, from + length)), is })
  }
  for (const { index, 0: whole, 1: handle = '' } of text.matchAll(mention))
    if (isDomain(handle) || handle.endsWith('.test')) add(index, whole.length, { handle })
  for (const { index, 0: whole, 1: domain } of text.matchAll(link)) {
    if (domain !== undefined && !isDomain(domain)) continue
    const address = withoutEnd(whole)
    if (domain !== undefined) add(index, address.length, { link: `https://${address}` })
    else if (address.startsWith('http')) add(index, address.length, { link: address })
  }
  for (const { index, 1: words = '' } of text.matchAll(tag)) {
    const name = words.replace(/\p{P}+$/u, '')
    if (hasWord.test(words) && name !== '' && isShort(name)) add(index, 1 + name.length, { tag: name })
  }
  for (const { index, 0: whole } of text.matchAll(cashtag))
    add(index, whole.length, { tag: whole.toUpperCase() })
  return found.sort((a, b) => a.start - b.start)
}

function isDomain(name: string): boolean {
  const dot = name.lastIndexOf('.')
  return dot !== -1 && domains.has(name.slice(dot + 1))
}

/** Punctuation behind an address, and a bracket that it does not open, belong to the sentence. */
function withoutEnd(address: string): string {
  const bare = address.replace(/[.,;:!?]$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare
}

function isShort(name: string): boolean {
  return name.length <= longestTag || [...new Intl.Segmenter().segment(name)].length <= longestTag
}
