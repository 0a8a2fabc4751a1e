// Prints the time from the first key to the first answer, cold and warm, and what searching adds to a page.
// Usage: npm run bench -- search, or node test/bench/search.ts [FOLDER]   (a built site; by default dist/)
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { serveFolder } from '../support/serve-folder.ts'

const runs = 5
const post = 'how-often-should-a-small-business-post/'
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

const served = await serveFolder(resolve(process.argv[2] ?? 'dist'), '/')
const browser = await launchChromium()
const times = { cold: [] as number[], warm: [] as number[] }
const weights = new Map<string, number>()
try {
  for (let run = 0; run < runs; run++) {
    // A browser that has been nowhere else: nothing is cached.
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
    const page = await context.newPage()
    await page.goto(served.url + post, { waitUntil: 'networkidle' })
    page.on('requestfinished', async (request) => {
      const body = await (await request.response())?.body()
      if (body) weights.set(new URL(request.url()).pathname, gzipSync(body, { level: 9 }).length)
    })
    times.cold.push(
      await timeOf(page, async () => {
        await page.keyboard.press('/')
        await page.keyboard.press('c')
      }),
    )
    await page.locator('.search-dialog input').fill('')
    await page.locator('.hit').first().waitFor({ state: 'detached' })
    times.warm.push(await timeOf(page, () => page.keyboard.press('n')))
    await page.waitForLoadState('networkidle')
    await context.close()
  }
} finally {
  await browser.close()
  served.stop()
}

for (const [name, all] of Object.entries(times)) {
  const median = all.toSorted((a, b) => a - b)[Math.floor(runs / 2)] as number
  const each = all.map((time) => time.toFixed(0)).join(' ')
  console.log(
    `${name}   ${median.toFixed(0)} ms to the first answer (of ${each}; bar ${bars[name as keyof typeof bars]})`,
  )
}
const own = [...weights].filter(([path]) => path.startsWith('/_astro/'))
const engine = [...weights].filter(([path]) => path.startsWith('/pagefind/'))
const sum = (some: typeof own) =>
  `${(some.reduce((bytes, [, each]) => bytes + each, 0) / 1024).toFixed(1)} KB`
console.log(
  `first use   own interface ${sum(own)} in ${own.length}, Pagefind ${sum(engine)} in ${engine.length} requests, gzip`,
)
