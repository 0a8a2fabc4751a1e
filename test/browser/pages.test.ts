import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesOf } from '../support/built-site.ts'
import { launchChromium } from '../support/chromium.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { sharedBuild } from '../support/shared-build.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

describe.each(['/', '/docs/'])('the site at %s', (base) => {
  let served: Awaited<ReturnType<typeof serveFolder>>
  let pages: string[]

  beforeAll(async () => {
    const folder = await sharedBuild(base)
    served = await serveFolder(folder, base)
    pages = [...filesOf(folder)]
      .filter(([file, bytes]) => file.endsWith('.html') && !bytes.includes('http-equiv="refresh"'))
      .map(([file]) => file)
  })
  afterAll(() => served.stop())

  it.each([
    { width: 412, height: 823 },
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ])(
    'opens every page at $width×$height with no error, one h1 and no sideways scrolling',
    async (viewport) => {
      const page = await browser.newPage({ viewport })
      const complaints: string[] = []
      page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on(
        'response',
        (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
      )
      page.on(
        'request',
        (request) =>
          !request.url().startsWith(served.url) && complaints.push(`a request to ${request.url()}`),
      )
      expect(pages.length).toBeGreaterThanOrEqual(25)
      for (const file of pages) {
        await page.goto(served.url + file.replace(/index\.html$/, ''), { waitUntil: 'load' })
        expect(await page.locator('h1').count(), file).toBe(1)
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(excess, file).toBeLessThanOrEqual(0)
        expect(complaints, file).toEqual([])
      }
      await page.close()
    },
  )

  it('shows the answer of every post in the first screen of a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } })
    const posts = pages.filter((file) => /^[^/]+\/index\.html$/.test(file))
    let answers = 0
    for (const file of posts) {
      await page.goto(served.url + file.replace(/index\.html$/, ''))
      const answer = page.locator('article .answer')
      if ((await answer.count()) === 0) continue
      answers++
      expect((await answer.boundingBox())?.y, file).toBeLessThan(500)
    }
    expect(answers).toBeGreaterThanOrEqual(8)
    await page.close()
  })

  it('finds a post by its words', async () => {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 } })
    await page.goto(`${served.url}search/?q=negative+comments`)
    const hit = page.locator('main a', { hasText: /negative comment/i }).first()
    await hit.waitFor()
    await hit.click()
    await page.waitForURL(/reply-to-negative-comments/)
    expect(await page.locator('h1').textContent()).toMatch(/negative comments/i)
    await page.close()
  })

  it('answers 404 with a page of its own for an address that is not there', async () => {
    const page = await browser.newPage()
    const response = await page.goto(`${served.url}no/such/page/`)
    expect(response?.status()).toBe(404)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    await page.close()
  })
})
