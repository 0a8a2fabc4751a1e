import { expect, it } from 'vitest'
import { boardPages } from '../../../src/board/board-pages.ts'
import type { Entry } from '../../../src/inbox/inbox.ts'
import { readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf } from './board-world.ts'

let next = 0
const heard = (text: string, more: Partial<Entry> = {}): Entry => {
  const day = more.day ?? '2026-11-20'
  const id = (++next).toString(16).padStart(12, '0')
  return { type: 'heard', id, kind: 'question', text, on: 'phone', at: day, day, ...more }
}
const posts = { 'content/posts/sourdough.mdx': readyPost('How long does sourdough keep?', '2026-11-03') }
const page = (view: 'ideas' | 'barometer', ...entries: readonly Entry[]) =>
  boardPages(boardDataOf(posts, '2026-11-22 09:00', { heard: entries })).get(`${view}/index.html`)?.() ?? ''
/** What a page says, without markup. */
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

it('shows what to do, why, and what the score is made of', () => {
  const waiting = heard('How long will sourdough keep?')
  const text = textOf(
    page('ideas', waiting, heard('Where is the parcel depot?', { kind: 'search', on: 'search' })),
  )
  expect(text).toContain('2 ideas: 1 to write, 1 to answer.')
  expect(text).toContain('Send whoever asked https://notes.example/sourdough/, then note it:')
  expect(text).toContain(`npm run coldread -- answered ${waiting.id} --with sourdough`)
  expect(text).toMatch(/demand \d+ gap \d+ plan \d+ waiting 5/)
  expect(text).toContain('one question waits since 2026-11-20')
})

it('shows where things were heard, who waits, and leads to what to do about it', () => {
  const html = page(
    'barometer',
    heard('How long will sourdough keep?'),
    heard('Was it kept?', {
      answer: { type: 'answered', id: '0'.repeat(12), at: '2026-11-21', day: '2026-11-21' },
    }),
    heard('sourdough', {
      kind: 'search',
      on: 'search',
      figures: { clicks: 1, impressions: 1200, position: 4 },
      before: { day: '2026-10-20', figures: { clicks: 1, impressions: 300, position: 4 } },
    }),
  )
  const text = textOf(html)
  expect(text).toContain('2 things were heard in the last 30 days, 0 in the 30 before.')
  expect(text).toContain('Half of the answers came within 1 day.')
  expect(text).toMatch(/Waiting, longest first How long will sourdough keep\?/)
  expect(text).toContain('Too little was heard to compare.')
  expect(text).toMatch(/Search Now Before sourdough (1200|1,200) 300/)
  expect(html).toMatch(/href="\.\.\/ideas\/index\.html#idea-[0-9a-f]{12}"/)
})

it('shows words of strangers as words', () => {
  const hostile = '<script>alert(1)</script> "><img src=x onerror=alert(1)> `</code>` where?'
  for (const view of ['ideas', 'barometer'] as const) {
    const html = page(view, heard(hostile, { on: '<b>place</b>' }))
    expect(html).toContain('&#x3C;script>alert(1)')
    expect(html).not.toMatch(/<script>alert|<img|<b>place/)
  }
})

it('says first what of the inbox cannot be read, and where', () => {
  const file = 'content/inbox/2026-11-01-x.jsonl'
  const inboxFaults = Array.from({ length: 7 }, (_, index) => ({
    ...{ file, line: index + 2, column: 1 },
    what: 'this line is no <b>entry</b>',
    mend: 'delete it',
  }))
  for (const view of ['ideas', 'barometer'] as const)
    for (const entries of [[], [heard('Where is the depot?')]]) {
      const data = boardDataOf(posts, '2026-11-22 09:00', { heard: entries, inboxFaults })
      const html = boardPages(data).get(`${view}/index.html`)?.() ?? ''
      expect(html).toContain(
        `<a href="../../../${file}">${file}:2</a> this line is no &#x3C;b>entry&#x3C;/b>`,
      )
      expect(textOf(html)).toMatch(
        /7 things in the inbox cannot be read.+x\.jsonl:6 .+and 2 more: npm run ideas/,
      )
      expect(html).not.toContain(`${file}:7`)
    }
  expect(page('ideas', heard('Where is the depot?'))).not.toContain('cannot be read')
})

it('says how to begin where nothing was heard', () => {
  for (const view of ['ideas', 'barometer'] as const)
    expect(textOf(page(view))).toContain('npm run coldread -- heard "…" --on phone')
})
