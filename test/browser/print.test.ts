import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { pageTypes, viewports } from '../support/page-types.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { sharedBuild } from '../support/shared-build.ts'

let browser: Browser
let page: Page
let served: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  browser = await launchChromium()
  served = await serveFolder(await sharedBuild('/'), '/')
  page = await browser.newPage({ viewport: viewports.phone, colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
})
afterAll(async () => {
  await browser.close()
  served.stop()
})

const isShown = (selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((element) => element.checkVisibility()))

it('12: a printed post has its title, answer, text, words and address', async () => {
  await page.goto(served.url + pageTypes.post)
  for (const selector of [
    'h1',
    '.dateline',
    '.answer',
    '.body > p',
    '.body img',
    '.words dd',
    '.printed-address',
  ]) {
    const shown = await isShown(selector)
    expect(shown.length, selector).toBeGreaterThan(0)
    expect(shown.every(Boolean), selector).toBe(true)
  }
  expect(await page.locator('.printed-address').textContent()).toBe(
    `https://coldread.example/${pageTypes.post}`,
  )
})

it.each(Object.entries(pageTypes))(
  '12: nothing is printed of a %s that only a screen can use',
  async (_, path) => {
    await page.goto(served.url + path)
    for (const selector of ['nav', 'form', 'search', '.skip', '.button', 'dialog', '.meaning'])
      expect((await isShown(selector)).some(Boolean), selector).toBe(false)
  },
)

it('12: ink is dark and paper is white, whatever the screen prefers', async () => {
  await page.goto(served.url + pageTypes.post)
  const luminance = (selector: string, property: 'color' | 'backgroundColor') =>
    page.locator(selector).evaluate((element, name) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(element)[name].match(/[\d.]+/g) ?? []).map(
        Number,
      )
      return (red + green + blue) / 3
    }, property)
  expect(await luminance('.answer', 'color')).toBeLessThan(64)
  expect(await luminance('body', 'backgroundColor')).toBeGreaterThan(240)
})

it('12: makes a document of pages', async () => {
  await page.goto(served.url + pageTypes.post)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.startsWith('%PDF')).toBe(true)
  expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeLessThanOrEqual(4)
})
