import { Parser } from 'htmlparser2'
import { plainText } from '../plain-text.ts'
import type { Said, Source } from '../source.ts'
import { mostRows } from './records.ts'

/** What of an item is read, by the names that RSS, Atom and RDF give it. */
const fields: Readonly<Record<string, 'title' | 'body' | 'at' | 'by' | 'url' | 'key'>> = {
  title: 'title',
  description: 'body',
  summary: 'body',
  content: 'body',
  'content:encoded': 'body',
  pubDate: 'at',
  published: 'at',
  updated: 'at',
  'dc:date': 'at',
  author: 'by',
  name: 'by',
  'dc:creator': 'by',
  link: 'url',
  guid: 'key',
  id: 'key',
}

interface Item {
  line: number
  found: Partial<Record<(typeof fields)[string], string>>
}

/** RSS, Atom or RDF, as a search for mentions or a hashtag gives it. Entities of its own are left as they stand. */
export const feed: Source = {
  description: 'a feed',
  on: 'feed',
  recognizes: (text) => /^\s*<[?!a-z]/i.test(text) && /<(rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 20_000)),
  read(text, { file }) {
    const items: Item[] = []
    let item: Item | undefined
    let open: { field: (typeof fields)[string]; depth: number; text: string } | undefined
    let [depth, line, seen] = [0, 1, 0]
    const lineAt = (offset: number) => {
      for (; seen < offset; seen++) if (text.charCodeAt(seen) === 10) line++
      return line
    }
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          depth++
          if (name === 'item' || name === 'entry') item = { line: lineAt(parser.startIndex), found: {} }
          const field = fields[name]
          if (!item || !field || open) return
          open = { field, depth, text: '' }
          if (field === 'url' && attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
            item.found.url ??= attributes.href
        },
        ontext(some) {
          if (open && open.text.length < longestField) open.text += some
        },
        onclosetag(name) {
          if (open?.depth === depth && item) {
            const value = open.text.trim()
            if (value !== '' && open.field === 'by') item.found.by ??= value
            else if (value !== '') item.found[open.field] ??= value
            open = undefined
          }
          if (item && (name === 'item' || name === 'entry')) {
            if (items.length <= mostRows) items.push(item)
            item = undefined
          }
          depth--
        },
      },
      { xmlMode: true },
    )
    parser.end(text)
    const at = (line: number) => ({ file, line, column: 1 })
    const entities = /<!ENTITY/i.exec(text)
    const faults = entities
      ? [
          {
            ...at(text.slice(0, entities.index).split('\n').length),
            what: 'the feed makes up entities of its own; they were left as they stand',
            mend: 'look whether what was taken from it is what you want',
          },
        ]
      : []
    const said = items.flatMap(({ line, found }): Said[] => {
      const words = wordsOf(found)
      if (words !== '') return [{ line, text: words, ...picked(found) }]
      faults.push({
        ...at(line),
        what: 'an item without title and text',
        mend: 'nothing can be taken from it',
      })
      return []
    })
    return { said, faults }
  },
}

/** The most of a field that is read, in UTF-16 units. */
const longestField = 20_000

/** Title, then text, unless one repeats the other. Titles of comments say who wrote them, and on what. */
function wordsOf({ title = '', body = '' }: Item['found']): string {
  const [head, rest] = [plainText(title), plainText(body)]
  if (rest === '' || head === rest) return head
  const stub = head.replace(/(…|\.\.\.)$/, '')
  if (head === '' || rest.startsWith(stub) || /^(by|von|par|comment by|re): /i.test(head)) return rest
  return `${head} ${rest}`
}

function picked({ at, by, url, key }: Item['found']): Partial<Said> {
  const known = key ?? url
  return { ...(at && { at }), ...(by && { by }), ...(url && { url }), ...(known && { key: known }) }
}
