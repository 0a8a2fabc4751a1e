import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLeaks } from '../../../src/snippets/find-leaks.ts'
import { findRepeats } from '../../../src/snippets/find-repeats.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { areAlike, shinglesOf } from '../../../src/snippets/shingles.ts'
import { morning, queueItem } from './queue-items.ts'

const words =
  "Two posts a week that you keep beat seven that you don't, and people notice a rhythm before a number."

const at = (day: number, given: Partial<QueueItem> & { post: string }) =>
  queueItem({ at: morning(day), parts: [words], ...given })
const repeated = (...items: QueueItem[]) =>
  [...findRepeats(items)].map(([id, problems]) => [id, ...problems.map(({ what }) => what)])

describe('nearly the same words', () => {
  it('are found within thirty days, on one channel', () => {
    expect(
      repeated(
        at(0, { post: 'a' }),
        at(30, { post: 'b', parts: [words.replace('Two', 'Three').toUpperCase()] }),
      ),
    ).toEqual([['b/x/1/1', '`x` has nearly these words on `2027-01-05` already, from `a`']])
  })

  it.each<[string, QueueItem]>([
    ['later', at(31, { post: 'b' })],
    ['on another channel', at(1, { post: 'b', channel: 'fediverse' })],
    ['as another wording of one snippet', at(1, { post: 'b', series: 'a/x/1', id: 'a/x/1/2' })],
    ['in an activity', at(1, { post: 'b', kind: 'activity' })],
    ['in other words', at(1, { post: 'b', parts: [words.replaceAll('that', 'which')] })],
  ])('are fine %s', (_where, other) => {
    expect(repeated(at(0, { post: 'a' }), other)).toEqual([])
  })

  it('are the same with another link, and with two words', () => {
    expect(
      repeated(
        at(0, { post: 'a', parts: ['New: https://a.com/1'] }),
        at(1, { post: 'b', parts: ['new https://a.com/2'] }),
      ),
    ).toHaveLength(1)
  })

  it('are found in scripts without spaces', () => {
    const chinese = '每周发两次帖子，只要坚持，就比发七次而坚持不下去要好'
    expect(
      repeated(at(0, { post: 'a', parts: [chinese] }), at(1, { post: 'b', parts: [`${chinese}！`] })),
    ).toHaveLength(1)
  })

  it('are found wherever comparing every two texts finds them', () => {
    const anyText = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 })
      .map((each) => each.join(' '))
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 12 }), (texts) => {
        const items = texts.map((text, index) => at(index * 5, { post: `p${index}`, parts: [text] }))
        const expected = items.filter((item, index) =>
          items
            .slice(Math.max(0, index - 6), index)
            .some((other) => areAlike(shinglesOf(item.parts[0] ?? ''), shinglesOf(other.parts[0] ?? ''))),
        )
        expect([...findRepeats(items).keys()]).toEqual(expected.map(({ id }) => id))
      }),
    )
  })

  it('share four fifths of their runs of words', () => {
    const anyText = fc.array(fc.constantFrom('a', 'b'), { maxLength: 14 }).map((each) => each.join(' '))
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [ofA, ofB] = [new Set(shinglesOf(a)), new Set(shinglesOf(b))]
        const shared = ofA.intersection(ofB).size
        expect(areAlike(shinglesOf(a), shinglesOf(b))).toBe(shared > 0 && shared / ofA.union(ofB).size >= 0.8)
      }),
    )
  })

  it('are found among very many in no time', () => {
    const items = Array.from({ length: 20_000 }, (_, index) =>
      at(index / 100, {
        post: `p${index}`,
        parts: [`New on the blog, for every shop that posts: number ${index % 9000}, and why`],
      }),
    )
    const start = performance.now()
    findRepeats(items)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('an offer for one channel', () => {
  const offer = at(0, { post: 'a', kind: 'offer', only: true, parts: [`${words} With SAVE20.`] })
  const leaked = (other: QueueItem) =>
    [...findLeaks([offer, other])].map(([id, [problem]]) => [id, problem?.what])

  it('is found on another, in nearly the same words or with its code', () => {
    const what = '`x` was promised this offer alone, from `a`'
    expect(leaked(at(90, { post: 'b', channel: 'fediverse' }))).toEqual([['b/fediverse/1/1', what]])
    expect(leaked(at(90, { post: 'b', channel: 'fediverse', parts: ['A fifth off with SAVE20'] }))).toEqual([
      ['b/fediverse/1/1', what],
    ])
  })

  it.each<[string, QueueItem]>([
    ['on its own channel', at(1, { post: 'b' })],
    ['another', at(1, { post: 'b', channel: 'fediverse', parts: ['A fifth off with SAVE30'] })],
  ])('may go out again %s', (_where, other) => {
    expect(leaked(other)).toEqual([])
  })
})
