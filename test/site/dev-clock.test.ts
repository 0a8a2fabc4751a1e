import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { devSite } from '../support/dev-site.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

/** A clock that reads its time from a file, for the process that loads it. */
const clock = (file: string) => `
import { readFileSync } from 'node:fs'
Temporal.Now.instant = () => Temporal.Instant.from(readFileSync(${JSON.stringify(file)}, 'utf8'))
`

it('shows a day as it begins, and a post as it goes live, with nothing saved', async () => {
  const root = scratchSite({
    'content/posts/how-often.mdx': post('How often?'),
    'content/posts/how-long.mdx': post('How long?').replace('2026-12-08', '2026-12-15'),
  })
  const time = join(root, 'time')
  const setClock = (instant: string) => writeFileSync(time, instant)
  setClock('2026-12-07T21:59:30Z')
  writeFileSync(join(root, 'clock.mjs'), clock(time))
  const site = await devSite(root, { env: { NODE_OPTIONS: `--import=${join(root, 'clock.mjs')}` } })
  onTestFinished(() => site.stop())
  const asOf = async () => {
    const html = await (await fetch(`${site.url}_board/pipeline/index.html`)).text()
    return /as of ([^<]*)/.exec(html)?.[1]
  }
  const patient = { timeout: 40_000, interval: 500 }
  expect(await asOf()).toBe('Mon 7 Dec 23:59')
  setClock('2026-12-07T22:00:30Z')
  await expect.poll(asOf, patient).toBe('Tue 8 Dec 00:00')
  setClock('2026-12-08T07:00:01Z')
  await expect.poll(asOf, patient).toBe('Tue 8 Dec 09:00')
})
