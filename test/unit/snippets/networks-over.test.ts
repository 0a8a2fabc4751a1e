import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networks as names } from '../../../src/calendar/vocabulary.ts'
import { graphemeStarts } from '../../../src/snippets/count-text.ts'
import { networks } from '../../../src/snippets/networks.ts'
import { ceilingsOf, overCeiling } from '../../../src/snippets/over-ceiling.ts'

const link = ' https://example.com/posting/how-often?utm_source=x'

describe('what must go', () => {
  const rest = (words: string, limit: number, behind = '') => {
    const excess = overCeiling(words, ceilingsOf(networks.mastodon, 'text', limit), behind)
    return excess && [excess.count, words.slice(0, excess.from), words.slice(excess.from)]
  }

  it.each([
    ['Two posts a week', 16, undefined],
    ['Two posts a week', 15, [16, 'Two posts a ', 'week']],
    ['Two posts a week', 13, [16, 'Two posts a ', 'week']],
    ['Two posts a week', 12, [16, 'Two posts a ', 'week']],
    ['Two posts a week', 9, [16, 'Two posts ', 'a week']],
    ['Two posts a week', 2, [16, 'Tw', 'o posts a week']],
    ['Two\nposts\n\na week', 11, [17, 'Two\nposts\n\n', 'a week']],
    ['a'.repeat(100), 60, [100, 'a'.repeat(60), 'a'.repeat(40)]],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2, [3, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['你好，世界'.repeat(10), 45, [50, '你好，世界'.repeat(9), '你好，世界']],
  ])('of %j, where %i fit', (words, limit, expected) => {
    expect(rest(words, limit)).toEqual(expected)
  })

  it('leaves the link where it is', () => {
    expect(rest('Two posts a week', 37, link)).toEqual([40, 'Two posts a ', 'week'])
  })

  it('is everything, where the link alone is too long', () => {
    expect(rest('Two posts', 20, link)).toEqual([33, '', 'Two posts'])
  })
})

it.each(names)('keeps within the ceilings of %s without what must go, and parts no character', (name) => {
  const anyWords = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.lorem({ maxCount: 40 }),
    fc.array(fc.webUrl(), { maxLength: 5 }).map((urls) => urls.join(' and ')),
  )
  fc.assert(
    fc.property(anyWords, fc.integer({ min: 24, max: 150 }), fc.boolean(), (words, limit, hasLink) => {
      const ceilings = ceilingsOf(networks[name], 'text').map((ceiling) => ({ ...ceiling, limit }))
      const behind = hasLink ? ' https://t.co/a' : ''
      const excess = overCeiling(words, ceilings, behind)
      if (!excess) return
      const { ceiling, count, from } = excess
      const kept = words.slice(0, from).trimEnd()
      expect(count).toBeGreaterThan(ceiling.limit)
      expect(from === 0 || ceiling.count(kept + behind) <= ceiling.limit).toBe(true)
      expect([...graphemeStarts(words), 0]).toContain(from)
    }),
  )
})

it('measures a title by its own ceiling', () => {
  const ceilings = ceilingsOf(networks.pinterest, 'title', 20)
  expect(overCeiling('a'.repeat(100), ceilings)).toBeUndefined()
  expect(overCeiling('a'.repeat(101), ceilings)?.count).toBe(101)
})
