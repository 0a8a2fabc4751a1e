import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchChromium, newContext } from '../support/chromium.ts'
import { type DevSite, devSite } from '../support/dev-site.ts'
import { viewports } from '../support/page-types.ts'
import { plan, post } from '../support/scratch-site.ts'

const file = 'content/posts/planted.mdx'
const draft = `---
title: How many posts does a small shop need?
answer: Two posts a week are enough for a small shop, as long as it keeps them up in a busy month too.
purpose: awareness
status: draft
snippets:
  mastodon:
    - kind: question
      at: +1d 09:00
      text: ${'What made you stop posting? '.repeat(20)}
---
## Which rhythm is kept?

The one that you keep, whatever the "week" brings[^1]; nothing in it is seamless.

A _second_ paragraph says that a truly **seam**less \`plan\` is rare.

<Callout kind="tip">

Leave one week free.

</Callout>

[^1]: Even in December.
`

const patient = { timeout: 30_000 }

let root: string
let browser: Browser
let site: DevSite

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'coldread-toolbar-'))
  write(
    'content/plan.yaml',
    plan
      .replace('https://notes.example', 'https://notes.example/docs')
      .replace('channels:', 'channels:\n  mastodon: { network: mastodon, times: [wed 10:00] }'),
  )
  write(file, draft)
  write('content/posts/live.mdx', post('Is it live?').replace('2026-12-08', '2026-11-24'))
  write('bin/code', '#!/bin/sh\necho "$@" >> "$OPENED"\n')
  chmodSync(join(root, 'bin/code'), 0o755)
  const env = { LAUNCH_EDITOR: join(root, 'bin/code'), OPENED: join(root, 'opened') }
  site = await devSite(root, { now: '2026-12-01T09:00', base: '/docs/', env })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  rmSync(root, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

/** A page with the panel open, the panel, and what the page complained of. */
async function openPanel(path: string, options: BrowserContextOptions = { viewport: viewports.desk }) {
  const context = await newContext(browser, { ...options, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'debug') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(site.url + path)
  const panel = page.locator('astro-dev-toolbar .panel')
  // Filled before it is open: the toolbar lets itself be used from then on.
  await panel.locator('h2').waitFor({ state: 'attached' })
  await page.locator('astro-dev-toolbar #dev-bar').hover({ force: true })
  await page.locator('button.item[data-app-id="coldread"]').click()
  await panel.waitFor()
  return { page, panel, complaints }
}

/** The words that are marked as the one place asked for, and whether all of them can be seen beside the panel. */
const marked = (page: Page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('coldread-spot') ?? [])] as Range[]
    if (!range) return undefined
    const at = range.getBoundingClientRect()
    const seen = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2)
    return {
      words: range.toString(),
      isSeen:
        seen !== null &&
        range.commonAncestorContainer.parentElement?.closest('p, h1, h2, li, .answer')?.contains(seen) ===
          true,
    }
  })

describe.each([
  ['a desk', viewports.desk],
  ['a phone', viewports.phone],
  ['320 px', { width: 320, height: 640 }],
])('findings on %s', (_, viewport) => {
  it('lead to the words that they are about, whatever markup stands between', async () => {
    const { page, panel, complaints } = await openPanel('planted/', { viewport })
    const jumps = panel.getByRole('button', { name: '“seamless”' })
    await jumps.first().click()
    await expect.poll(() => marked(page), patient).toEqual({ words: 'seamless', isSeen: true })
    const first = await page.evaluate(
      () => ([...(CSS.highlights.get('coldread-spot') ?? [])] as Range[])[0]?.startContainer.textContent,
    )
    expect(first).toMatch(/nothing in it is seamless/)
    expect(await panel.getByRole('status').textContent()).toBe('Marked in the text.')
    expect(complaints).toEqual([])
  })
})

describe('a finding', () => {
  it('is underlined with all others while the panel is open, and leads to its rule', async () => {
    const { page, panel } = await openPanel('planted/')
    const underlined = () =>
      page.evaluate(() => [...(CSS.highlights.get('coldread-findings') ?? [])].map(String))
    await expect.poll(underlined, patient).toContain('seamless')
    const [rule] = await Promise.all([
      page.context().waitForEvent('page'),
      panel
        .getByRole('link', { name: /seamless.*promo-hype/ })
        .first()
        .click(),
    ])
    await rule.waitForLoadState()
    expect(new URL(rule.url()).pathname).toBe('/docs/rules/promo-hype/')
    expect(await rule.locator('main h1').textContent()).toBe('promo-hype')
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect.poll(underlined, patient).toEqual([])
  })

  it('opens in the editor at its line, as does the file', async () => {
    const { panel } = await openPanel('planted/')
    await panel.getByRole('button', { name: 'line 14' }).first().click()
    const opened = () => (existsSync(join(root, 'opened')) ? readFileSync(join(root, 'opened'), 'utf8') : '')
    await expect.poll(opened, patient).toMatch(new RegExp(`${RegExp.escape(join(root, file))}:14:\\d+`))
    await panel.getByRole('button', { name: 'Open in editor' }).click()
    await expect.poll(opened, patient).toContain(`${join(root, file)}:1:1`)
  })
})

it('shows how a post stands: what it needs, its card, and its snippets against what networks take', async () => {
  const { panel } = await openPanel('planted/')
  const part = (name: string) => panel.locator(`[data-part="${name}"]`)
  expect(await part('going-live').textContent()).toMatch(
    /draft, needs 2 things.*publish: 2026-12-08.*status: ready/,
  )
  await part('card').locator('summary').click()
  const card = part('card').locator('img')
  await expect.poll(() => card.evaluate((image: HTMLImageElement) => image.naturalWidth), patient).toBe(1200)
  await part('snippets').locator('summary').click()
  expect(await part('snippets').textContent()).toMatch(
    /1 of 1 cannot go out.*Mastodon.*559 of 500 characters, 59 too many/,
  )
})

it('measures where the answer stands as a phone shows it, whatever the window is', async () => {
  const { page, panel } = await openPanel('live/')
  const said = panel.locator('[data-answer]')
  await expect.poll(() => said.textContent(), patient).toMatch(/^\d+ px/)
  await page.setViewportSize(viewports.phone)
  const { y = 0 } = (await page.locator('.answer').boundingBox()) ?? {}
  const top = Math.round(y + (await page.evaluate(() => scrollY)))
  expect(await said.textContent()).toBe(`${top} px from the top`)
})

it('follows every save, keeps open what was open, and says what keeps a save from being shown', async () => {
  onTestFinished(() => write(file, draft))
  const { panel } = await openPanel('planted/')
  await panel.locator('[data-part="snippets"] summary').click()
  const text = () => panel.textContent()
  const until = (what: RegExp) => expect.poll(text, patient).toMatch(what)
  write(file, draft.replace('nothing in it is seamless', 'nothing in it is best-in-class'))
  await until(/best-in-class could be said of anything/)
  write(file, draft.replace('status: draft', 'status: darft'))
  await until(/The page stays as it was until this is mended:.*planted\.mdx:5.*did you mean draft\?/)
  expect(await text()).toMatch(/best-in-class could be said of anything/)
  write(file, draft.replace('status: draft', 'status: review'))
  await until(/in review, needs 2 things/)
  expect(await text()).not.toMatch(/until this is mended|best-in-class could/)
  expect(await panel.isVisible()).toBe(true)
  expect(await panel.locator('[data-part="snippets"]').getAttribute('open')).toBe('')
})

it('is used by keyboard alone', async () => {
  const { page, panel } = await openPanel('planted/')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await panel.waitFor()
  expect(await focused(page)).toBe('This post')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Open in editor')
  for (let steps = 0; (await focused(page)) !== '“seamless”'; steps++) {
    expect(steps).toBeLessThan(30)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => marked(page), patient).toEqual({ words: 'seamless', isSeen: true })
  expect(await focused(page)).toBe('“seamless”')
})

/** What the focused element says, in whichever shadow it stands. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.textContent?.trim()
  })

it('says on a page that is no post that it is none', async () => {
  const { panel } = await openPanel('topics/')
  expect(await panel.textContent()).toMatch(/This page is no post/)
})

describe.each(
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [{ width: 320, height: 640 }, viewports.desk].map((viewport) => ({ colorScheme, viewport })),
  ),
)('at $viewport.width px, $colorScheme', (options) => {
  it('axe finds nothing with every part open, and nothing scrolls sideways', async () => {
    const { panel } = await openPanel('planted/', options)
    const violationsOf = (node: Element, source: string) => {
      for (const each of node.querySelectorAll('details')) each.open = true
      new Function(source)()
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      return axe.run(node).then(({ passes, violations }) => ({
        isChecked: passes.length > 10,
        violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      }))
    }
    // Whatever is written below the package meanwhile has the page loaded anew, which ends what runs in it.
    const checked = () => panel.evaluate(violationsOf, axe.source)
    await expect.poll(checked, patient).toEqual({ isChecked: true, violations: [] })
    const excess = await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(excess).toBe(0)
  })
})
