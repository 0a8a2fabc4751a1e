import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginRun } from '../../plugins/astro/run.ts'
import { launchChromium, newContext } from '../support/chromium.ts'
import { pageTypes, viewports } from '../support/page-types.ts'
import { blogRoot } from '../support/run-coldread.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { sharedBuild, sharedNow } from '../support/shared-build.ts'

const { calendar } = beginRun(blogRoot, sharedNow).opened
const live = calendar.posts.filter(({ state }) => state === 'live')
const posts = live.map(({ path }) => path.slice(1))
const allPages = [...new Set([...Object.values(pageTypes), ...posts])]

let browser: Browser
let folder: string
let served: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  browser = await launchChromium()
  folder = await sharedBuild('/')
  served = await serveFolder(folder, '/')
})
afterAll(async () => {
  await browser.close()
  served.stop()
})

/** A page in a browser of its own, which goes when the test ends. */
async function newPage(options: BrowserContextOptions): Promise<Page> {
  const context = await newContext(browser, options)
  return context.newPage()
}

const open = (page: Page, path: string) => page.goto(served.url + path, { waitUntil: 'load' })
const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox()
  return { top: found?.y ?? Number.NaN, bottom: (found?.y ?? Number.NaN) + (found?.height ?? Number.NaN) }
}

const ways = Object.entries(viewports).flatMap(([size, viewport]) =>
  [true, false].map((javaScriptEnabled) => ({
    size,
    script: javaScriptEnabled ? 'with' : 'without',
    options: { viewport, javaScriptEnabled } satisfies BrowserContextOptions,
  })),
)

describe.each(ways)('on a $size, $script JavaScript', ({ options }) => {
  const { height } = options.viewport

  it('1: every page has one h1, in the first screen, and its title begins with it', async () => {
    const page = await newPage(options)
    for (const path of allPages) {
      await open(page, path)
      expect(await page.locator('h1').count(), path).toBe(1)
      const { top, bottom } = await box(page, 'h1')
      expect(top, path).toBeGreaterThan(0)
      expect(bottom, path).toBeLessThan(height)
      const heading = (await page.locator('h1').textContent())?.trim() as string
      expect((await page.title()).startsWith(heading), `${path}: ${await page.title()}`).toBe(true)
    }
  })

  it('2: every answer begins early in the first screen, before all else that a post has', async () => {
    const page = await newPage(options)
    const tops: Record<string, number> = {}
    for (const { path, goal } of live.filter(({ answer }) => answer)) {
      await open(page, path.slice(1))
      const { top, bottom } = await box(page, '.answer')
      tops[path] = Math.round(top)
      for (const later of ['.contents', '.body', 'main img', 'form[method=post]']) {
        const below = page.locator(later).first()
        if ((await below.count()) > 0)
          expect((await below.boundingBox())?.y, `${path} ${later}`).toBeGreaterThanOrEqual(bottom)
      }
      const words = (await page.locator('.answer').textContent())?.trim() ?? ''
      expect(words.length, path).toBeLessThanOrEqual(320)
      if (goal === 'acquire') {
        expect(words.split(/\s+/).length, path).toBeGreaterThanOrEqual(35)
        expect(words.split(/\s+/).length, path).toBeLessThanOrEqual(50)
      }
    }
    expect(Object.keys(tops).length).toBeGreaterThanOrEqual(8)
    expect(Math.max(...Object.values(tops)), JSON.stringify(tops)).toBeLessThan(500)
  })

  it('3: every post says when it went live and what changed, as its data and the sitemap do', async () => {
    const page = await newPage(options)
    const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8')
    let changed = 0
    for (const { path, updated } of live) {
      await open(page, path.slice(1))
      const shown = page.locator('.dateline')
      const [published = '', modified] = await Promise.all(
        (await shown.locator('time').all()).map(async (time) => (await time.getAttribute('datetime')) ?? ''),
      )
      expect(await shown.locator('time').first().isVisible(), path).toBe(true)
      await expectText(shown, /Published \w+ \d+, 20\d\d/)
      if (updated) {
        changed++
        await expectText(shown, new RegExp(`Updated \\w+ \\d+, 20\\d\\d: ${updated.note}`))
      }
      const data = JSON.parse((await page.locator('script[type*=ld]').textContent()) ?? '{}')
      const article = data['@graph'].find((node: { '@type': string }) => node['@type'] === 'BlogPosting')
      const [, lastmod = ''] = new RegExp(`${path}</loc><lastmod>([^<]+)<`).exec(sitemap) ?? []
      const day = (time: string) => time.slice(0, 10)
      expect(day(article.datePublished), path).toBe(day(published))
      expect(day(article.dateModified ?? article.datePublished), path).toBe(day(modified ?? published))
      expect(day(lastmod), path).toBe(day(modified ?? published))
    }
    expect(changed).toBeGreaterThan(0)
  })

  it('4: a byline leads to why to trust its author, and the header says who runs the site', async () => {
    const page = await newPage(options)
    for (const path of posts) {
      await open(page, path)
      await expectText(page.locator('.site-header'), calendar.plan.site.name)
      await expectText(page.locator('.site-header'), calendar.plan.site.about)
      await page.locator('.dateline a[rel=author]').click()
      await expectText(page.locator('main'), /Why you can rely on it/)
    }
  })

  it('5: contents stand where there are three h2 or more, and each link shows its heading', async () => {
    const page = await newPage(options)
    let links = 0
    for (const path of posts) {
      await open(page, path)
      const questions = await page.locator('.body > h2').allTextContents()
      const contents = page.locator('.contents a')
      expect(await contents.allTextContents(), path).toEqual(questions.length >= 3 ? questions : [])
      for (const link of path === posts[0] || path === pageTypes.post ? await contents.all() : []) {
        links++
        await link.click()
        const { top, bottom } = await box(
          page,
          `[id="${decodeURIComponent(page.url().split('#')[1] ?? '')}"]`,
        )
        expect(top, page.url()).toBeGreaterThanOrEqual(0)
        expect(bottom, page.url()).toBeLessThan(height)
      }
    }
    expect(links).toBeGreaterThanOrEqual(6)
  })

  it('7: three to five questions follow, each with a sentence of its answer, none unpublished', async () => {
    const page = await newPage(options)
    const answerOf = new Map(live.map(({ path, answer, description }) => [path, answer ?? description ?? '']))
    for (const path of posts) {
      await open(page, path)
      const related = await page
        .locator('section:has(> h2:text-is("Questions close to this one")) li')
        .evaluateAll((items) =>
          items.map((item) => ({
            path: new URL((item.querySelector('h3 a') as HTMLAnchorElement).href).pathname,
            words: item.querySelector('p')?.textContent ?? '',
          })),
        )
      expect(related.length, path).toBeGreaterThanOrEqual(3)
      expect(related.length, path).toBeLessThanOrEqual(5)
      for (const each of related) {
        expect(answerOf.get(each.path)?.startsWith(each.words), `${path} → ${each.path}`).toBe(true)
        expect(each.words, each.path).toMatch(/^[A-Z].{20,}[.!?]$/)
      }
    }
  })

  it('15: who found no answer can ask, sign up by a plain form, and see where we answer', async () => {
    const page = await newPage(options)
    await open(page, pageTypes.post)
    const ask = page.locator('section:has(> h2:has-text("Didn’t answer it? Ask")) a')
    expect(await ask.getAttribute('href')).toMatch(/^mailto:.+\?subject=How%20often/)
    const form = page.locator('form[method=post]')
    expect(await form.getAttribute('action')).toBe(calendar.plan.site.subscribe)
    expect(await form.locator('input').count()).toBe(1)
    expect(await form.getByLabel('Your e-mail address').getAttribute('autocomplete')).toBe('email')
    await page.locator('.site-header').getByRole('link', { name: 'Where we answer' }).click()
    for (const { replies } of Object.values(calendar.plan.channels))
      if (replies && replies !== 'off') await expectText(page.locator('main'), new RegExp(replies, 'i'))
  })
})

async function expectText(place: ReturnType<Page['locator']>, words: string | RegExp): Promise<void> {
  const text = ((await place.textContent()) ?? '').replace(/\s+/g, ' ')
  if (typeof words === 'string') expect(text).toContain(words)
  else expect(text).toMatch(words)
}
