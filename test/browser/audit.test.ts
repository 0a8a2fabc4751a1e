import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium, newContext } from '../support/chromium.ts'
import { packageRoot, runColdread } from '../support/run-coldread.ts'

let browser: Browser
let folder: string
let page: string

beforeAll(async () => {
  browser = await launchChromium()
  folder = mkdtempSync(join(tmpdir(), 'coldread-audit-'))
  page = join(folder, 'audit.html')
  const blog = join(packageRoot, 'test/fixtures/audit/jekyll')
  expect(await runColdread(['audit', blog, '--out', page, '--now', '2026-11-22'])).toMatchObject({
    status: 0,
  })
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 390, 1200].map((width) => ({ colorScheme, width })),
)

it.each(looks)(
  'axe finds nothing at $width px, $colorScheme, with all opened',
  async ({ colorScheme, width }) => {
    const context = await newContext(browser, {
      colorScheme,
      viewport: { width, height: 844 },
      bypassCSP: true,
    })
    const tab = await context.newPage()
    await tab.goto(`file://${page}`)
    for (const summary of await tab.locator('summary').all()) await summary.click()
    await tab.evaluate(axe.source)
    const violations = await tab.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const results = await axe.run(document, { resultTypes: ['violations'] })
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    expect(violations).toEqual([])
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  },
)

it('asks for nothing, runs nothing, and leads from each figure to what it counts', async () => {
  const context = await newContext(browser, { viewport: { width: 1200, height: 844 } })
  const tab = await context.newPage()
  const asked: string[] = []
  const said: string[] = []
  tab.on('request', (request) => asked.push(request.url()))
  tab.on('console', (message) => said.push(message.text()))
  tab.on('dialog', (dialog) => said.push(dialog.message()))
  await tab.goto(`file://${page}`)
  const figures = tab.locator('a.tally')
  expect(await figures.count()).toBe(6)
  for (const figure of await figures.all()) {
    const id = (await figure.getAttribute('href')) ?? ''
    expect(await tab.locator(`h2${id}`).count(), id).toBe(1)
  }
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([`file://${page}`])
  expect(said).toEqual([])
})
