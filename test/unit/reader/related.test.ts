import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstBy } from '../../../src/reader/related/first-by.ts'
import { meaningfulWords } from '../../../src/reader/related/meaningful-words.ts'
import { compareByWords } from '../../../src/reader/related/similar-posts.ts'
import { type RelatedPost, relatedTo } from '../../../src/reader/related.ts'

/** A post of a title alone, in a language without a list of stop words, so that every word counts. */
function post(slug: string, title: string, more: Partial<RelatedPost> = {}): RelatedPost {
  return {
    ...{ slug, title, query: '', headings: [], topics: [], related: [], lang: 'et', goal: 'acquire' },
    ...more,
  }
}

const slugs = (posts: readonly RelatedPost[]) => posts.map(({ slug }) => slug)

describe('the likeness of posts', () => {
  // Of 4 posts, 2 have `apple` and 2 have `cake`: ln 2 each. `pie`, `plum` and `bread` stand in one: ln 4 = 2 ln 2.
  // So pie = (apple 1, pie 2), cake = (apple 1, cake 1), plum = (cake 1, plum 2), up to one factor for all.
  const pie = post('a', 'apple pie')
  const cake = post('b', 'apple cake', { topics: ['baking'] })
  const plum = post('c', 'plum cake', { topics: ['baking', 'fruit'] })
  const bread = post('d', 'bread')
  const corpus = [pie, cake, plum, bread]
  const scores = (of: RelatedPost, posts: readonly RelatedPost[] = corpus) =>
    Object.fromEntries(compareByWords(posts)(of, posts.length).map(({ post, score }) => [post.slug, score]))

  it('is the cosine of their weights, half as much again for a shared topic', () => {
    const cosine = 1 / Math.sqrt(5 * 2)
    expect(scores(pie)).toEqual({ b: expect.closeTo(cosine, 12) })
    expect(scores(cake)).toEqual({ a: expect.closeTo(cosine, 12), c: expect.closeTo(cosine * 1.5, 12) })
    expect(scores(bread)).toEqual({})
  })

  it('weighs a word by where it stands', () => {
    // `rye` stands in one post of three besides each: as title and query it counts 1 + ln 6, as answer 1 + ln 2, as heading 1.
    const like = (fields: Partial<RelatedPost>) => {
      const other = post('x', 'oats', fields)
      return scores(post('y', 'rye'), [post('y', 'rye'), other, post('z', 'wheat')]).x ?? 0
    }
    const rare = Math.log(3)
    const shared = Math.log(3 / 2)
    const expected = (weight: number) => {
      const [own, others] = [weight * shared, (1 + Math.log(3)) * rare]
      return own / Math.hypot(own, others)
    }
    expect(like({ headings: [{ depth: 2, slug: 'rye', text: 'rye' }] })).toBeCloseTo(expected(1), 12)
    expect(like({ answer: 'rye' })).toBeCloseTo(expected(1 + Math.log(2)), 12)
    expect(like({ query: 'rye' })).toBeCloseTo(expected(1 + Math.log(3)), 12)
  })

  it('is the same from both sides, to the last digit, in whatever order the posts come', () => {
    fc.assert(
      fc.property(corpora, fc.infiniteStream(fc.nat()), (posts, random) => {
        const shuffled = posts.toSorted(() => ((random.next().value ?? 0) % 2) - 0.5)
        const [first, second] = [compareByWords(posts), compareByWords(shuffled)]
        const table = (alike: typeof first) =>
          new Map(
            posts.map((a) => [
              a.slug,
              new Map(alike(a, posts.length).map(({ post: b, score }) => [b.slug, score])),
            ]),
          )
        const [one, two] = [table(first), table(second)]
        for (const [a, others] of one)
          for (const [b, score] of others) {
            expect(score).toBeGreaterThan(0)
            expect(one.get(b)?.get(a)).toBe(score)
            expect(two.get(a)?.get(b)).toBe(score)
          }
        for (const post of posts) {
          const fits = ({ slug }: RelatedPost) => slug !== posts[0]?.slug
          const all = first(post, posts.length).filter((each) => fits(each.post))
          expect(first(post, 2, fits)).toEqual(all.slice(0, 2))
        }
      }),
    )
  })
})

describe('the posts beside a post', () => {
  it('are those that its writer chose, then the most alike, then others on its topics, the newest first', () => {
    const live = (day: string) => ({
      publish: { local: `${day}T09:00`, zone: 'UTC', instant: `${day}T09:00:00Z` },
    })
    const own = post('own', 'sour bread', { related: ['chosen', 'hidden', 'own'], topics: ['baking'] })
    const posts = [
      own,
      post('chosen', 'nothing alike'),
      post('alike', 'sour dough'),
      post('older', 'x', { topics: ['baking'], ...live('2026-01-01') }),
      post('newer', 'y', { topics: ['baking'], ...live('2026-02-01') }),
      post('newest', 'z', live('2026-03-01')),
    ]
    expect(slugs(relatedTo(own, posts))).toEqual(['chosen', 'alike', 'newer'])
  })

  it('are tied by slug', () => {
    const posts = ['d', 'b', 'a', 'c'].map((slug) => post(slug, 'same words'))
    const others = [...posts, post('e', 'other')]
    expect(slugs(relatedTo(others[0] as RelatedPost, others))).toEqual(['a', 'b', 'c'])
  })

  it('lead nobody from search to posts for customers, but customers to both', () => {
    const posts = [
      post('asked', 'opening hours', { related: ['news'] }),
      post('near', 'opening day'),
      post('news', 'new opening hours', { goal: 'retain' }),
      post('later', 'old opening hours', { goal: 'retain' }),
    ]
    expect(slugs(relatedTo(posts[0] as RelatedPost, posts))).toEqual(['near'])
    expect(slugs(relatedTo(posts[2] as RelatedPost, posts))).toEqual(['asked', 'later', 'near'])
  })

  it('are three to five, never the post itself, all of them shown, whatever the order', () => {
    fc.assert(
      fc.property(corpora, (posts) => {
        const backwards = posts.toReversed()
        for (const each of posts) {
          const found = relatedTo(each, posts)
          const others = posts.filter(
            (other) => other !== each && (each.goal === 'retain' || other.goal === 'acquire'),
          )
          expect(found.length).toBeLessThanOrEqual(5)
          expect(found.length).toBeGreaterThanOrEqual(Math.min(3, others.length))
          expect(new Set(found).size).toBe(found.length)
          for (const other of found) expect(others).toContain(other)
          const chosen = [...new Set(each.related)].filter((slug) => slugs(others).includes(slug)).slice(0, 5)
          expect(slugs(found).slice(0, chosen.length)).toEqual(chosen)
          expect(slugs(relatedTo(each, backwards))).toEqual(slugs(found))
        }
      }),
    )
  })
})

const words = fc.array(fc.constantFrom('oats', 'rye', 'wheat', 'spelt', 'bread', 'cake', 'pie'), {
  maxLength: 5,
})
const corpora = fc.uniqueArray(
  fc.record({
    slug: fc.constantFrom(...'abcdefghijkl'),
    title: words.map((some) => some.join(' ')),
    query: words.map((some) => some.join(' ')),
    answer: words.map((some) => some.join(' ')),
    headings: words.map((some) => some.map((text) => ({ depth: 2, slug: text, text }))),
    topics: fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), { maxLength: 2 }),
    related: fc.array(fc.constantFrom(...'abcdefghijkl'), { maxLength: 6 }),
    lang: fc.constantFrom('en', 'de'),
    goal: fc.constantFrom('acquire' as const, 'acquire' as const, 'retain' as const),
  }),
  { selector: ({ slug }) => slug, maxLength: 12 },
)

describe('words that carry meaning', () => {
  it.each([
    ['How often should a shop’s owners be posting posts?', 'en', ['shop', 'owner', 'post', 'post']],
    ['We don’t: 2026, e-mail & co.', 'en-GB', ['2026', 'e', 'mail', 'co']],
    ['Wie oft sollte ein Laden posten?', 'de', ['wie', 'oft', 'sollte', 'ein', 'laden', 'posten']],
    ['Как часто?', 'ru', ['как', 'часто']],
    ['投稿の頻度', 'ja', ['投稿', 'の', '頻度']],
    ['?!', 'en', []],
  ])('of “%s” in %s', (text, lang, expected) => {
    expect(meaningfulWords(text, lang)).toEqual(expected)
  })
})

it('takes the first few as a sort would', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(6), (numbers, count) => {
      expect(firstBy(numbers, count, (a, b) => a - b)).toEqual(
        numbers.toSorted((a, b) => a - b).slice(0, count),
      )
    }),
  )
})
