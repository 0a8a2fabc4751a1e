import { beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../plugins/lint/rules.ts'
import { filesOf } from '../support/built-site.ts'
import { sharedBuild } from '../support/shared-build.ts'

let files: Map<string, Buffer>
const textOf = (words: string) =>
  words.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll("'", '&#39;').replaceAll('"', '&#34;')
const text = (file: string) => files.get(file)?.toString('utf8') ?? ''

beforeAll(async () => {
  files = filesOf(await sharedBuild('/'))
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  it('shows what it is for, its examples as text, and how it is set', () => {
    const page = text(`rules/${id}/index.html`)
    expect(page.match(/<h1>(.*?)<\/h1>/)?.[1]).toBe(id)
    expect(page.replaceAll(/<\/?code>/g, '`').includes(`Looks for ${textOf(rule.summary)}.`)).toBe(true)
    const headings = [...page.matchAll(/<h2 id="(.*?)">/g)].map(([, slug]) => slug)
    expect(headings).toEqual(expect.arrayContaining(['flagged', 'fine', 'how-to-set-it']))
    expect(page.includes('<pre')).toBe(true)
  })

  it('stays out of search engines and is linked from the list', () => {
    expect(text(`rules/${id}/index.html`)).toContain('<meta name="robots" content="noindex">')
    expect(text('rules/index.html')).toContain(`href="/rules/${id}/"`)
  })
})

it('keeps the list, and all pages of rules, out of what readers and machines are sent', () => {
  expect(text('rules/index.html')).toContain('<meta name="robots" content="noindex">')
  const sent = ['sitemap.xml', 'rss.xml', 'feed.json', 'llms.txt', 'index.html', 'topics/index.html']
  for (const file of sent) expect(text(file), file).not.toContain('/rules/')
  for (const [file, bytes] of files) {
    if (file.startsWith('rules/')) expect(bytes.toString('utf8'), file).not.toContain('data-pagefind-body')
    if (file.startsWith('pagefind/')) expect(bytes.toString('utf8'), file).not.toContain('"/rules/')
  }
})
