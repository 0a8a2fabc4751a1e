import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashesOf, type Searchable } from '../../../src/calendar/clashes.ts'
import { anyText, calendarOf, post, readyPost } from './corner-shop.ts'

const searchable = (slug: string, query: string, more: Partial<Searchable> = {}): Searchable => ({
  slug,
  title: `Title of ${slug}`,
  query,
  aka: [],
  lang: 'en',
  goal: 'acquire',
  state: 'live',
  ...more,
})
const pairsOf = (posts: readonly Searchable[]) =>
  clashesOf(posts).map(({ posts: [a, b], by }) => `${a.slug} ${b.slug} ${by}`)

describe('clashesOf: how near is near', () => {
  it.each<[string, string, string, number | undefined]>([
    ['equal', 'content calendar template', 'content calendar template', 1],
    ['letters and marks do not count', 'Content calendar: template?', 'content calendar template', 1],
    ['typographic marks', 'what’s a content calendar', "what's a content calendar", 1],
    ['stems', 'planning a content calendar', 'plan content calendars', 1],
    ['word order', 'calendar template content', 'content calendar template', 1],
    ['stop words', 'how to write a blog title', 'write the blog title', 1],
    ['what is', 'what is social listening', 'social listening', 1],
    // {often small shop post} of {often small shop post instagram}: 4 of 5.
    [
      'four of five',
      'how often should a small shop post',
      'how often should a small shop post instagram',
      0.8,
    ],
    // {small shop post} of {small shop post instagram}: 3 of 4.
    ['three of four', 'should a small shop post', 'should a small shop post instagram', undefined],
    // {a1 a2 a3 a4 b1} and {a1 a2 a3 a4 c1}: 4 of 6.
    ['four and four of five', 'a1 a2 a3 a4 b1', 'a1 a2 a3 a4 c1', undefined],
    // {a1 … a8 b1} and {a1 … a8 c1}: 8 of 10.
    ['nine each, eight common', 'a1 a2 a3 a4 a5 a6 a7 a8 b1', 'a1 a2 a3 a4 a5 a6 a7 a8 c1', 0.8],
    ['eight each, seven common', 'a1 a2 a3 a4 a5 a6 a7 b1', 'a1 a2 a3 a4 a5 a6 a7 c1', undefined],
    ['how to is not what to', 'how to post on linkedin', 'what to post on linkedin', undefined],
    ['how often is not when', 'how often to post', 'when to post', undefined],
    ['only stop words', 'how to do it', 'how to do it', 1],
    ['only other stop words', 'how to do it', 'can we do this', undefined],
    ['C is not C++', 'c++ for beginners', 'c for beginners', undefined],
    ['nothing but marks', '???', '???', undefined],
  ])('%s', (_, first, second, likeness) => {
    const clashes = clashesOf([searchable('a', first), searchable('b', second)])
    expect(clashes.map((clash) => clash.likeness)).toEqual(likeness === undefined ? [] : [likeness])
  })

  it.each<[string, string, string, string, boolean]>([
    ['no English stems in Estonian', 'et', 'väike pood', 'väike poods', false],
    ['nor English stop words', 'et', 'on hea postitus', 'hea postitus', false],
    ['equal in Estonian', 'et', 'Kui tihti postitada?', 'kui tihti postitada', true],
    ['Cyrillic', 'ru', 'как часто публиковать посты', 'Как часто публиковать посты?', true],
    ['Japanese, which has no spaces', 'ja', '投稿の頻度はどのくらい', '投稿の頻度はどのくらい？', true],
    ['composed and decomposed letters', 'de', 'Blog u\u0308bersetzen', 'blog \u00fcbersetzen', true],
    ['regions of one language', 'en-GB', 'planning posts', 'plan posts', true],
  ])('%s', (_, lang, first, second, expected) => {
    const clashes = clashesOf([
      searchable('a', first, { lang }),
      searchable('b', second, { lang: lang.slice(0, 2) }),
    ])
    expect(clashes.length > 0).toBe(expected)
  })

  it('keeps languages apart', () => {
    expect(clashesOf([searchable('a', 'podcast'), searchable('b', 'podcast', { lang: 'de' })])).toEqual([])
  })
})

describe('clashesOf: what is compared', () => {
  const template = 'content calendar template'

  it('says which search it is, and how', () => {
    const [first, second] = [
      searchable('b', 'a plan for posts', { aka: [template] }),
      searchable('a', 'x', { aka: ['y', template] }),
    ]
    expect(clashesOf([first, second])).toEqual([
      { posts: [second, first], searches: [template, template], by: 'query', likeness: 1, hasIdea: false },
    ])
  })

  it.each<[string, Partial<Searchable>, Partial<Searchable>, string[]]>([
    [
      'other words of one against the query of the other',
      { aka: [template] },
      { query: template },
      ['a b query'],
    ],
    ['the same title', { title: 'Plan your week!' }, { title: 'Plan your week' }, ['a b title']],
    ['a title is no query', { title: template }, { query: template }, []],
    ['posts for customers', { query: template, goal: 'retain' }, { query: template }, []],
    [
      'a retired post that leads elsewhere',
      { query: template, state: 'retired', redirectTo: 'b' },
      { query: template },
      [],
    ],
    [
      'a retired post that leads nowhere',
      { query: template, state: 'retired' },
      { query: template },
      ['a b query'],
    ],
    ['parts of one series', { query: template, series: 's' }, { query: template, series: 's' }, []],
    [
      'parts of two series',
      { query: template, series: 's' },
      { query: template, series: 't' },
      ['a b query'],
    ],
    [
      'a part of a series and another post',
      { query: template, series: 's' },
      { query: template },
      ['a b query'],
    ],
  ])('%s', (_, first, second, expected) => {
    expect(pairsOf([searchable('a', 'one', first), searchable('b', 'two', second)])).toEqual(expected)
  })

  it.each([
    ['idea', 'live', true],
    ['draft', 'idea', true],
    ['draft', 'scheduled', false],
  ] as const)('flags ideas: %s and %s', (first, second, hasIdea) => {
    const posts = [searchable('a', template, { state: first }), searchable('b', template, { state: second })]
    expect(clashesOf(posts).map((clash) => clash.hasIdea)).toEqual([hasIdea])
  })

  it('does not clash with itself', () => {
    expect(
      clashesOf([searchable('a', template, { title: template, aka: [template, `the ${template}`] })]),
    ).toEqual([])
  })

  it('names a pair once, by its nearest search', () => {
    const posts = [
      searchable('a', 'how often should a small shop post', { aka: [template] }),
      searchable('b', 'how often should a small shop post instagram', { aka: [template] }),
    ]
    expect(clashesOf(posts)).toMatchObject([{ searches: [template, template], likeness: 1 }])
  })

  it('names the query before the title, where both are the same', () => {
    const same = { title: template, aka: [template] }
    expect(pairsOf([searchable('a', template, same), searchable('b', template, same)])).toEqual(['a b query'])
  })

  it('takes the posts of a calendar', () => {
    const { posts } = calendarOf({
      'content/posts/b.mdx': readyPost('Content calendar templates', '2026-12-01'),
      'content/posts/a.mdx': post('title: A template for your content calendar?'),
    })
    expect(
      clashesOf(posts).map(({ posts: pair, hasIdea }) => [...pair.map(({ slug }) => slug), hasIdea]),
    ).toEqual([['a', 'b', true]])
  })
})

describe('clashesOf: laws', () => {
  const word = fc.constantFrom(...Array.from({ length: 14 }, (_, index) => `w${index}`))
  const query = fc.uniqueArray(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(' '))
  const posts = fc
    .array(fc.tuple(query, fc.array(query, { maxLength: 2 })), { maxLength: 14 })
    .map((all) =>
      all.map(([text, aka], index) => searchable(`p${String(index).padStart(2, '0')}`, text, { aka })),
    )
  const near = (a: string, b: string) => {
    const [first, second] = [new Set(a.split(' ')), new Set(b.split(' '))]
    return first.intersection(second).size / first.union(second).size >= 0.8
  }

  it('finds what comparing all with all finds', () => {
    fc.assert(
      fc.property(posts, (all) => {
        const expected = all.flatMap((a, index) =>
          all
            .slice(index + 1)
            .filter((b) =>
              [a.query, ...a.aka].some((one) => [b.query, ...b.aka].some((other) => near(one, other))),
            )
            .map((b) => `${a.slug} ${b.slug} query`),
        )
        expect(pairsOf(all)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the order of the posts', () => {
    const shuffled = posts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(clashesOf(mixed)).toEqual(clashesOf(all))
      }),
    )
  })

  it('is the same from both sides, and among others', () => {
    fc.assert(
      fc.property(posts, (all) => {
        for (const {
          posts: [a, b],
          likeness,
        } of clashesOf(all))
          for (const pair of [
            [a, b],
            [b, a],
          ])
            expect(clashesOf(pair)).toMatchObject([{ posts: [a, b], likeness }])
      }),
      { numRuns: 40 },
    )
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom('en', 'et', 'th', 'not a tag'), (a, b, lang) => {
        clashesOf([searchable('a', a, { title: b, lang }), searchable('b', b, { title: a, lang })])
      }),
    )
  })
})
