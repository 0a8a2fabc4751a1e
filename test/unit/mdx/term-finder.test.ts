import { describe, expect, it } from 'vitest'
import { type TermFinder, termFinder } from '../../../src/mdx/term-finder.ts'

type Kind = Parameters<typeof termFinder>[0][number]['kind']
const finderOf = (terms: string, kind: Kind = 'term') =>
  termFinder(terms.split(', ').map((term) => ({ term, kind })))

/** The words that are found, as the text has them, each with the glossary's form. */
const found = (finder: TermFinder, text: string) =>
  finder.find(text).map(({ term, start, end }) => `${text.slice(start, end)}=${term}`)

describe('a term', () => {
  it.each([
    ['query', 'a query b', ['query=query']],
    [
      'query',
      'Query, QUERY; (query) “query” query? query…',
      Array(6).fill(expect.stringMatching(/^query=/i)),
    ],
    [
      'query',
      "queries, query’s, query's, queries’",
      ['queries=query', 'query=query', 'query=query', 'queries=query'],
    ],
    ['impression', 'impressions impressiones', ['impressions=impression']],
    ['hash', 'hashes hashs', ['hashes=hash', 'hashs=hash']],
    ['day', 'days daies', ['days=day']],
    ['query', 'requery querying query-based sub-query #query query.com x/query query_a', []],
    ['query', 'query—query–query·query', Array(4).fill('query=query')],
    ['mail', 'e-mail mail', ['mail=mail']],
    ['can', 'can’t can', ['can=can']],
    ['content calendar', 'a Content\n  calendars b', ['Content\n  calendars=content calendar']],
    ['content calendar', 'content, calendar (content) calendar content-calendar', []],
    [
      'click-through rate',
      'click‑through rate, click through rate',
      ['click‑through rate=click-through rate'],
    ],
    ['café', 'cafe\u0301 CAFÉ', ['cafe\u0301=café', 'CAFÉ=café']],
    ['Straße', 'straße', ['straße=Straße']],
    ['soft', 's\u00adoft', ['s\u00adoft=soft']],
    ['query', '🎉query🎉', ['query=query']],
    [
      'C++, .NET, C#, R&D, A/B test',
      'C++, .NET. C#; (R&D) A/B tests',
      ['C++=C++', '.NET=.NET', 'C#=C#', 'R&D=R&D', 'A/B tests=A/B test'],
    ],
    ['検索意図, 検索', '検索は検索意図です。', ['検索=検索', '検索意図=検索意図']],
    ['!!!, …', 's !!! …', []],
    ['constructor, __proto__', 'constructor __proto__', ['constructor=constructor', 'proto=__proto__']],
  ])('%s in %j', (terms, text, expected) => {
    expect(found(finderOf(terms), text)).toEqual(expected)
  })

  it('is the longest that stands there, and no other stands within it', () => {
    const finder = finderOf('search, search intent, intent, search intent of a shop')
    expect(found(finder, 'search intent of a search: intent')).toEqual([
      'search intent=search intent',
      'search=search',
      'intent=intent',
    ])
  })
})

describe('an acronym', () => {
  it.each([
    ['acronym', 'CTA', 'CTA cta Cta CTAs CTA’s CTAS', ['CTA=CTA', 'CTAs=CTA', 'CTA=CTA']],
    ['acronym', 'IT', 'it It IT', ['IT=IT']],
    ['public', 'Mastodon', 'mastodon Mastodon MASTODON', ['Mastodon=Mastodon']],
    ['public', 'hashtag', 'Hashtags hashtag', ['Hashtags=hashtag', 'hashtag=hashtag']],
  ] as const)('or a name is found only as it is written: %s %s', (kind, term, text, expected) => {
    expect(found(finderOf(term, kind), text)).toEqual(expected)
  })

  it('may be a word too', () => {
    const finder = termFinder([
      { term: 'IT', kind: 'acronym' },
      { term: 'it', kind: 'term' },
    ])
    expect(found(finder, 'it IT')).toEqual(['it=it', 'IT=IT'])
  })
})

it.each([
  ['queries', 'query'],
  ['SEO', 'seo'],
  ['Click-Through Rate', 'click-through rate'],
  ['click-through', undefined],
  ['', undefined],
])('%j means %j', (word, term) => {
  expect(finderOf('query, seo, click-through rate').named(word)).toBe(term)
})
