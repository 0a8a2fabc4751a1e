import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { boardBlog } from '../support/board-blog.ts'
import { launchChromium, newContext } from '../support/chromium.ts'
import { type DevSite, devSite } from '../support/dev-site.ts'
import { viewports } from '../support/page-types.ts'
import { runColdread } from '../support/run-coldread.ts'

const now = '2026-11-22T12:00'
let browser: Browser
let root: string
let board: string
let pages: string[]

beforeAll(async () => {
  browser = await launchChromium()
  root = boardBlog()
  const { status, stderr } = await runColdread(['board', '--root', root, '--now', now])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  board = join(root, '.coldread/board')
  const all = readdirSync(board, { recursive: true }).map(String)
  pages = all.filter((file) => /\/(index|list|week|rules|month-2026-12)\.html$/.test(file)).sort()
})
afterAll(async () => {
  await browser.close()
  rmSync(root, { recursive: true, force: true })
})

/** A page that notes what the browser says of it. */
async function newPage(options: BrowserContextOptions = {}): Promise<{ page: Page; said: string[] }> {
  const context = await newContext(browser, options)
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  return { page, said }
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [{ width: 320, height: 640 }, viewports.desk, { width: 1600, height: 1000 }].map((viewport) => ({
    colorScheme,
    viewport,
  })),
)

describe('the board from the disk, without a script', () => {
  it.each(looks)(
    'can be read at $viewport.width px, $colorScheme: axe finds nothing, nothing is cut',
    async (look) => {
      const { page, said } = await newPage(look)
      expect(pages.length).toBeGreaterThanOrEqual(13)
      const found: string[] = []
      for (const file of pages) {
        await page.goto(`file://${join(board, file)}`)
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (excess > 0) found.push(`${file} is ${excess} px too wide`)
        await page.evaluate(axe.source)
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
          const results = await axe.run(document, { resultTypes: ['violations'], preload: false })
          return results.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
          )
        })
        found.push(...violations.map((violation) => `${file}: ${violation}`))
      }
      expect([...found, ...said]).toEqual([])
    },
  )

  it('sets the columns of the pipeline in whole rows, and tables of words as cards on phones', async () => {
    const { page } = await newPage({ viewport: viewports.desk })
    await page.goto(`file://${join(board, 'pipeline/index.html')}`)
    const tops = () =>
      page.locator('.column').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
    for (const [width, rows] of [
      [1280, 1],
      [1000, 2],
      [700, 3],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      const counts = Map.groupBy(await tops(), (top) => top)
        .values()
        .map(({ length }) => length)
      expect(counts.toArray(), `${width} px`).toEqual(Array.from({ length: rows }, () => 6 / rows))
    }
    await page.setViewportSize({ width: 390, height: 900 })
    await page.goto(`file://${join(board, 'cadence/index.html')}`)
    const table = page.locator('.wordy')
    expect(await table.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0)
    expect(
      await table
        .locator('td')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content),
    ).toContain('slots kept')
  })

  it('is all there where no script runs', async () => {
    const { page } = await newPage({ javaScriptEnabled: false })
    await page.goto(`file://${join(board, 'index.html')}`)
    await page.waitForURL(/calendar\/index\.html$/)
    expect(await page.locator('h1').textContent()).toBe('Calendar')
    await page.locator('a', { hasText: 'December 2026' }).click()
    expect(await page.locator('h2').first().textContent()).toBe('December 2026')
    await page.locator('[data-day="2026-12-09"] .entry.soft', { hasText: 'A soft one' }).waitFor()
    await page.locator('.looks a', { hasText: 'List' }).click()
    await page.locator('tbody[data-day="2026-12-09"]', { hasText: 'A soft one' }).waitFor()
  })

  it('can be walked by keyboard, the way to the content first, the focus always seen', async () => {
    const { page } = await newPage({ viewport: viewports.desk })
    for (const file of pages) {
      await page.goto(`file://${join(board, file)}`)
      await page.keyboard.press('Tab')
      const steps: { words: string; outline: string; isInView: boolean }[] = []
      for (let step = 0; step < 25; step++) {
        steps.push(
          await page.evaluate(() => {
            const at = document.activeElement as HTMLElement
            const { top, bottom } = at.getBoundingClientRect()
            const words = at.textContent ?? ''
            return {
              words,
              outline: getComputedStyle(at).outlineStyle,
              isInView: top < innerHeight && bottom > 0,
            }
          }),
        )
        await page.keyboard.press('Tab')
        if (await page.evaluate(() => document.activeElement === document.body)) break
      }
      expect(steps[0]?.words, file).toBe('Skip to the content')
      expect(steps.length, file).toBeGreaterThan(9)
      for (const { words, outline, isInView } of steps)
        expect({ outline, isInView }, `${file}: ${words}`).toEqual({ outline: 'solid', isInView: true })
    }
  })

  it('leads from an entry to its page, its file, and what the lint says of it', async () => {
    const { page } = await newPage({ viewport: viewports.desk })
    await page.goto(`file://${join(board, 'calendar/month-2026-12.html')}`)
    const entry = page.locator('.entry.post[data-id="planted"]')
    const file = await entry.locator('.title').evaluate((link) => (link as HTMLAnchorElement).href)
    expect(readFileSync(new URL(file), 'utf8')).toContain('one week free')
    await entry.locator('.links a', { hasText: /finding/ }).click()
    await page.locator('.said:target .finding', { hasText: 'revolutionary' }).waitFor()
    await page.goBack()
    await page.locator('[data-day="2026-12-04"] .entry.snippet .title', { hasText: 'Look at it' }).click()
    const item = page.locator('.item:target')
    expect(
      await item.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0)
    await page.goto(`file://${join(board, 'calendar/index.html')}`)
    const live = page.locator('.entry.post .title').first()
    expect(await live.getAttribute('href')).toMatch(/^https:\/\/coldread\.example\//)
  })

  it('is printed in black on white, without what is only to be clicked', async () => {
    const { page } = await newPage({ colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    for (const file of pages) {
      await page.goto(`file://${join(board, file)}`)
      const seen = await page.evaluate(() => ({
        paper: getComputedStyle(document.body).colorScheme,
        navigation: document.querySelector('.board-header nav')?.checkVisibility(),
      }))
      expect(seen, file).toEqual({ paper: 'light', navigation: false })
    }
  })
})

describe('the board while somebody writes', () => {
  let site: DevSite
  beforeAll(async () => {
    site = await devSite(root, { now })
  })
  afterAll(() => site.stop())

  it('follows every save, and says what keeps it from that', async () => {
    const { page, said } = await newPage({ viewport: viewports.desk })
    await page.goto(`${site.url}_board/`)
    await page.waitForURL(/_board\/calendar\/index\.html$/)
    await page.goto(`${site.url}_board/pipeline/`)
    await page.waitForURL(/_board\/pipeline\/index\.html$/)
    const file = join(root, 'content/posts/soft.mdx')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('A soft one', 'A renamed one'))
    await page.locator('.card', { hasText: 'A renamed one' }).waitFor()

    writeFileSync(file, before.replace('status: draft', 'status: drafty'))
    const note = page.locator('.stuck')
    await note.waitFor()
    expect(await note.textContent()).toMatch(/soft\.mdx:3:9 .*did you mean `draft`/)
    writeFileSync(file, before)
    await page.locator('.card', { hasText: 'A soft one' }).waitFor()
    expect(await note.count()).toBe(0)
    expect(said).toEqual([])
  })

  it('leads to drafts, shows pictures of the content, and nothing else of the disk', async () => {
    const { page } = await newPage({ viewport: viewports.desk })
    await page.goto(`${site.url}_board/queue/index.html`)
    const image = page.locator('.preview img').first()
    await image.scrollIntoViewIfNeeded()
    await expect
      .poll(() => image.evaluate((each) => (each as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
    await page.goto(`${site.url}_board/pipeline/index.html`)
    await page.locator('.card .title', { hasText: 'A soft one' }).click()
    expect(await page.locator('h1').textContent()).toBe('A soft one')
    for (const path of ['content/plan.yaml', '../package.json', '..%2F..%2Fpackage.json', '%ff'])
      expect((await fetch(`${site.url}_board/files/${path}`)).status, path).toBeGreaterThanOrEqual(400)
  })

  it('is open in more tabs than a browser holds connections, and each shows what was saved once it is looked at', async () => {
    const context = await newContext(browser)
    // Chromium without a window takes every tab for the one that is looked at.
    await context.addInitScript(() =>
      Object.defineProperty(document, 'hidden', { get: () => 'isAway' in globalThis }),
    )
    const look = (page: Page, isAway: boolean) =>
      page.evaluate((isAway) => {
        if (isAway) Object.assign(globalThis, { isAway })
        else Reflect.deleteProperty(globalThis, 'isAway')
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      }, isAway)
    const tabs: Page[] = []
    for (let tab = 0; tab < 8; tab++) {
      const page = await context.newPage()
      const follows = page.waitForRequest('**/_board/saves?*')
      await page.goto(`${site.url}_board/pipeline/index.html`, { timeout: 15_000 })
      await follows
      await look(page, true)
      tabs.push(page)
    }
    const file = join(root, 'content/posts/soft.mdx')
    const before = readFileSync(file, 'utf8')
    onTestFinished(() => writeFileSync(file, before))
    writeFileSync(file, before.replace('A soft one', 'A new name'))
    const now = async () => (await fetch(`${site.url}_board/pipeline/index.html`)).text()
    await expect.poll(now, { timeout: 15_000 }).toContain('A new name')
    const first = tabs[0] as Page
    expect(await first.locator('.card', { hasText: 'A new name' }).count()).toBe(0)
    await look(first, false)
    await first.locator('.card', { hasText: 'A new name' }).waitFor()
  })

  it('tells a page that is opened meanwhile what keeps a save from being shown', async () => {
    const file = join(root, 'content/posts/soft.mdx')
    const before = readFileSync(file, 'utf8')
    onTestFinished(() => writeFileSync(file, before))
    writeFileSync(file, before.replace('status: draft', 'status: drafty'))
    await expect.poll(() => site.said(), { timeout: 15_000 }).toContain('did you mean `draft`')
    const { page } = await newPage()
    await page.goto(`${site.url}_board/pipeline/index.html`)
    await page.locator('.stuck', { hasText: 'did you mean `draft`' }).waitFor()
  })

  it('runs nothing that its pages would hold, and loads nothing from elsewhere', async () => {
    const { page, said } = await newPage()
    await page.goto(`${site.url}_board/pipeline/index.html`)
    const ran = await page.evaluate(
      async (elsewhere) => {
        const script = document.createElement('script')
        script.textContent = 'globalThis.hasRun = true'
        const image = document.createElement('img')
        const ended = new Promise((resolve) => image.addEventListener('error', () => resolve('blocked')))
        image.src = `${elsewhere}/favicon.svg`
        document.body.append(script, image)
        return [Reflect.get(globalThis, 'hasRun'), await ended]
      },
      site.url.replace('localhost', '127.0.0.1'),
    )
    expect(ran).toEqual([undefined, 'blocked'])
    expect(said).toEqual([
      expect.stringContaining("violates the following Content Security Policy directive 'script-src"),
      expect.stringContaining('violates the following Content Security Policy directive'),
    ])
  })

  it('says in the terminal what of the inbox cannot be read, once, and nothing that a writer cannot mend', async () => {
    const file = join(root, 'content/inbox/2026-11-20-broken.jsonl')
    onTestFinished(() => rmSync(file))
    writeFileSync(file, '{ "kind": \n')
    const looked = async () => {
      await fetch(`${site.url}_board/ideas/index.html`)
      return site.said()
    }
    await expect.poll(looked, { timeout: 15_000 }).toContain('2026-11-20-broken.jsonl:1:')
    await looked()
    expect(site.said().split('2026-11-20-broken.jsonl:1:')).toHaveLength(2)
    expect(site.said()).not.toContain('ExperimentalWarning')
  })

  it('answers to names of this machine alone', async () => {
    const { port } = new URL(site.url)
    expect(await statusFor('evil.example', port)).toBe(403)
    expect(await statusFor(`localhost:${port}`, port)).toBe(200)
  })
})

/** Asks for the calendar as a page does whose own name leads to this machine. */
function statusFor(host: string, port: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const path = '/_board/calendar/index.html'
    const asked = request({ host: 'localhost', port, path, headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })
}
