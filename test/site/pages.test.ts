import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { beforeAll, describe, expect, it } from 'vitest'
import { beginRun, type Run } from '../../plugins/astro/run.ts'
import { sitePages } from '../../src/reader/site-pages.ts'
import { brokenLinksOf } from '../support/broken-links.ts'
import { filesOf } from '../support/built-site.ts'
import { blogRoot } from '../support/run-coldread.ts'
import { sharedBuild, sharedNow } from '../support/shared-build.ts'

describe.each(['/', '/docs/'])('the site at %s', (base) => {
  let folder: string
  let files: Map<string, Buffer>
  let run: Run
  const text = (file: string) => files.get(file)?.toString('utf8') ?? ''

  beforeAll(async () => {
    folder = await sharedBuild(base)
    files = filesOf(folder)
    run = beginRun(blogRoot, sharedNow)
  })

  it('has every page that links may lead to, and one for each live post', () => {
    const posts = run.opened.calendar.posts.filter(({ state }) => state === 'live')
    expect(posts.length).toBeGreaterThanOrEqual(8)
    for (const path of [
      ...sitePages(run.opened.calendar, run.opened.isShown),
      ...posts.map((post) => post.path),
    ])
      expect(existsSync(join(folder, path, 'index.html')), path).toBe(true)
    expect(files.has('404.html')).toBe(true)
  })

  it('has no broken link, anchor or redirect hop', () => {
    expect(brokenLinksOf(files, base)).toEqual([])
  })

  it('is valid HTML on every page', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
    for (const [file, bytes] of files) {
      if (!file.endsWith('.html')) continue
      const report = await validator.validateString(bytes.toString('utf8'))
      const found = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId} ${message}`),
      )
      expect(found).toEqual([])
    }
  })

  it('says in its sitemap when each page really changed', () => {
    const sitemap = text('sitemap.xml')
    const entries = new Map(
      [...sitemap.matchAll(/<loc>([^<]+)<\/loc>\s*<lastmod>([^<]+)<\/lastmod>/g)].map(([, loc, mod]) => [
        loc,
        mod,
      ]),
    )
    const address = `https://coldread.example${base.replace(/\/$/, '')}`
    for (const { state, path, updated, publish } of run.opened.calendar.posts) {
      const shown = entries.get(address + path)
      if (state !== 'live') expect(shown, path).toBeUndefined()
      else expect(shown?.slice(0, 10), path).toBe(updated?.on ?? publish?.local.slice(0, 10))
    }
  })

  it('has feeds with the full text and nothing relative', () => {
    const feed = JSON.parse(text('feed.json')) as {
      items: { url: string; content_html: string; date_published: string }[]
    }
    const rss = text('rss.xml')
    const live = run.opened.calendar.posts.filter(({ state }) => state === 'live')
    expect(feed.items).toHaveLength(live.length)
    for (const { content_html: html, url } of feed.items) {
      expect(html.split(/\s+/).length, url).toBeGreaterThan(200)
      expect(html).not.toMatch(/(?:href|src)="(?!https?:|mailto:|#)/)
      expect(html).not.toMatch(/<!--|data-astro|<script/)
      expect(rss).toContain(url)
    }
  })

  it('leads old addresses on, and tells hosts so', () => {
    const redirects = text('_redirects').trim().split('\n')
    expect(redirects).toContain(
      `${base}should-you-post-every-day-on-social-media/ ${base}how-often-should-a-small-business-post/ 301`,
    )
    expect(text('should-you-post-every-day-on-social-media/index.html')).toMatch(
      /<html lang="en">[\s\S]*noindex[\s\S]*rel="canonical"/,
    )
    expect(text('_headers')).toContain("frame-ancestors 'none'")
  })

  it('tells machines where things are', () => {
    expect(text('robots.txt')).toContain(`Sitemap: https://coldread.example${base}sitemap.xml`)
    expect(text('llms.txt')).toMatch(/^# The Cold Read\n\n> /)
    expect(text('llms.txt')).toContain(
      `https://coldread.example${base}how-often-should-a-small-business-post/`,
    )
  })
})
