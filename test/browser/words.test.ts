import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesOf } from '../support/built-site.ts'
import { launchChromium, newContext } from '../support/chromium.ts'
import { viewports } from '../support/page-types.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { sharedBuild } from '../support/shared-build.ts'

const path = 'social-listening-in-an-hour-a-week/'
const meaning = 'It is a free service by Google that shows which searches led people to your site.'

let folder: string
let served: Awaited<ReturnType<typeof serveFolder>>
let browser: Browser

beforeAll(async () => {
  folder = await sharedBuild('/')
  served = await serveFolder(folder, '/')
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  served.stop()
})

/** A post with a glossary word, the word, its meaning, and what the page complained of. */
async function openPost(options: BrowserContextOptions, isOlder = false) {
  const context = await newContext(browser, { ...options, bypassCSP: isOlder })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  if (isOlder) await forgetInterest(page)
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(served.url + path)
  const word = page.getByRole('link', { name: 'Search Console' })
  await word.scrollIntoViewIfNeeded()
  return { page, word, opened: page.locator('.meaning:popover-open'), complaints }
}

/** Makes a browser one that does not know `interestfor`. */
async function forgetInterest(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'interestForElement')
  })
  await page.route(served.url + path, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replaceAll('interestfor', 'data-unknown') })
  })
}

const isOver = async (page: Page, words: string) =>
  page.evaluate(
    (text) => document.querySelector('.meaning:popover-open')?.textContent?.trim() === text,
    words,
  )

describe.each([
  { viewport: viewports.phone, colorScheme: 'light' as const },
  { viewport: viewports.desk, colorScheme: 'dark' as const },
])('a glossary word at $viewport.width px, $colorScheme', (options) => {
  it('opens by tap, right at the word and inside the screen; closes by a second tap, one outside, and Esc', async () => {
    const { page, word, opened, complaints } = await openPost({ ...options, hasTouch: true })
    await word.tap()
    expect(await isOver(page, meaning)).toBe(true)
    const [at, shown] = await Promise.all([word.boundingBox(), opened.boundingBox()])
    if (!at || !shown) throw new Error('nothing is shown')
    expect(
      Math.min(Math.abs(shown.y - at.y - at.height), Math.abs(at.y - shown.y - shown.height)),
    ).toBeLessThan(16)
    expect(shown.x).toBeGreaterThanOrEqual(0)
    expect(shown.x + shown.width).toBeLessThanOrEqual(options.viewport.width)
    await word.tap()
    await opened.waitFor({ state: 'detached' })
    await word.tap()
    await page.touchscreen.tap(5, 100)
    await opened.waitFor({ state: 'detached' })
    await word.tap()
    await page.keyboard.press('Escape')
    await opened.waitFor({ state: 'detached' })
    expect(page.url()).toBe(served.url + path)
    expect(complaints).toEqual([])
  })

  it.each([
    ['a browser that knows `interestfor`', false],
    ['one that does not', true],
  ])(
    'opens by hover in %s, stays while the pointer is on it, and closes by Esc or when it leaves',
    async (_, isOlder) => {
      const { page, word, opened, complaints } = await openPost(options, isOlder)
      await word.hover()
      await opened.waitFor()
      await opened.hover()
      const stays = await page.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        return document.querySelector('.meaning:popover-open') !== null
      })
      expect(stays).toBe(true)
      await page.mouse.move(2, 2)
      await opened.waitFor({ state: 'detached' })
      await word.hover()
      await opened.waitFor()
      await page.keyboard.press('Escape')
      await opened.waitFor({ state: 'detached' })
      expect(complaints).toEqual([])
    },
  )
})

describe('with a keyboard', () => {
  it('opens by Enter and closes by Esc, and the word keeps the focus', async () => {
    const { page, word, opened } = await openPost({ viewport: viewports.desk })
    await word.focus()
    await page.keyboard.press('Enter')
    await opened.waitFor()
    await page.keyboard.press('Enter')
    expect(await isOver(page, meaning)).toBe(true)
    await page.keyboard.press('Escape')
    await opened.waitFor({ state: 'detached' })
    expect(await word.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('is described by its meaning to a screen reader', async () => {
    const { page } = await openPost({ viewport: viewports.desk })
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const link = nodes.find(({ role, name }) => role?.value === 'link' && name?.value === 'Search Console')
    expect(link?.description?.value).toBe(meaning)
  })
})

describe('without JavaScript', () => {
  it('leads to its meaning in the list at the end, marked', async () => {
    const { page, word } = await openPost({ viewport: viewports.phone, javaScriptEnabled: false })
    await word.click()
    const entry = page.locator('.words :target')
    expect(await entry.locator('dt').textContent()).toBe('Search Console')
    expect(await entry.locator('dd').textContent()).toBe(meaning)
    const { y = -1 } = (await entry.boundingBox()) ?? {}
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(viewports.phone.height)
  })

  it('opens by hover all the same, where the browser can', async () => {
    const { word, opened } = await openPost({ viewport: viewports.desk, javaScriptEnabled: false })
    await word.hover()
    await opened.waitFor()
  })
})

it('stands once in its list, and only on the page: feeds have the word alone', () => {
  const files = filesOf(folder)
  const html = files.get(`${path}index.html`)?.toString() ?? ''
  expect(html.match(/<dt>Search Console<\/dt><dd>/g)).toHaveLength(1)
  expect(html.match(/class="term"/g)).toHaveLength(1)
  const feed = JSON.parse(files.get('feed.json')?.toString() ?? '{}') as {
    items: { url: string; content_html: string }[]
  }
  const item = feed.items.find(({ url }) => url.includes(path))
  expect(item?.content_html).toContain('report of that kind is called Search Console.')
  for (const file of ['feed.json', 'rss.xml'])
    expect(files.get(file)?.toString()).not.toMatch(/interestfor|#Word-/)
})
