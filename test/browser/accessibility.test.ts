import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, newContext } from '../support/chromium.ts'
import { pageTypes, viewports } from '../support/page-types.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { sharedBuild } from '../support/shared-build.ts'

let browser: Browser
let served: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  browser = await launchChromium()
  served = await serveFolder(await sharedBuild('/'), '/')
})
afterAll(async () => {
  await browser.close()
  served.stop()
})

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const context = await newContext(browser, options)
  return context.newPage()
}

const narrow = { width: 320, height: 640 }
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [narrow, viewports.desk].map((viewport) => ({ colorScheme, viewport })),
)

it.each(looks)(
  'axe finds nothing at $viewport.width px, $colorScheme, with meanings open',
  async (options) => {
    // The page's policy lets no script in but its own.
    const page = await newPage({ ...options, bypassCSP: true })
    const opened: string[] = []
    for (const [type, path] of Object.entries(pageTypes)) {
      await page.goto(served.url + path)
      const word = page.locator('.term').first()
      if ((await word.count()) > 0) {
        await word.click()
        await page.locator('.meaning:popover-open').waitFor()
        opened.push(type)
      }
      await page.evaluate(axe.source)
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
        const results = await axe.run(document, { resultTypes: ['violations'] })
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      expect(violations, type).toEqual([])
    }
    expect(opened).toEqual(['post', 'news post'])
  },
)

describe.each(Object.values(viewports))('with a keyboard at $width px', (viewport) => {
  it('9: the way to the text comes first, the focus can be seen at every step, and landmarks part each page', async () => {
    const page = await newPage({ viewport })
    for (const [type, path] of Object.entries(pageTypes)) {
      await page.goto(served.url + path)
      expect(await page.locator('html').getAttribute('lang'), type).toBe('en')
      for (const role of ['banner', 'main', 'contentinfo'] as const)
        expect(await page.getByRole(role).count(), `${type} ${role}`).toBe(1)
      const names = await page.getByRole('navigation').evaluateAll((all) => all.map((nav) => nav.ariaLabel))
      expect(new Set(names).size, `${type}: ${names}`).toBe(names.length)
      expect(names.every(Boolean), type).toBe(true)

      const steps = await walk(page)
      expect(steps[0]?.words, type).toBe('Skip to the text')
      expect(steps.length, type).toBeGreaterThan(5)
      for (const { words, isInView, outline } of steps) {
        expect(outline, `${type}: ${words}`).toBeGreaterThanOrEqual(2)
        expect(isInView, `${type}: ${words}`).toBe(true)
      }
    }
  })

  it('9: the way to the text leads past everything above it', async () => {
    const page = await newPage({ viewport })
    await page.goto(served.url + pageTypes.post)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const isInText = await page.evaluate(() => document.activeElement?.closest('main') !== null)
    expect(isInText).toBe(true)
  })
})

/** Everything that Tab reaches, in order: what it says, and whether and how its focus is seen. */
async function walk(page: Page): Promise<{ words: string; isInView: boolean; outline: number }[]> {
  const steps: Awaited<ReturnType<typeof walk>> = []
  for (;;) {
    await page.keyboard.press('Tab')
    const step = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body || at.hasAttribute('data-seen')) return undefined
      at.setAttribute('data-seen', '')
      const { top, bottom, left, right } = at.getBoundingClientRect()
      const { outlineStyle, outlineWidth } = getComputedStyle(at)
      return {
        words: at.textContent?.trim() || at.outerHTML.slice(0, 80),
        isInView: top < innerHeight && bottom > 0 && left < innerWidth && right > 0,
        outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      }
    })
    if (!step) return steps
    steps.push(step)
  }
}

describe.each([
  { name: '320 px', viewport: narrow, size: '100%' },
  { name: 'a phone', viewport: viewports.phone, size: '100%' },
  { name: 'a desk', viewport: viewports.desk, size: '100%' },
  { name: 'a phone and letters twice as large', viewport: viewports.phone, size: '200%' },
  { name: 'a desk and letters twice as large', viewport: viewports.desk, size: '200%' },
  { name: 'a desk at 200 %', viewport: { width: 640, height: 400 }, size: '100%' },
])('8: at $name', ({ viewport, size }) => {
  it('nothing scrolls sideways but what can be focused, nothing is cut off, nothing lies over the text', async () => {
    const page = await newPage({ viewport })
    for (const [type, path] of Object.entries(pageTypes)) {
      await page.goto(served.url + path)
      const found = await page.evaluate(async (fontSize) => {
        document.documentElement.style.fontSize = fontSize
        const all = [...document.querySelectorAll<HTMLElement>('body *')]
        const shown = all.filter((element) => element.checkVisibility() && element.offsetWidth > 0)
        const wide = shown.filter(
          ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
        )
        const name = (element: Element) => element.outerHTML.slice(0, 80)
        return {
          excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          unreachable: wide
            .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
            .filter((element) => element.tabIndex < 0 || (!element.role === !element.ariaLabel) === true)
            .map(name),
          // The words of a field scroll by themselves.
          cut: wide
            .filter((element) => /hidden|clip/.test(getComputedStyle(element).overflowX))
            .filter((element) => !element.matches('input, textarea'))
            .map(name),
          over: shown.filter((element) => getComputedStyle(element).position === 'fixed').map(name),
          moving: document.querySelectorAll('video, audio, marquee, [autoplay]').length,
        }
      }, size)
      expect(found, type).toEqual({ excess: 0, unreachable: [], cut: [], over: [], moving: 0 })
    }
  })
})
