import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCalendar } from '../../src/calendar/build-calendar.ts'
import type { Post } from '../../src/calendar/post.ts'
import { isPost, type Sources } from '../../src/calendar/sources.ts'
import { readSources } from '../../src/disk.ts'
import { launchChromium } from '../support/chromium.ts'
import { openDecap, openEntry, publish, textsIn } from '../support/decap.ts'
import { blogRoot, packageRoot, runColdread } from '../support/run-coldread.ts'
import { serveFolder } from '../support/serve-folder.ts'

const now = '2026-11-22T09:00'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** The entry of a post and its body, as Coldread understands them. */
function entryOf(sources: Sources, file: string, text: string): Omit<Post, 'source'> & { body: string } {
  const built = buildCalendar({ ...sources, texts: new Map([...sources.texts, [file, text]]) }, now)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults, null, 2))
  const post = built.calendar.posts.find((each) => each.file === file) as Post
  const { source, ...entry } = post
  return { ...entry, body: source.text.slice(source.bodyStart) }
}

describe.each([
  ['our own content', packageRoot],
  ['a blog with posts in every state', blogRoot],
])('the forms of %s', (_, from) => {
  let page: Page
  let sources: Sources
  let troubles: string[]
  let root: string
  let stop = () => {}

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'coldread-admin-'))
    cpSync(join(from, 'content'), join(root, 'content'), { recursive: true })
    appendFileSync(join(root, 'content/plan.yaml'), '\ncms: { backend: test-repo }\n')
    const out = join(root, 'dist')
    const built = await runColdread(['build', '--root', root, '--out', out, '--now', now])
    expect(built.stderr).toBe('')
    const served = await serveFolder(out, '')
    stop = served.stop
    sources = readSources(root)
    page = await browser.newPage({ viewport: { width: 1200, height: 1600 } })
    troubles = await openDecap(page, served.url, sources.texts)
  })
  afterAll(async () => {
    await page?.close()
    stop()
    rmSync(root, { recursive: true, force: true })
  })

  const posts = [...readSources(from).texts.keys()].filter(isPost)

  it.each(posts)('keep all of %s but the title that was changed', async (file) => {
    const slug = file.slice('content/posts/'.length, -'.mdx'.length)
    await openEntry(page, slug.includes('/') ? 'posts-in-folders' : 'posts', slug)
    const written = sources.texts.get(file) as string
    await page.getByLabel('Title', { exact: true }).fill('Quite another title?')
    await publish(page)
    const saved = (await textsIn(page)).get(file) as string
    const expected = written.replace(/^title: .*$/m, 'title: Quite another title?')
    expect(entryOf(sources, file, saved)).toEqual(entryOf(sources, file, expected))
    expect(troubles.splice(0)).toEqual([])
  })
})
