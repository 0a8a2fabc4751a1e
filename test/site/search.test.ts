import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { searchedPart } from '../../plugins/astro/search/searched-part.ts'
import { filesOf } from '../support/built-site.ts'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'
import { sharedBuild } from '../support/shared-build.ts'

async function build(files: Readonly<Record<string, string>>): Promise<Map<string, Buffer>> {
  const root = scratchSite(files)
  const { status, stderr } = await runColdread(['build', '--root', root, '--now', '2026-12-09T12:00'])
  expect([status, stderr]).toEqual([0, ''])
  return filesOf(join(root, 'dist'))
}

it('builds a site without posts, which has nothing to search and says so', async () => {
  const files = await build({})
  expect([...files.keys()].filter((file) => file.startsWith('pagefind/'))).toEqual([])
  for (const [file, bytes] of files)
    if (file.endsWith('.html')) expect(bytes.toString(), file).not.toMatch(/<dialog|<form|<search>|<noscript/)
  expect(files.get('search/index.html')?.toString()).toContain('Nothing stands here yet.')
})

it('makes one index of posts in several languages, and nothing of pages that are no posts', async () => {
  const files = await build({
    'content/posts/weekly.mdx': post('How often to post?'),
    'content/posts/woche.mdx': post('Wie oft im Monat?', 'Ein ruhiger Takt.', 'lang: de\n'),
  })
  const entry = JSON.parse(files.get('pagefind/pagefind-entry.json')?.toString() ?? '')
  expect(Object.entries(entry.languages)).toEqual([['en', expect.objectContaining({ page_count: 2 })]])
})

it('tells the index what each post is found by', async () => {
  const folder = await sharedBuild('/')
  const html = readFileSync(join(folder, 'how-often-should-a-small-business-post/index.html'), 'utf8')
  const article = /<article[^>]*>/.exec(html)?.[0] ?? ''
  expect(article).toContain(
    'data-aka="how often should a small business post on social media · how many times a week',
  )
  expect(article).toContain('data-topic-0="How often to post"')
  expect(article).toContain('data-intent="What and why"')
  expect(article).toMatch(/data-answer="A small business should post [^"]* twice a week\."/)
  expect(html.match(/data-pagefind-filter/g)).toHaveLength(1)
})

it('searches the post alone, so that other posts beside it never have it indexed again', async () => {
  const page = readFileSync(
    join(await sharedBuild('/'), 'how-often-should-a-small-business-post/index.html'),
    'utf8',
  )
  const part = searchedPart(page)
  expect(part).toMatch(/^<article class="post" data-pagefind-body /)
  expect(part).toMatch(/<\/article>$/)
  expect(part?.match(/<article|<\/article>/g)).toHaveLength(2)
  expect(page).toContain('Questions close to this one')
  expect(part).not.toContain('Questions close to this one')
})

it('lists the words of the site for who misspells one', async () => {
  const words = JSON.parse(
    readFileSync(join(await sharedBuild('/'), 'search-words.json'), 'utf8'),
  ) as string[]
  expect(words).toEqual(expect.arrayContaining(['business', 'calendar', 'listening', 'evergreen']))
  expect(new Set(words).size).toBe(words.length)
})
