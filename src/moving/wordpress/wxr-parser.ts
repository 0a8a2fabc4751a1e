import { SaxesParser } from 'saxes'
import type { Fault } from '../../calendar/fault.ts'
import { ownWords } from '../../own-words.ts'
import {
  headFields,
  itemFields,
  metaKeys,
  namespaces,
  type WxrHead,
  type WxrItem,
  type WxrTerm,
} from './wxr.ts'

/** What one text may have, in UTF-16 units: a field, a comment, a declaration. */
const longestText = 8_000_000
const deepest = 32

interface Draft {
  line: number
  bodyLine: number
  fields: Record<string, string>
  terms: WxrTerm[]
  meta: [string, string][]
  comments: number
}

type Texts = Record<string, string>

/**
 * Reads an export piece by piece, within the memory of one item. Entities of its own are refused, never expanded; characters that
 * XML forbids are left out, as WordPress writes them all the same.
 */
export class WxrParser {
  readonly head: WxrHead & { fields: Texts; authors: Texts[]; categories: Texts[] } = {
    fields: {},
    authors: [],
    categories: [],
  }
  /** Whether the end of the export was seen. */
  isWhole = false
  /** Why the rest cannot be read. */
  refusal: Fault | undefined
  /** The first place where tags do not match, though reading went on. */
  stumble: Fault | undefined

  readonly #file: string
  readonly #parser = new SaxesParser()
  readonly #path: string[] = []
  /** Where tags did not match, items stand at another depth than the third. */
  #base = 0
  readonly #prefixes = new Map<string, string>()
  #items: WxrItem[] = []
  #item: Draft | undefined
  /** An author, category, or note beside a post, while it is read. */
  #part: Texts | undefined
  #text: string[] | undefined
  #textLength = 0
  #sinceEvent = 0

  constructor(file: string) {
    this.#file = file
    const parser = this.#parser
    parser.on('error', ({ message }) => this.#onError(message))
    // Each further listener brings saxes nearer to the point where V8 makes its parser slow: 4 s for 100 MB instead of half a second.
    parser.on('doctype', (doctype) => {
      if (/<!|\[/.test(doctype))
        this.#refuse(
          'a document type that declares things of its own',
          'export it anew: WordPress writes none',
        )
    })
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes))
    parser.on('closetag', () => this.#close())
    parser.on('text', (text) => this.#addText(text))
    parser.on('cdata', (text) => this.#addText(text))
  }

  /** The items that end in this piece. */
  write(piece: string): readonly WxrItem[] {
    if (this.refusal) return []
    this.#items = []
    this.#sinceEvent += piece.length
    this.#parser.write(piece)
    if (this.#sinceEvent > longestText) this.#refuse(...tooLong)
    return this.#items
  }

  /** Where the reading stands. */
  get line(): number {
    return this.#parser.line
  }

  #refuse(what: string, mend: string): void {
    this.refusal ??= { file: this.#file, line: this.line, column: 1, what, mend }
  }

  #onError(message: string): void {
    if (this.stumble || !/unexpected close tag|mismatch|unmatched closing tag/.test(message)) return
    const { line } = this
    const what = 'tags that do not match'
    this.stumble = { file: this.#file, line, column: 1, what, mend: 'look at the posts around this line' }
  }

  #nameOf(written: string): string {
    const colon = written.indexOf(':')
    const prefix = colon > 0 ? this.#prefixes.get(written.slice(0, colon)) : undefined
    return prefix ? `${prefix}${written.slice(colon)}` : written
  }

  #open(written: string, attributes: Readonly<Record<string, string>>): void {
    this.#sinceEvent = 0
    if (this.#path.length === 0) this.#begin(attributes)
    const name = this.#nameOf(written)
    const depth = this.#path.push(name) - this.#base
    this.#text = undefined
    if (depth > deepest) this.#refuse('tags within tags without end', 'export it anew')
    if (name === 'item' && !this.#item) {
      this.#base += depth - 3
      this.#item = { line: this.line, bodyLine: this.line, fields: {}, terms: [], meta: [], comments: 0 }
    } else if (depth === 3 && headFields.has(name) && !this.#item) this.#collect()
    else if (depth === 3 && (name === 'wp:author' || name === 'wp:category')) this.#part = {}
    else if (depth === 4 && this.#item) this.#openInItem(name, attributes)
    else if ((depth === 4 || depth === 5) && this.#part && name !== 'wp:termmeta') this.#collect()
  }

  #openInItem(name: string, attributes: Readonly<Record<string, string>>): void {
    if (!this.#item) return
    if (name === 'wp:postmeta') this.#part = {}
    else if (name === 'wp:comment') this.#item.comments++
    else if (name === 'category') {
      const { domain = 'category', nicename = '' } = attributes
      this.#part = { domain, nicename }
      this.#collect()
    } else if (itemFields.has(name)) {
      if (name === 'content:encoded') this.#item.bodyLine = this.line
      this.#collect()
    }
  }

  #collect(): void {
    this.#text = []
    this.#textLength = 0
  }

  #addText(text: string): void {
    this.#sinceEvent = 0
    if (!this.#text) return
    this.#textLength += text.length
    if (this.#textLength > longestText) this.#refuse(...tooLong)
    else this.#text.push(text)
  }

  #close(): void {
    this.#sinceEvent = 0
    const depth = this.#path.length - this.#base
    const name = this.#path.pop() ?? ''
    const text = this.#text?.join('').replace(forbidden, '')
    this.#text = undefined
    if (name === 'rss') this.isWhole = true
    else if (depth === 3) this.#closeInChannel(name, text)
    else if (depth === 4 && this.#item) this.#closeInItem(this.#item, name, text)
    else if (text !== undefined && this.#part) this.#part[name] = text
  }

  #closeInChannel(name: string, text: string | undefined): void {
    if (name === 'item' && this.#item) {
      if (!this.refusal) this.#items.push(this.#item)
      this.#item = undefined
    } else if (this.#part && name === 'wp:author') this.head.authors.push(this.#part)
    else if (this.#part && name === 'wp:category') this.head.categories.push(this.#part)
    else if (text) this.head.fields[name] ??= ownWords(text.trim())
    this.#part = undefined
  }

  #closeInItem(item: Draft, name: string, text: string | undefined): void {
    const part = this.#part
    if (name === 'wp:postmeta') {
      const { 'wp:meta_key': key = '', 'wp:meta_value': value = '' } = part ?? {}
      if (metaKeys.has(key) && value !== '') item.meta.push([key, ownWords(value)])
    } else if (name === 'category' && part)
      item.terms.push({ domain: part.domain ?? '', nicename: part.nicename ?? '', name: (text ?? '').trim() })
    else if (text) item.fields[name] ??= name === 'content:encoded' ? text : ownWords(text.trim())
    this.#part = undefined
  }

  #begin(attributes: Readonly<Record<string, string>>): void {
    const { encoding } = this.#parser.xmlDecl
    if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding))
      this.#refuse(
        `written in ${encoding}, it says`,
        'save it as UTF-8 and let its first line say so: encoding="UTF-8"',
      )
    for (const [name, value] of Object.entries(attributes)) {
      const prefix = namespaces.find(([uri]) => uri.test(value))?.[1]
      if (prefix && name.startsWith('xmlns:')) this.#prefixes.set(name.slice('xmlns:'.length), prefix)
    }
  }
}

const tooLong = [
  `a single text of more than ${longestText / 1_000_000} million characters`,
  'take this post out of the export, and move it by hand',
] as const

/** What XML forbids, save the line's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
