// Prints Lighthouse's five categories for home, a post and search, as medians of five runs on a simulated phone.
// Usage: npm run lighthouse [-- FOLDER]   (a built site; by default dist/)
import { resolve } from 'node:path'
import lighthouse from 'lighthouse'
import { launchChromium } from '../support/chromium.ts'
import { serveFolder } from '../support/serve-folder.ts'

const runs = 5
const port = 9229
const pages = { home: '', post: 'how-often-should-a-small-business-post/', search: 'search/' }

const served = await serveFolder(resolve(process.argv[2] ?? 'dist'), '/')
const browser = await launchChromium([`--remote-debugging-port=${port}`])
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number
try {
  for (const [name, path] of Object.entries(pages)) {
    const scores = new Map<string, number[]>()
    const failed = new Set<string>()
    for (let run = 0; run < runs; run++) {
      const result = await lighthouse(served.url + path, { port, logLevel: 'error' })
      for (const { title, score, auditRefs } of Object.values(result?.lhr.categories ?? {})) {
        scores.set(title, [...(scores.get(title) ?? []), Math.round((score ?? 0) * 100)])
        for (const { id, weight } of auditRefs) {
          const audit = result?.lhr.audits[id]
          if (weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 1)
            failed.add(`${id}: ${audit?.title}`)
        }
      }
    }
    console.log(
      `${name.padEnd(8)}${[...scores].map(([title, all]) => `${title} ${median(all)}`).join('   ')}`,
    )
    for (const audit of failed) console.log(`${' '.repeat(8)}not full: ${audit}`)
  }
} finally {
  await browser.close()
  served.stop()
}
