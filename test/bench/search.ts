// Prints the time from the first key to the first answer, cold and warm, and what searching adds to a page.
// Usage: npm run bench -- search [FOLDER] [--post PATH] [--letters cn] [--json]   (a built site; by default dist/)
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Page, Request } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { serveFolder } from '../support/serve-folder.ts'

const runs = 5
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** The page that a reader searches from, below the site's address. */
    post: { type: 'string', default: 'how-often-should-a-small-business-post/' },
    /** What is typed first, with nothing loaded, and then, with all there. Both have answers. */
    letters: { type: 'string', default: 'cn' },
    json: { type: 'boolean' },
  },
})
const { post } = values
const [firstLetter = '', secondLetter = ''] = values.letters
const bars = { cold: 500, warm: 100 }

/** Milliseconds between the keys and the first answer for them, as the page sees it. */
async function timeOf(page: Page, press: () => Promise<void>): Promise<number> {
  const time = page.evaluate(
    () =>
      new Promise<number>((found) => {
        let pressed = 0
        addEventListener('keydown', () => (pressed ||= performance.now()), { capture: true })
        const watch = new MutationObserver((changes) => {
          const isHit = changes.some(({ addedNodes }) =>
            [...addedNodes].some((node) => node instanceof Element && node.matches('.hit')),
          )
          if (!isHit) return
          watch.disconnect()
          requestAnimationFrame(() => found(performance.now() - pressed))
        })
        watch.observe(document.body, { subtree: true, childList: true })
      }),
  )
  await press()
  return time
}

async function weigh(request: Request): Promise<void> {
  const body = await (await request.response())?.body()
  if (body) weights.set(new URL(request.url()).pathname, gzipSync(body, { level: 9 }).length)
}

const served = await serveFolder(resolve(positionals[0] ?? 'dist'), '/')
const browser = await launchChromium()
const times = { cold: [] as number[], warm: [] as number[] }
const weights = new Map<string, number>()
try {
  for (let run = 0; run < runs; run++) {
    // A browser that has been nowhere else: nothing is cached.
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
    const page = await context.newPage()
    await page.goto(served.url + post, { waitUntil: 'networkidle' })
    const weighed: Promise<void>[] = []
    page.on('requestfinished', (request) => weighed.push(weigh(request)))
    times.cold.push(
      await timeOf(page, async () => {
        await page.keyboard.press('/')
        await page.keyboard.press(firstLetter)
      }),
    )
    await page.locator('.search-dialog input').fill('')
    await page.locator('.hit').first().waitFor({ state: 'detached' })
    times.warm.push(await timeOf(page, () => page.keyboard.press(secondLetter)))
    await page.waitForLoadState('networkidle')
    await Promise.all(weighed)
    await context.close()
  }
} finally {
  await browser.close()
  served.stop()
}

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(runs / 2)] as number
const own = [...weights].filter(([path]) => path.startsWith('/_astro/'))
const engine = [...weights].filter(([path]) => path.startsWith('/pagefind/'))
const bytesOf = (some: typeof own) => some.reduce((bytes, [, each]) => bytes + each, 0)
if (values.json) {
  const firstUse = { own: bytesOf(own), engine: bytesOf(engine), requests: own.length + engine.length }
  console.log(JSON.stringify({ node: process.version, runs, bars, milliseconds: times, firstUse }, null, 1))
} else {
  for (const [name, all] of Object.entries(times)) {
    const each = all.map((time) => time.toFixed(0)).join(' ')
    console.log(
      `${name}   ${median(all).toFixed(0)} ms to the first answer (of ${each}; bar ${bars[name as keyof typeof bars]})`,
    )
  }
  const sum = (some: typeof own) => `${(bytesOf(some) / 1024).toFixed(1)} KB`
  console.log(
    `first use   own interface ${sum(own)} in ${own.length}, Pagefind ${sum(engine)} in ${engine.length} requests, gzip`,
  )
}
