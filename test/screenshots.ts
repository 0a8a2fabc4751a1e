// Takes the pictures in README.md: `npm run screenshots`. The site is the blog of the tests, the board that of `content/`.
// They show the machine's own fonts; on Debian, fonts-roboto-unhinted and fonts-noto-core are those of many phones.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { launchChromium } from './support/chromium.ts'
import { blogRoot, packageRoot, runColdread } from './support/run-coldread.ts'
import { serveFolder } from './support/serve-folder.ts'

const images = join(packageRoot, '.github/images')
const post = 'content-calendar-for-a-small-team/'
const phone = { width: 412, height: 823 }

const board = join(mkdtempSync(join(tmpdir(), 'coldread-board-')), 'board')
const now = ['--now', '2026-11-22T12:00']
for (const command of [
  ['build', '--root', blogRoot, ...now],
  ['board', '--root', packageRoot, ...now, '--out', board],
]) {
  const { status, stderr } = await runColdread(command)
  if (status !== 0) throw new Error(stderr)
}
mkdirSync(images, { recursive: true })
const served = await serveFolder(join(blogRoot, 'dist'), '/')
const boardServed = await serveFolder(board, '/')
const browser = await launchChromium()
const open = async (path: string, viewport: { width: number; height: number }, from = served) => {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 })
  await page.goto(from.url + path)
  return page
}
try {
  const home = await open('', { width: 1280, height: 800 })
  await home.screenshot({ path: join(images, 'home.png') })

  const reading = await open(post, phone)
  await reading.screenshot({ path: join(images, 'post.png') })

  const searching = await open(post, phone)
  await searching.keyboard.press('/')
  await searching.keyboard.type('negative comments')
  await searching
    .getByRole('dialog')
    .getByText('How to reply to negative comments', { exact: false })
    .first()
    .waitFor()
  await searching.screenshot({ path: join(images, 'search.png') })

  const looking = await open(post, phone)
  await looking.locator('a.term').first().click()
  await looking.locator('.meaning:popover-open').first().waitFor()
  await looking.screenshot({ path: join(images, 'word.png') })

  for (const view of ['calendar', 'mix', 'ideas']) {
    const page = await open(`${view}/`, { width: 1280, height: 900 }, boardServed)
    await page.screenshot({ path: join(images, `board-${view}.png`) })
  }
} finally {
  await browser.close()
  served.stop()
  boardServed.stop()
  rmSync(dirname(board), { recursive: true })
}
