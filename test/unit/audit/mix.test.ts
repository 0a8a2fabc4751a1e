import { expect, it } from 'vitest'
import { mixOf } from '../../../src/audit/mix.ts'
import { audited } from '../../support/audited-post.ts'

const today = '2026-11-22'

it('counts what posts do, are about, and how long they are', () => {
  const mix = mixOf(
    [
      audited('a.md', {
        title: 'How to brew tea',
        promotion: 0.6,
        topics: ['Tea', 'tea', 'News'],
        words: 149,
      }),
      audited('b.md', { title: 'Our tea', promotion: 0.3, topics: ['tea'], words: 150 }),
      audited('c.md', { title: 'Tee', lang: 'de', words: 9000 }),
    ],
    today,
  )
  expect(mix.selling).toEqual({ sells: 1, leans: 1, helps: 0, unknown: 1 })
  expect(mix.asking).toEqual({ asks: 1, names: 0, neither: 1, unknown: 1 })
  expect(mix.topics).toEqual([
    { name: 'tea', posts: 2 },
    { name: 'News', posts: 1 },
  ])
  expect(mix).toMatchObject({ untagged: 1, undated: 3, medianWords: 150, months: [] })
  expect(mix.lengths.map(({ posts }) => posts)).toEqual([1, 1, 0, 0, 0, 0, 1])
  expect(mix.languages).toEqual([
    { lang: 'en', posts: 2 },
    { lang: 'de', posts: 1 },
  ])
})

it('counts months from the first post to now, and leaves out what is still to come', () => {
  const mix = mixOf(
    ['2026-08-30', '2026-08-01', '2026-11-01', '2027-01-01'].map((published) =>
      audited(`${published}.md`, { published }),
    ),
    today,
  )
  expect(mix.months).toEqual([
    { month: '2026-08', posts: 2 },
    { month: '2026-09', posts: 0 },
    { month: '2026-10', posts: 0 },
    { month: '2026-11', posts: 1 },
  ])
  expect(mix).toMatchObject({
    lastYear: 3,
    longestSilence: { from: '2026-08-30', to: '2026-11-01', days: 63 },
  })
})

it('takes the time since the last post for a silence too', () => {
  const mix = mixOf(
    [audited('a.md', { published: '2020-01-01' }), audited('b.md', { published: '2020-02-01' })],
    today,
  )
  expect(mix.longestSilence).toMatchObject({ from: '2020-02-01', to: today })
})
