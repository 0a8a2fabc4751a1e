import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sharedQueriesOf } from '../../../src/audit/shared-queries.ts'
import { audited } from '../../support/audited-post.ts'

function sharedBy(...titles: string[]) {
  return sharedQueriesOf(titles.map((title, index) => audited(`${index}.md`, { title })))
}

it.each([
  ['How to descale a kettle', 'How do you descale a kettle?', 'the same words'],
  ['How to descale a kettle', 'Descaling kettles quickly: a simple guide', 'other words'],
  ['How often should a small shop post?', 'How frequently to publish for a small store', 'other words'],
  ['The best kettles of 2022', 'Best kettle 2026', 'the same words'],
  ['7 ways to quiet a loud kettle', '12 ways to quiet a loud kettle', 'the same words'],
])('%j and %j are one question', (a, b, by) => {
  expect(sharedBy(a, b)).toMatchObject([{ by, posts: [{ file: '0.md' }, { file: '1.md' }] }])
})

it.each([
  ['How to clean a copper kettle', 'How to clean a steel kettle'],
  ['Why descale a kettle?', 'When to descale a kettle?'],
  ['SteamLine 2.1 in kitchens', 'SteamLine 2.2 in kitchens'],
  ['Kettles', 'Kettles and pans for a small kitchen'],
  ['Introducing the kettle', 'Introducing the kettle'],
])('%j and %j are two, or none', (a, b) => {
  expect(sharedBy(a, b)).toEqual([])
})

it('puts all that share one question into one group, the newest first', () => {
  const posts = [
    audited('a.md', { title: 'How to descale a kettle', published: '2020-01-01' }),
    audited('b.md', { title: 'Descaling a kettle', published: '2024-01-01' }),
    audited('c.md', { title: 'How do you descale kettles?' }),
    audited('d.md', { title: 'Whistling pots in history' }),
  ]
  expect(sharedQueriesOf(posts).map(({ posts: sharing }) => sharing.map(({ file }) => file))).toEqual([
    ['b.md', 'a.md', 'c.md'],
  ])
})

it('parts languages', () => {
  expect(
    sharedQueriesOf([
      audited('a.md', { title: 'Kettle repair shop', lang: 'en' }),
      audited('b.md', { title: 'Kettle repair shop', lang: 'nl' }),
    ]),
  ).toEqual([])
})

it('depends on the posts alone, not on their order', () => {
  const words = fc.constantFrom('descale', 'kettle', 'copper', 'how', 'shop', 'post', '2024', '7', 'often')
  const titles = fc.array(fc.array(words, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
  fc.assert(
    fc.property(titles, fc.nat(), (all, turn) => {
      const posts = all.map((title, index) => audited(`${index}.md`, { title: title.join(' ') }))
      const turned = [
        ...posts.slice(turn % (posts.length || 1)),
        ...posts.slice(0, turn % (posts.length || 1)),
      ]
      const filesOf = (each: typeof posts) =>
        sharedQueriesOf(each).map(({ posts: sharing }) =>
          sharing
            .map(({ file }) => file)
            .sort()
            .join(),
        )
      expect(filesOf(turned).sort()).toEqual(filesOf(posts).sort())
    }),
  )
})
