import { expect, it } from 'vitest'
import { boardPages } from '../../../src/board/board-pages.ts'
import { ruleCounts, trendOf } from '../../../src/board/findings/rule-counts.ts'
import { rulesInFile } from '../../../src/board/findings/rules-in-file.ts'
import type { Said, SaidFinding } from '../../../src/board/said.ts'
import { readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf } from './board-world.ts'

/** `rule level quote`, with `known` behind what the baseline knows. */
function finding(text: string, file = 'content/posts/a.mdx'): SaidFinding {
  const [rule = '', level, quote = '', known] = text.split(' ')
  const message = `\`${quote}\` is <not> plain.`
  return {
    rule,
    level: level as SaidFinding['level'],
    file,
    line: 3,
    column: 1,
    quote,
    message,
    isKnown: known === 'known',
  }
}

const rule = (id: string) =>
  [id, { summary: `about ${id}`, why: 'Because.', url: `https://notes.example/rules/${id}/` }] as const
const rules = new Map([rule('jargon'), rule('promo'), rule('search')])
const said: Said = {
  files: [
    {
      file: 'content/posts/a.mdx',
      findings: [
        finding('jargon suggestion one known'),
        finding('jargon suggestion two'),
        finding('promo warning three'),
      ],
    },
    { file: 'content/posts/b.mdx', findings: [finding('jargon suggestion four', 'content/posts/b.mdx')] },
    { file: 'content/posts/c.mdx', findings: [] },
  ],
  rules,
  mended: [
    { rule: 'search', file: 'content/posts/b.mdx', count: 2 },
    { rule: 'jargon', file: 'content/posts/b.mdx', count: 1 },
  ],
}

it('counts each rule, the worst first, beside what the baseline knows', () => {
  expect(
    ruleCounts(said).map(({ rule, level, now, fresh, mended }) => [rule, level, now, fresh, mended]),
  ).toEqual([
    ['promo', 'warning', 1, 1, 0],
    ['jargon', 'suggestion', 3, 2, 1],
    ['search', 'suggestion', 0, 0, 2],
  ])
})

it('says what was there when the baseline was written: what it knows still, and what is mended', () => {
  expect(trendOf(said)).toEqual({ before: 4, now: 4, mended: 3, fresh: 3 })
  const { mended: _, ...without } = said
  expect(trendOf(without)).toBeUndefined()
  const stale = finding('lint-baseline-stale warning x', 'content/lint-baseline.json')
  expect(trendOf({ ...said, files: [{ file: stale.file, findings: [stale] }] })).toEqual({
    before: 3,
    now: 0,
    mended: 3,
    fresh: 0,
  })
})

it('says each rule of a file once, what is new before what is known', () => {
  const found = rulesInFile(said.files[0]?.findings ?? [])
  expect(
    found.map(({ first, others, isKnown }) => [first.quote, others.map(({ quote }) => quote), isKnown]),
  ).toEqual([
    ['three', [], false],
    ['two', ['one'], false],
  ])
})

it('shows rules and posts, and leads to every place', () => {
  const files = { 'content/posts/a.mdx': readyPost('A post?', '2026-11-03') }
  const hrefs = {
    page: () => undefined,
    file: (path: string, line = 1) => `open:${path}:${line}`,
    image: (path: string) => path,
  }
  const pages = boardPages(boardDataOf(files, undefined, { said, hrefs }))
  const html = pages.get('findings/index.html')?.() ?? ''
  expect(html).toContain('When the baseline was written there were 4; now there are 4: 3 mended, 3 new.')
  expect(html).toContain('0 errors')
  expect(html).toContain('<code>three</code> is &#x3C;not> plain.')
  expect(html).toContain('href="open:content/posts/a.mdx:3"')
  expect(html).toContain('id="file-posts_a.mdx"')
  expect(html).not.toContain('id="file-posts_c.mdx"')
  const byRule = pages.get('findings/rules.html')?.() ?? ''
  expect(byRule).toContain('About jargon. Because.')
  expect(byRule).not.toContain('About search.')
})

it('says so when there is nothing to say', () => {
  const html = boardPages(boardDataOf({})).get('findings/index.html')?.() ?? ''
  expect(html).toContain('The lint says nothing')
})

it('shows the findings of a hundred files in full, and of the others what there is to find', () => {
  const files = Array.from({ length: 103 }, (_, index) => {
    const file = `content/posts/p${String(index).padStart(3, '0')}.mdx`
    return { file, findings: [finding('jargon suggestion one', file), finding('promo suggestion two', file)] }
  })
  const html =
    boardPages(boardDataOf({}, undefined, { said: { files, rules } })).get('findings/index.html')?.() ?? ''
  expect(html.match(/class="finding/g)).toHaveLength(200)
  expect(html).toContain('and 3 more files')
  expect(html).toMatch(/id="file-posts_p102\.mdx"><a [^>]*>[^<]*<\/a> <span class="quiet">2: jargon, promo</)
})
