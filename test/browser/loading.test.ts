import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesOf } from '../support/built-site.ts'
import { launchChromium, newContext } from '../support/chromium.ts'
import { viewports } from '../support/page-types.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { sharedBuild } from '../support/shared-build.ts'

let browser: Browser
let served: Awaited<ReturnType<typeof serveFolder>>
let pages: Map<string, string>

beforeAll(async () => {
  browser = await launchChromium()
  const folder = await sharedBuild('/')
  served = await serveFolder(folder, '/')
  pages = new Map(
    [...filesOf(folder)]
      .filter(([file, bytes]) => file.endsWith('.html') && !bytes.includes('http-equiv="refresh"'))
      .map(([file, bytes]) => [file.replace(/index\.html$/, ''), bytes.toString()]),
  )
})
afterAll(async () => {
  await browser.close()
  served.stop()
})

describe.each(Object.values(viewports))('at $width px', (viewport) => {
  it('8: nothing moves on any page while it loads and while it is read to its end', async () => {
    const context = await newContext(browser, { viewport })
    const page = await context.newPage()
    for (const path of pages.keys()) {
      await page.goto(served.url + path)
      const shifts = await page.evaluate(async () => {
        type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] }
        const seen: string[] = []
        const note = (entry: PerformanceEntry) => {
          const { value, startTime, sources } = entry as Shift
          const moved = sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.slice(0, 30)}`)
          seen.push(`${value} after ${startTime} ms: ${moved.join(', ')}`)
        }
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
          type: 'layout-shift',
          buffered: true,
        })
        const frame = () =>
          new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
          scrollTo(0, y)
          await Promise.all(
            [...document.images].filter((image) => image.loading !== 'lazy').map((image) => image.decode()),
          )
          await frame()
        }
        for (const image of document.images) {
          image.scrollIntoView()
          await image.decode()
          await frame()
        }
        return seen
      })
      expect(shifts, path).toEqual([])
    }
  })

  it('16: pictures load as they come near, no larger than they are shown on this screen', async () => {
    const context = await newContext(browser, { viewport })
    const page = await context.newPage()
    let pictures = 0
    for (const [path, html] of pages) {
      if (!html.includes('<img')) continue
      await page.goto(served.url + path)
      for (const image of await page.locator('main img').all()) {
        pictures++
        await image.scrollIntoViewIfNeeded()
        const facts = await image.evaluate(async (element: HTMLImageElement) => {
          await element.decode()
          const { width, height } = element.getBoundingClientRect()
          return {
            loading: element.loading,
            isInFirstScreen: element.getBoundingClientRect().top + scrollY < innerHeight,
            ratio: width / height / (element.naturalWidth / element.naturalHeight),
            attributes: ['width', 'height', 'alt', 'srcset', 'sizes'].filter(
              (name) => !element.hasAttribute(name),
            ),
            candidate: element.naturalWidth / width,
            declared:
              Number(
                /(\d+)w/.exec(element.srcset.split(element.currentSrc.split('/').at(-1) ?? '')[1] ?? '')?.[1],
              ) / width,
          }
        })
        expect(facts.attributes, path).toEqual([])
        expect(facts.loading, path).toBe(facts.isInFirstScreen ? 'eager' : 'lazy')
        expect(facts.ratio, path).toBeCloseTo(1, 1)
        expect(facts.declared, path).toBeGreaterThan(0.7)
        expect(facts.declared, path).toBeLessThan(1.7)
      }
    }
    expect(pictures).toBeGreaterThanOrEqual(2)
  })
})

it('16: no page has looks in attributes, or scripts in them', () => {
  for (const [path, html] of pages) {
    expect(html, path).not.toMatch(/<[a-z][^>]*\sstyle="/)
    expect(html, path).not.toMatch(/<[a-z][^>]*\son[a-z]+="/)
  }
})
