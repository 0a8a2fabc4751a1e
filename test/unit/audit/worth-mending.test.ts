import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAudit, type Reading } from '../../../src/audit/audit.ts'
import type { AuditedPost } from '../../../src/audit/audited-post.ts'
import { mostPoints } from '../../../src/audit/worth-mending.ts'
import { audited, heard } from '../../support/audited-post.ts'

const reading: Reading = {
  source: 'blog',
  program: 'Markdown',
  today: '2026-11-22',
  isAlone: false,
  leftOut: { drafts: 0, pages: 0 },
  html: 0,
  faults: [],
}
const auditOf = (...posts: AuditedPost[]) => makeAudit(posts, [], reading)
const linked = audited('z.md', { title: 'Which posts are there?', links: ['a.md'] })
const partsOf = (fields: Partial<AuditedPost>) =>
  auditOf(audited('a.md', { title: 'How do you brew tea?', ...fields }), linked).mend.find(
    ({ post }) => post.file === 'a.md',
  )

describe('points', () => {
  it('come to 100', () => {
    expect(Object.values(mostPoints).reduce((sum: number, each) => sum + each, 0)).toBe(100)
  })

  it('are none for a post that asks, helps, is linked and young', () => {
    expect(partsOf({ published: '2026-10-01' })).toBeUndefined()
  })

  it.each([
    [
      'sells',
      33,
      'reads as an advertisement: `best-in-class`',
      { promotion: 0.98, heard: [heard('promo-page', 'We are'), heard('promo-hype', 'best-in-class')] },
    ],
    ['sells', 2, 'sells: `seamless`', { promotion: 0.3, heard: [heard('promo-hype', 'seamless')] }],
    [
      'sells',
      2,
      'speaks of the one who writes: `We moved.`',
      { heard: [heard('search-intro-us', 'We moved.')] },
    ],
    [
      'insider',
      6,
      'words that strangers do not know: `HQR`, `MBX`',
      { heard: [heard('jargon-acronym', 'HQR'), heard('jargon-acronym', 'MBX')] },
    ],
    [
      'insider',
      24,
      'words that strangers do not know: `A0`, `A1`, `A2` and 17 more',
      { heard: Array.from({ length: 20 }, (_, n) => heard('jargon-acronym', `A${n}`)) },
    ],
    ['stale', 5, 'dated 6 years ago', { published: '2020-01-01' }],
  ] as const)('for what %s: %i, %s', (what, points, words, fields) => {
    expect(partsOf(fields)?.parts).toMatchObject([{ what, points, words }])
  })

  it('are fewer where a stranger hardly comes', () => {
    const stale = { published: '2020-01-01', heard: [heard('jargon-acronym', 'HQR')] }
    expect(partsOf(stale)?.score).toBe(8)
    expect(partsOf({ ...stale, title: 'Rust in kettles' })?.score).toBe(7)
    expect(partsOf({ ...stale, title: 'Introducing tea cups' })?.score).toBe(12)
  })

  it('lie between 0 and 100, and sort the posts, whatever they are', () => {
    const rule = fc.constantFrom(
      'promo-page',
      'promo-hype',
      'promo-cta',
      'jargon-acronym',
      'jargon-term',
      'search-alt',
    )
    const post = fc.record({
      title: fc.constantFrom('How to brew tea', 'Our tea', 'Tea', 'Best tea 2019', 'Brewing tea'),
      promotion: fc.double({ min: 0, max: 1, noNaN: true }),
      published: fc.constantFrom('2019-01-01', '2026-01-01'),
      heard: fc.array(
        fc.tuple(rule, fc.string({ minLength: 1 })).map(([id, quote]) => heard(id, quote)),
        { maxLength: 30 },
      ),
    })
    fc.assert(
      fc.property(fc.array(post, { maxLength: 8 }), (all) => {
        const { mend } = auditOf(...all.map((fields, index) => audited(`${index}.md`, fields)))
        const scores = mend.map(({ score }) => score)
        expect(scores.every((score) => score > 0 && score <= 100)).toBe(true)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        for (const { parts } of mend)
          for (const { what, points } of parts) expect(points).toBeLessThanOrEqual(mostPoints[what])
      }),
    )
  })
})

it('counts words over all posts, with the first place of each', () => {
  const { insider } = auditOf(
    audited('b.md', { heard: [heard('jargon-acronym', 'HQR', 7), heard('jargon-acronym', 'MBX')] }),
    audited('a.md', { heard: [heard('jargon-acronym', 'hqr', 3)] }),
  )
  expect(insider.words).toMatchObject([
    { word: 'hqr', posts: 2, times: 2, at: { file: 'a.md', line: 3 } },
    { word: 'MBX', posts: 1 },
  ])
})

it('takes rare words for insider ones only where a text has too many of them', () => {
  const rare = heard('jargon-term', 'worktop')
  expect(auditOf(audited('a.md', { heard: [rare] })).insider.words).toEqual([])
  const dense = [rare, heard('jargon-density', 'worktop')]
  expect(auditOf(audited('a.md', { heard: dense })).insider.words).toMatchObject([{ word: 'worktop' }])
})

it('tells of one file only what can be told of one', () => {
  const alone = makeAudit([audited('a.md', { title: 'How to brew tea' })], [], { ...reading, isAlone: true })
  expect(alone).toMatchObject({ orphans: [], shared: [], mend: [] })
})

it('lets pages lead to posts, and never lists them', () => {
  const page = audited('index.md', { links: ['a.md'] })
  const audit = makeAudit([audited('a.md'), audited('b.md')], [page], reading)
  expect(audit.orphans.map(({ file }) => file)).toEqual(['b.md'])
})
