import { RichText } from '@atproto/api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFacets } from '../../../src/delivery/bluesky/find-facets.ts'

/** As the library would, before it asks whose the handles are. */
function official(text: string) {
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  return (rich.facets ?? []).map(({ index, features: [feature] }) => {
    const { uri, tag, did } = feature as { uri?: string; tag?: string; did?: string }
    const is = uri !== undefined ? { link: uri } : tag !== undefined ? { tag } : { handle: did }
    return { start: index.byteStart, end: index.byteEnd, is }
  })
}

const inOrder = (facets: { start: number; end: number; is: object }[]) =>
  [...facets].sort((a, b) => a.start - b.start || JSON.stringify(a.is).localeCompare(JSON.stringify(b.is)))

const table: [what: string, text: string, facets: unknown[]][] = [
  ['nothing', 'Two posts a week.', []],
  ['a link', 'See https://example.com/a', [{ start: 4, end: 25, is: { link: 'https://example.com/a' } }]],
  [
    'a link behind emoji and accents, in bytes',
    '👩🏽‍🚒 café https://example.com/é',
    [{ start: 22, end: 44, is: { link: 'https://example.com/é' } }],
  ],
  [
    'a link that ends a sentence',
    'Read https://example.com/a?b=c&d=%20.',
    [{ start: 5, end: 36, is: { link: 'https://example.com/a?b=c&d=%20' } }],
  ],
  [
    'a link in brackets',
    '(https://example.com/a)',
    [{ start: 1, end: 22, is: { link: 'https://example.com/a' } }],
  ],
  [
    'a link with brackets of its own',
    'https://example.com/a_(b)',
    [{ start: 0, end: 25, is: { link: 'https://example.com/a_(b)' } }],
  ],
  [
    'an address without scheme',
    'example.com/a, example.nonsense',
    [{ start: 0, end: 13, is: { link: 'https://example.com/a' } }],
  ],
  ['a file name', 'package.json', []],
  [
    'a mention and an e-mail address',
    '@alice.bsky.social. mail@example.com @nobody',
    [{ start: 0, end: 18, is: { handle: 'alice.bsky.social' } }],
  ],
  [
    'tags, one of them Japanese',
    '#cold #读 ＃読む! #1 #a-b',
    [
      { start: 0, end: 5, is: { tag: 'cold' } },
      { start: 6, end: 10, is: { tag: '读' } },
      { start: 11, end: 20, is: { tag: '読む' } },
      { start: 25, end: 29, is: { tag: 'a-b' } },
    ],
  ],
  ['a key and a number', '#️⃣ #1', []],
  ['a cashtag', '$tsla, $12', [{ start: 0, end: 5, is: { tag: '$TSLA' } }]],
  ['a tag of 65 letters', `#${'a'.repeat(65)}`, []],
  ['a tag of 64 flags', `#${'🇪🇪'.repeat(64)}`, [{ start: 0, end: 1 + 64 * 8, is: { tag: '🇪🇪'.repeat(64) } }]],
  [
    'a line break before each',
    'a\nhttps://example.com\n#b\n@c.test',
    [
      { start: 2, end: 21, is: { link: 'https://example.com' } },
      { start: 22, end: 24, is: { tag: 'b' } },
      { start: 25, end: 32, is: { handle: 'c.test' } },
    ],
  ],
]

describe('facets', () => {
  it.each(table)('%s', (_, text, facets) => expect(findFacets(text)).toEqual(facets))
  it.each(table)("%s, as Bluesky's library", (_, text) =>
    expect(inOrder(findFacets(text))).toEqual(inOrder(official(text))),
  )
})

it("finds what Bluesky's library finds, in any words", () => {
  const piece = fc.constantFrom(
    ...[
      '@',
      '#',
      '＃',
      '$',
      'https://',
      'http://',
      'example.com',
      'a.test',
      'bsky.social',
      '.',
      ',',
      '!',
      '?',
    ],
    ...[
      '(',
      ')',
      '/',
      ' ',
      '\n',
      '\u00a0',
      '\u200b',
      '\u200d',
      '\ufe0f',
      '\u20e3',
      '👩🏽‍🚒',
      '🇪🇪',
      'é',
      'e\u0301',
    ],
    ...['读', 'می\u200cخواهم', '1', '_', '-', "'", '’', '"', 'AB', 'tag', '%20', '\ud800', '𠮷', 'İ', 'ß'],
  )
  const words = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), (text) => {
      // There the library makes an address without scheme, which its own schema refuses.
      fc.pre(!/(?:^|\s|\()http(?!s?:\/\/\S)/i.test(text))
      expect(inOrder(findFacets(text))).toEqual(inOrder(official(text)))
    }),
    { numRuns: 20_000 },
  )
})

it('makes an address of a domain that begins with http', () => {
  expect(findFacets('httpbin.org/get')).toEqual([
    { start: 0, end: 15, is: { link: 'https://httpbin.org/get' } },
  ])
})
