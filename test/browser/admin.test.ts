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
import { openDecap, openForm, publish, textsIn } from '../support/decap.ts'
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
    await openForm(page, slug.includes('/') ? 'posts-in-folders' : 'posts', slug)
    const written = sources.texts.get(file) as string
    await page.getByLabel('Title', { exact: true }).fill('Quite another title?')
    await publish(page)
    const saved = (await textsIn(page)).get(file) as string
    const expected = written.replace(/^title: .*$/m, 'title: Quite another title?')
    expect(entryOf(sources, file, saved)).toEqual(entryOf(sources, file, expected))
    expect(troubles.splice(0)).toEqual([])
  })

  it('take what is changed, and write nothing of what is emptied', async () => {
    const file = 'content/posts/november-changes-to-this-site.mdx'
    await openForm(page, 'posts', 'november-changes-to-this-site')
    await page.getByLabel('Description', { exact: false }).first().fill('What is new.')
    await page.getByLabel('Takeaway', { exact: false }).first().fill('')
    await page.getByLabel('Review by', { exact: false }).first().fill('2027-03-01')
    await page.getByLabel('Publish (optional)').fill('2026-12-08 09:30')
    await page.getByLabel('Body (optional)').fill('One line.\n\nAnother one.\n')
    await page
      .getByLabel('Body (optional)')
      .evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(11, 23))
    await page.getByRole('button', { name: 'Callout', exact: true }).click()
    await page.getByText('Snippets (optional)').locator('xpath=following::button[1]').click()
    const add = page.getByRole('button', { name: /^Add bluesky/ })
    await add.click()
    await add.locator('xpath=following::textarea[1]').fill('Have a look.')
    await publish(page)

    const entry = entryOf(sources, file, (await textsIn(page)).get(file) as string)
    expect(entry).toMatchObject({
      description: 'What is new.',
      reviewBy: '2027-03-01',
      publish: { local: '2026-12-08T09:30' },
      body: 'One line.\n\n<Callout kind="note">\n\nAnother one.\n\n</Callout>\n',
    })
    expect(entry.snippets.bluesky).toContainEqual({ text: 'Have a look.' })
    expect(entry).not.toHaveProperty('takeaway')
    expect(troubles.splice(0)).toEqual([])
  })

  it.each([
    ['Plan', 'content/plan.yaml', 'About', /about: Another line/],
    ['Authors', 'content/authors.yaml', 'Name', /name: Another line/],
  ])('keep all of %s but what was changed', async (name, file, label, expected) => {
    const of = (text: string) => {
      const built = buildCalendar({ ...sources, texts: new Map([...sources.texts, [file, text]]) }, now)
      return 'faults' in built ? built.faults : [built.calendar.plan, built.calendar.authors]
    }
    await page.evaluate(() => Object.assign(location, { hash: '#/collections/settings' }))
    await page.getByRole('link', { name, exact: true }).click()
    const field = page.getByLabel(label, { exact: true }).last()
    const before = await field.inputValue()
    await field.fill('Another line')
    await publish(page)
    const saved = (await textsIn(page)).get(file) as string
    expect(saved).toMatch(expected)
    expect(of(saved.replace('Another line', JSON.stringify(before)))).toEqual(
      of(sources.texts.get(file) as string),
    )
    expect(troubles.splice(0)).toEqual([])
  })

  it('begin a post', async () => {
    await openForm(page, 'posts')
    await page.getByLabel('Title', { exact: true }).fill('Do we open on Sundays?')
    await publish(page)
    const file = 'content/posts/do-we-open-on-sundays.mdx'
    const text = (await textsIn(page)).get(file) as string
    expect(text).toBe('---\ntitle: Do we open on Sundays?\n---\n')
    expect(entryOf(sources, file, text)).toMatchObject({ state: 'idea', slug: 'do-we-open-on-sundays' })
    expect(troubles.splice(0)).toEqual([])
  })
})
