import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { launchChromium, newContext } from '../support/chromium.ts'
import { type DevSite, devSite } from '../support/dev-site.ts'
import { viewports } from '../support/page-types.ts'
import { plan, post } from '../support/scratch-site.ts'

// Tuesdays are 1, 8, 15 and 22 December.
const now = '2026-12-01T10:00'
const file = 'content/posts/how-often.mdx'
const snippets = 'snippets: { sky: [{ at: +2d 09:00, text: Twice a week. }] } # words\n'
const files: Record<string, string> = {
  'content/plan.yaml': `${plan}  sky: { network: bluesky, times: [thu 12:00] }\nblackouts: [2026-12-24]\n`,
  [file]: post('How often?', 'Words.', snippets),
  'content/posts/live.mdx': post('Is it live?', 'Words.', 'snippets: { sky: It is. }\n').replace(
    '2026-12-08',
    '2026-12-01',
  ),
  'content/posts/soft.mdx': '---\ntitle: A soft one\nplanned: "2026-12-15" # perhaps\n---\n',
  'content/activities/2026-12.yaml': '- title: Open hour\n  at: 2026-12-03 10:00 # sharp\n',
}
const patient = { timeout: 20_000, interval: 50 }

let root: string
let browser: Browser
let site: DevSite

const read = (path = file) => readFileSync(join(root, path), 'utf8')
function write(): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'coldread-board-move-'))
  write()
  ;[site, browser] = await Promise.all([devSite(root, { now }), launchChromium()])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  rmSync(root, { recursive: true, force: true })
})

/** Every test begins with the files as they were, and with a board that shows them. */
beforeEach(async () => {
  write()
  await expect.poll(async () => html(), patient).toMatch(/data-slug="how-often" data-day="2026-12-08"/)
  await expect.poll(async () => html(), patient).toMatch(/data-slug="soft" data-day="2026-12-15"/)
})

const html = async () => (await fetch(`${site.url}_board/calendar/index.html`)).text()

async function openBoard(options: BrowserContextOptions = {}, doesFollow = true) {
  const context = await newContext(browser, { viewport: { width: 1280, height: 1000 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  if (!doesFollow) await page.route('**/_board/saves?*', (route) => route.abort())
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(`${site.url}_board/calendar/index.html`)
  const entry = (id: string) => page.locator(`.entry[data-id="${id}"]`)
  await entry('how-often').locator('.move').waitFor({ state: 'attached' })
  const day = (date: string) => page.locator(`.day[data-day="${date}"]`)
  return { page, entry, day, bar: page.locator('.move-bar'), complaints }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

describe('an entry of the calendar', () => {
  it('is dragged to another day, and back by Undo', async () => {
    const { entry, day, bar, complaints } = await openBoard()
    await entry('how-often').dragTo(day('2026-12-10'))
    await expect.poll(() => read(), patient).toBe(files[file]?.replace('2026-12-08', '2026-12-10'))
    await day('2026-12-10').locator('[data-id="how-often"]').waitFor()
    expect(await bar.textContent()).toContain('publish is 2026-12-10 now, not 2026-12-08')
    await bar.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => read(), patient).toBe(files[file])
    await day('2026-12-08').locator('[data-id="how-often"]').waitFor()
    expect(complaints).toEqual([])
  })

  it('is dragged to a slot, and takes its time', async () => {
    const { entry, page } = await openBoard()
    await entry('how-often').dragTo(page.locator('[data-slot="2026-12-22T09:00"]'))
    await expect.poll(() => read(), patient).toBe(files[file]?.replace('2026-12-08', '2026-12-22'))
  })

  it.each([
    ['soft', 'content/posts/soft.mdx', ['"2026-12-15"', '"2026-12-18"']],
    ['activity/2026-12/1/1', 'content/activities/2026-12.yaml', ['2026-12-03 10:00', '2026-12-18 10:00']],
    ['how-often/sky/1/1', file, ['+2d 09:00', '+10d 09:00']],
  ])('may be other than a promise: %s', async (id, path, [before = '', after = '']) => {
    const { entry, day } = await openBoard()
    await entry(id).dragTo(day('2026-12-18'))
    await expect.poll(() => read(path), patient).toBe(files[path]?.replace(before, after))
  })

  it('is moved by keys alone, keeps the focus, and is taken back by a key', async () => {
    const { page, entry, day, bar } = await openBoard()
    await entry('how-often').locator('.move').focus()
    await page.keyboard.press('Enter')
    expect(await bar.textContent()).toContain('Moving “How often?”. It stands at Tuesday 8 December')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Tab'])
      await page.keyboard.press(key)
    expect(await bar.getByRole('status').textContent()).toBe('To Tuesday 22 December, 09:00 post: empty')
    await page.keyboard.press('Enter')
    await expect.poll(() => read(), patient).toBe(files[file]?.replace('2026-12-08', '2026-12-22'))
    await day('2026-12-22').locator('[data-id="how-often"]').waitFor()
    await expect.poll(() => focused(page), patient).toBe('Move “How often?”')
    await page.keyboard.press('Control+z')
    await expect.poll(() => read(), patient).toBe(files[file])
  })

  it('is carried to another month', async () => {
    const { page, entry, day } = await openBoard()
    await entry('how-often').locator('.move').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('PageDown')
    await page.waitForURL('**/month-2027-01.html')
    await expect.poll(() => page.locator('.move-bar').textContent()).toContain('Moving “How often?”')
    await day('2027-01-12').locator('h3').click()
    await expect.poll(() => read(), patient).toBe(files[file]?.replace('2026-12-08', '2027-01-12'))
  })

  it('is moved by touch', async () => {
    const { entry, day } = await openBoard({ viewport: viewports.phone, hasTouch: true, isMobile: true })
    await entry('how-often').locator('.move').tap()
    await day('2026-12-11').locator('h3').tap()
    await expect.poll(() => read(), patient).toBe(files[file]?.replace('2026-12-08', '2026-12-11'))
  })

  it('stays where it is when it is let go, or put down where it stands', async () => {
    const { page, entry, day, bar } = await openBoard()
    await entry('how-often').locator('.move').focus()
    for (const key of ['Enter', 'ArrowDown', 'Escape']) await page.keyboard.press(key)
    expect(await focused(page)).toBe('Move “How often?”')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await entry('how-often').dragTo(day('2026-12-08'))
    expect(await bar.textContent()).toBe('')
    expect(read()).toBe(files[file])
  })
})

describe('a move is refused, with its reason', () => {
  it.each([
    ['how-often', '2026-12-24', '2026-12-24 is a day on which nothing goes out'],
    ['how-often', '2026-11-30', '2026-11-30 09:00 is over'],
    ['soft', '2026-12-08', 'how-often has the slot of 2026-12-08'],
  ])('%s to %s', async (id, date, reason) => {
    const { page, entry, day, bar, complaints } = await openBoard()
    await entry(id).dragTo(day(date))
    await expect.poll(() => bar.textContent(), patient).toContain(reason)
    expect(await bar.getAttribute('class')).toContain('refused')
    expect(Object.keys(files).map((path) => read(path))).toEqual(Object.values(files))
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await bar.textContent()).toBe('')
    expect(complaints).toEqual([])
  })

  it('where the file was changed since it was shown', async () => {
    const { entry, day, bar } = await openBoard({}, false)
    const changed = `${files[file]}One more line.\n`
    writeFileSync(join(root, file), changed)
    await entry('how-often').dragTo(day('2026-12-10'))
    await expect.poll(() => bar.textContent(), patient).toContain(`${file} has changed since it was shown`)
    expect(read()).toBe(changed)
  })
})

it('offers nothing for what stays where it is anyway', async () => {
  const { entry } = await openBoard()
  for (const [id, isMovable] of [
    ['live', false],
    ['live/sky/1/1', false],
    ['how-often', true],
    ['how-often/sky/1/1', true],
  ] as const) {
    expect(await entry(id).locator('.move').count(), id).toBe(isMovable ? 1 : 0)
    expect(await entry(id).evaluate((each) => (each as HTMLElement).draggable), id).toBe(isMovable)
  }
})

it('is open to no page of another origin, not even to one of this machine', async () => {
  const server = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end('<p>Hello'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const board = `${site.url}_board/`
  const key = /id="move-door">([^<]*)</.exec(await html())?.[1] ?? '{}'
  const { token, shown } = JSON.parse(key) as { token: string; shown: Record<string, string> }
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const body = { name: 'how-often', day: '2026-12-10', shown: shown[file] }
  for (const host of ['127.0.0.1', 'localhost']) {
    await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/`)
    const got = await page.evaluate(
      async ({ board, token, body }) => {
        const said = (asked: Promise<Response>) =>
          asked.then(
            (answer) => answer.text(),
            () => 'blocked',
          )
        const headers = { 'Content-Type': 'application/json', 'X-Coldread-Token': token }
        const json = JSON.stringify(body)
        const frame = document.createElement('iframe')
        frame.src = `${board}calendar/index.html`
        document.body.append(frame)
        await new Promise((resolve) => frame.addEventListener('load', resolve))
        return [
          await said(fetch(`${board}calendar/index.html`)),
          await said(fetch(`${board}move`, { method: 'POST', headers, body: json })),
          await said(fetch(`${board}move`, { method: 'POST', mode: 'no-cors', body: json })),
          frame.contentDocument?.title ?? 'blocked',
        ]
      },
      { board, token, body },
    )
    expect(got).toEqual(['blocked', 'blocked', expect.stringMatching(/^(blocked|)$/), 'blocked'])
  }
  expect(read()).toBe(files[file])
})

it.each([
  { colorScheme: 'light' as const, viewport: viewports.phone },
  { colorScheme: 'dark' as const, viewport: { width: 1280, height: 1000 } },
])('is accessible while something is moved: $colorScheme', async (options) => {
  const { page, entry, complaints } = await openBoard({ ...options, reducedMotion: 'reduce' })
  await entry('how-often').locator('.move').focus()
  await page.keyboard.press('Enter')
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document)
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})
