import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../src/board/render-page.ts'
import { answerPlace } from '../../../src/board/search/answer-place.ts'
import { searchFigures } from '../../../src/board/search/figures.ts'
import { fitLines } from '../../../src/board/search/fit-lines.ts'
import { searchesOf } from '../../../src/board/search/query-rows.ts'
import { cutWords } from '../../../src/board/search/render-result.ts'
import { answerWords } from '../../../src/board/search/render-row.ts'
import { resultPreview, spaces } from '../../../src/board/search/result-preview.ts'
import { search } from '../../../src/board/views/search.ts'
import { letterWidths } from '../../../src/calendar/letter-widths.ts'
import type { Post } from '../../../src/calendar/post.ts'
import type { Entry } from '../../../src/inbox/inbox.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import { anyText, post, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf } from './board-world.ts'

const now = '2026-11-22 09:00'
const widthOf = (text: string, size: number) =>
  letterWidths(text, size).reduce((sum, { width }) => sum + width, 0)

describe('fitLines', () => {
  // In Arial of 20: `m` 16.66, `i` 4.44, space 5.56, ellipsis 20: ` …` 25.56.
  it.each([
    ['all that fits', 'mmm iii', 70, 1, 'mmm iii', false, 69],
    ['no more than fits', 'mmm iii', 68, 1, 'iii …', true, 69],
    ['a second line', 'mmm iii', 50, 2, 'mmm iii', false, 69],
    ['room for the ellipsis on the last line only', 'mmm mmm mmm', 76, 2, 'mmm mmm …', true, 161],
    ['the letters that fit of one long word', 'mmmmmm', 60, 1, 'mm …', true, 100],
    ['nothing of nothing', '  ', 60, 1, '', false, 0],
  ])('shows %s', (_, text, width, lines, shown, isCut, whole) => {
    const written = shown === 'iii …' ? 'iii mmm' : text
    expect(fitLines(written, { size: 20, width, lines })).toEqual({ text: shown, isCut, width: whole })
  })

  it('shows the beginning, and never more than there is room for', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 1, max: 3 }),
        (text, width, lines) => {
          const { text: shown, isCut, width: whole } = fitLines(text, { size: 14, width, lines })
          expect(widthOf(shown, 14)).toBeLessThanOrEqual(width * lines + 1e-6)
          const plain = text.trim().split(/\s+/).join(' ')
          if (isCut) expect(plain.normalize('NFC').startsWith(shown.slice(0, -2).normalize('NFC'))).toBe(true)
          else expect(shown).toBe(plain)
          const words = plain.split(' ')
          const exact = words.reduce(
            (sum, word) => sum + widthOf(word, 14),
            (words.length - 1) * widthOf(' ', 14),
          )
          expect(Math.abs(whole - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
          // A text may be rounded down to a width that it does not fit.
          if (exact <= width - 1e-6) expect(isCut).toBe(false)
        },
      ),
    )
  })
})

describe('a search result', () => {
  const data = boardDataOf(
    {
      'content/posts/short.mdx': readyPost('How often should a shop post', '2026-11-03'),
      'content/posts/long.mdx': readyPost(
        'How to write down what your customers ask and turn every question into a post',
        '2026-11-10',
        `description: ${'A notebook by the till is enough. '.repeat(8)}`,
      ),
    },
    now,
  )
  const of = (slug: string) => data.calendar.posts.find((each) => each.slug === slug) as Post

  it('is cut otherwise on a desktop and on a phone', () => {
    const { address, desktop, phone } = resultPreview(of('long'), data)
    expect(address).toBe('notes.example › long')
    // Desktop: 549 px with the ellipsis; `question` makes it 630. Phone: lines of 256 and 288; with another word 353 and 369.
    expect(desktop.title.text).toBe('How to write down what your customers ask and turn every …')
    expect(phone.title.text).toBe('How to write down what your customers ask and turn every …')
    expect(desktop.description.text.length).toBeGreaterThan(phone.description.text.length)
  })

  it.each([
    ['How to write a post', 'How to write a …', 'Title: cut, 700 of 600 px. Description: 0 of 920 px.'],
    [
      'How to write',
      'How to write · The …',
      'Title: cut in the name of the site, 700 of 600 px. Description: 0 of 920 px.',
    ],
  ])('says what was cut of %s', (title, text, expected) => {
    const shown = {
      title: { text, isCut: true, width: 700 },
      description: { text: '', isCut: false, width: 0 },
    }
    expect(cutWords(title, shown, spaces.desktop)).toBe(expected)
  })
})

describe('answerPlace', () => {
  const place = (query: string, body: string, answer?: string, lang = 'en') =>
    answerPlace({ query, lang, ...(answer !== undefined && { answer }) }, () =>
      parseBody({ file: 'a.mdx', text: body, bodyStart: 0 }),
    )
  // The telling words: often, small, shop, post.
  const query = 'how often should a small shop post'

  it.each<[string, string, string | undefined, [string, number, number]]>([
    ['in the entry', '', 'A small shop posts twice a week.', ['top', 0, 3]],
    ['in the first sentence', 'Small shops post twice a week.', undefined, ['body', 0, 3]],
    // `Welcome to our blog.` are four words, the heading one.
    [
      'after a heading',
      'Welcome to our blog.\n\n## Answer\n\n- A **small shop**: twice.',
      undefined,
      ['body', 5, 2],
    ],
    // A question answers nothing, and neither does a heading: 7 + 7 words.
    [
      'not in questions and headings',
      '## How often should a small shop post\n\nHow often should a small shop post? Often, for a post costs little.',
      undefined,
      ['body', 14, 2],
    ],
    ['nowhere', 'We are glad that you are here.', undefined, ['nowhere', 7, 0]],
    ['nowhere in nothing', '', undefined, ['nowhere', 0, 0]],
  ])('finds it %s', (_, body, answer, [where, before, said]) => {
    expect(place(query, body, answer)).toMatchObject({ where, before, said, of: 4 })
  })

  it('reads other languages by their words', () => {
    expect(place('wie oft posten', 'Hallo. Posten Sie oft.', undefined, 'de')).toMatchObject({
      where: 'body',
      before: 1,
      said: 2,
      of: 3,
    })
  })

  it.each([
    ['top', 0, 'The answer stands first on the page. It says 3 of the 4 telling words of the search.'],
    [
      'body',
      12,
      'The answer comes after 12 words: “Twice.” It says 3 of the 4 telling words of the search. Write it into the entry, and it stands first on the page.',
    ],
  ] as const)('is told in words: %s', (where, before, expected) => {
    expect(answerWords({ where, before, said: 3, of: 4, text: 'Twice.' })).toBe(expected)
  })
})

const heard = (text: string, kind: Entry['kind'], impressions: number, more: Partial<Entry> = {}): Entry => ({
  type: 'heard',
  id: '0'.repeat(12),
  kind,
  text,
  on: 'search',
  at: '2026-11-15',
  day: '2026-11-15',
  ...(kind !== 'question' && { figures: { clicks: 1, impressions, position: 4 } }),
  ...more,
})
const files = {
  'content/posts/often.mdx': readyPost(
    'How often to post',
    '2026-11-03',
    'aka: [posting schedule]',
    'formerSlugs: [rhythm]',
  ),
  'content/posts/frequency.mdx': readyPost('Rhythm', '2026-11-10', 'query: how often should i post'),
  'content/posts/length.mdx': readyPost('How long is a good post', '2026-11-17'),
  'content/posts/idea.mdx': post('title: What is a content pillar'),
  'content/posts/hours.mdx': readyPost('New hours', '2026-11-18', 'goal: retain'),
}

describe('searchFigures', () => {
  const { calendar } = boardDataOf(files, now)
  const shares = (entries: Entry[]) => {
    const { posts, others } = searchFigures(calendar, { entries })
    return [
      ...[...posts].map(([{ slug }, { page, searches }]) =>
        `${slug}: ${page?.text ?? '–'} ${searches.map(({ text }) => text).join(', ')}`.trim(),
      ),
      ...others.map(({ text }) => `others: ${text}`),
    ]
  }

  it.each<[string, Entry[], string[]]>([
    [
      'a page by its address',
      [heard('https://notes.example/length/', 'page', 9)],
      ['length: https://notes.example/length/'],
    ],
    [
      'however that is written',
      [heard('https://Notes.example/length?x=1#y', 'page', 9)],
      ['length: https://Notes.example/length?x=1#y'],
    ],
    [
      'a page by a former address',
      [heard('https://notes.example/rhythm/', 'page', 9)],
      ['often: https://notes.example/rhythm/'],
    ],
    [
      'a page by that of its addresses which is shown most',
      [heard('https://notes.example/rhythm/', 'page', 9), heard('https://notes.example/often/', 'page', 10)],
      ['often: https://notes.example/often/'],
    ],
    ['no page of another site', [heard('https://other.example/length/', 'page', 9)], []],
    [
      'a search by its words, whatever their order',
      [heard('schedule for posting', 'search', 9)],
      ['often: – schedule for posting'],
    ],
    [
      'a search by the page that it led to',
      [heard('posting schedule', 'search', 9, { url: 'https://notes.example/length/' })],
      ['length: – posting schedule'],
    ],
    [
      'searches that are no post’s, most shown first',
      [heard('b', 'search', 1), heard('c', 'search', 9), heard('a', 'search', 1)],
      ['others: c', 'others: a', 'others: b'],
    ],
    ['nothing that was asked', [heard('posting schedule?', 'question', 0)], []],
  ])('shares out %s', (_, entries, expected) => {
    expect(shares(entries)).toEqual(expected)
  })
})

describe('rows', () => {
  const data = boardDataOf(files, now, {
    heard: [heard('https://notes.example/length/', 'page', 90)],
    leadsTo: ({ slug }) =>
      data.calendar.posts.filter((each) => slug === 'often' && ['length', 'often'].includes(each.slug)),
  })
  const { rows, clashes } = searchesOf(data)

  it('are there for every post that strangers are to find, the most shown first', () => {
    expect(rows.map(({ post: { slug } }) => slug)).toEqual(['length', 'frequency', 'often', 'idea'])
  })

  it('know clashes and orphans', () => {
    expect(clashes).toHaveLength(1)
    expect(rows.map(({ clashes, isOrphan }) => [clashes.map(({ slug }) => slug).join(), isOrphan])).toEqual([
      ['', false],
      ['often', true],
      // It leads to itself, which does not count.
      ['frequency', true],
      ['', false],
    ])
  })
})

describe('the page', () => {
  it('shows what strangers wrote as words', () => {
    const evil = '<script>alert(1)</script> "onmouseover=x'
    const data = boardDataOf(files, now, { heard: [heard(evil, 'question', 0), heard(evil, 'search', 5)] })
    const html = renderPage({ view: search, content: search.render(data) }, data)
    expect(html).toContain('&#x3C;script>')
    expect(html).not.toMatch(/<script|NaN|undefined|\[object/)
  })

  it('goes on on further pages', () => {
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [
        `content/posts/a-${index}.mdx`,
        readyPost(`Word${index} and more`, '2026-11-03'),
      ]),
    )
    const data = boardDataOf(many, now)
    const pages = search.more?.(data) ?? []
    expect(pages.map(({ name }) => name)).toEqual(['page-2'])
    const [first, second] = [search.render(data), pages[0]?.render() ?? []].map(
      (content) => renderPage({ view: search, content }, data).match(/class="query"/g)?.length,
    )
    expect([first, second]).toEqual([50, 1])
  })

  it('has no further pages where one holds all, or there is nothing', () => {
    const data = boardDataOf({}, now)
    expect(search.more?.(data)).toEqual([])
    expect(renderPage({ view: search, content: search.render(data) }, data)).toContain(
      'No post is meant to be found',
    )
  })
})
