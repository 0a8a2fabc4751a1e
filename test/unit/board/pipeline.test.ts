import { describe, expect, it } from 'vitest'
import { boardPages } from '../../../src/board/board-pages.ts'
import { overdueReviews, stalePosts } from '../../../src/board/pipeline/overdue-reviews.ts'
import { cardsOf } from '../../../src/board/pipeline/pipeline-cards.ts'
import type { SaidFinding } from '../../../src/board/said.ts'
import { plan, post, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf } from './board-world.ts'

const now = '2026-11-22 09:00'
const asking = plan.replace('blackouts:', 'requires: [approval]\nblackouts:')

/** A post's card, as words: due, age, whether it is late or old, what it needs. */
function cardOf(
  entry: string[],
  { changed, files = {} }: { changed?: string; files?: Record<string, string> } = {},
) {
  const data = boardDataOf({ ...files, 'content/posts/a.mdx': post('title: How often?', ...entry) }, now, {
    changedOn: () => changed,
  })
  const [found] = data.calendar.posts
  const [card] = cardsOf([found?.state ?? 'idea'], data)
  return {
    due: card?.due,
    age: card?.age,
    late: card?.isLate,
    old: card?.isOld,
    needs: card?.needs.map(({ field }) => field).join(' '),
  }
}

describe('a card', () => {
  const full = ['answer: Twice.', 'purpose: service', 'topics: [cadence]']
  it.each<[string, string[], ReturnType<typeof cardOf>]>([
    [
      'an idea',
      [],
      // The plan has one topic only, which is every post's.
      { due: undefined, age: undefined, late: false, old: false, needs: 'answer purpose publish status' },
    ],
    [
      'a draft that is planned',
      ['status: draft', 'planned: 2026-12-01', 'purpose: sales', 'answer: Twice.'],
      { due: 'planned in 9 days', age: undefined, late: false, old: false, needs: 'publish status' },
    ],
    [
      'a draft that is late',
      ['status: draft', 'planned: 2026-11-21', ...full],
      { due: 'planned 1 day ago', age: undefined, late: true, old: false, needs: 'publish status' },
    ],
    [
      'a review promised for today',
      ['status: review', 'publish: 2026-11-22 12:00', ...full],
      { due: 'promised today', age: undefined, late: false, old: false, needs: 'status' },
    ],
    [
      'a post without a date',
      ['status: ready', ...full],
      { due: undefined, age: undefined, late: false, old: false, needs: 'publish' },
    ],
    [
      'a post that goes live',
      ['status: ready', 'publish: 2026-12-08', ...full],
      { due: 'goes live in 16 days', age: undefined, late: false, old: false, needs: '' },
    ],
    [
      'a live post',
      ['status: ready', 'publish: 2026-11-21', ...full],
      { due: 'for 1 day', age: undefined, late: false, old: false, needs: '' },
    ],
  ])('of %s', (_, entry, card) => {
    expect(cardOf(entry)).toEqual(card)
  })

  it('of a post that waits for approval says so', () => {
    const entry = ['status: ready', 'publish: 2026-12-08', ...full]
    expect(cardOf(entry, { files: { 'content/plan.yaml': asking } }).needs).toBe('approved')
  })

  it.each<[string, string, string | undefined, boolean | undefined]>([
    ['draft', '2026-11-22', 'changed today', false],
    ['draft', '2026-10-23', 'no change for 30 days', false],
    ['draft', '2026-10-22', 'no change for 31 days', true],
    ['draft', '2026-11-25', undefined, false],
    ['ready', '2026-01-01', undefined, false],
  ])('of a post that is %s and was changed on %s says: %s', (status, changed, age, old) => {
    const entry =
      status === 'ready' ? ['status: ready', 'publish: 2026-11-03', ...full] : [`status: ${status}`]
    expect(cardOf(entry, { changed })).toMatchObject({ age, old })
  })
})

it('puts what is due first, then what has no day, then by name', () => {
  const draft = (day?: string) =>
    post(`title: ${day ?? 'No day'}`, 'status: draft', ...(day ? [`planned: ${day}`] : []))
  const data = boardDataOf({
    'content/posts/c.mdx': draft(),
    'content/posts/b.mdx': draft(),
    'content/posts/a.mdx': draft('2026-12-20'),
    'content/posts/d.mdx': draft('2026-12-01'),
  })
  expect(cardsOf(['draft'], data).map(({ post: { slug } }) => slug)).toEqual(['d', 'a', 'b', 'c'])
})

it('shows the newest live posts, and how many there are besides', () => {
  const files = Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `content/posts/p${index}.mdx`,
      readyPost(`Post ${index}?`, `2026-11-0${index + 1}`),
    ]),
  )
  const html = boardPages(boardDataOf(files)).get('pipeline/index.html')?.() ?? ''
  expect([...html.matchAll(/id="post-(p\d)"/g)].map(([, slug]) => slug)).toEqual([
    'p7',
    'p6',
    'p5',
    'p4',
    'p3',
  ])
  expect(html).toContain('and 3 older posts')
})

it('lists live posts whose day for another look is over, and those that show their age', () => {
  const data = boardDataOf({
    'content/posts/late.mdx': readyPost('Late', '2026-01-06', 'reviewBy: 2026-11-12'),
    'content/posts/later.mdx': readyPost('Later', '2025-11-04'),
    'content/posts/today.mdx': readyPost('Today', '2026-01-13', 'reviewBy: 2026-11-22'),
    'content/posts/fine.mdx': readyPost('Fine', '2026-11-03'),
    'content/posts/soon.mdx': readyPost('Soon', '2026-12-08', 'reviewBy: 2026-11-01'),
  })
  // Twelve months after publishing where nothing else is said.
  expect(overdueReviews(data).map(({ post: { slug }, days }) => [slug, days])).toEqual([
    ['later', 18],
    ['late', 10],
  ])
  const finding = (rule: string) =>
    ({ rule, file: 'content/posts/late.mdx', message: 'Says `2025`.' }) as SaidFinding
  const findings = [finding('search-stale'), finding('search-title')]
  const said = { files: [{ file: 'content/posts/late.mdx', findings }], rules: new Map() }
  expect(stalePosts({ ...data, said }).map(({ post: { slug }, message }) => [slug, message])).toEqual([
    ['late', 'Says `2025`.'],
  ])
})
