import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Card, cardFile, postCard, siteCard } from '../../plugins/astro/og-images/card.ts'
import { cardFonts } from '../../plugins/astro/og-images/card-fonts.ts'
import { cardPainter } from '../../plugins/astro/og-images/card-painter.ts'
import { drawCards, placeCards } from '../../plugins/astro/og-images.ts'
import { beginRun } from '../../plugins/astro/run.ts'
import { blogRoot } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'
import { sharedBuild, sharedNow } from '../support/shared-build.ts'

const now = '2027-01-15T09:00'
const draw = (root: string, at = now) => drawCards(root, beginRun(root, at).opened)
const cardsIn = (root: string) => readdirSync(join(root, '.coldread/og')).sort()

it('a built site holds the picture of every post that is live, of the site, and of nothing else', async () => {
  const folder = await sharedBuild('/docs/')
  const { plan, posts } = beginRun(blogRoot, sharedNow).opened.calendar
  const site = { ...plan.site, url: `${plan.site.url}/docs` }
  const live = posts.filter(({ state }) => state === 'live')
  expect(live.length).toBeLessThan(posts.length)
  const expected = [siteCard(site), ...live.map((each) => postCard(each, site))].map(cardFile)
  expect(readdirSync(join(folder, 'og')).sort()).toEqual(expected.sort())
  for (const { path, title, lang } of live) {
    const page = readFileSync(join(folder, path, 'index.html'), 'utf8')
    const file = cardFile(postCard({ title, lang }, site))
    expect(page).toContain(`<meta property="og:image" content="https://coldread.example/docs/og/${file}">`)
  }
  const about = readFileSync(join(folder, 'about/index.html'), 'utf8')
  expect(about).toContain(`content="https://coldread.example/docs/og/${cardFile(siteCard(site))}"`)
})

describe('the cache of pictures', () => {
  const files = {
    'content/posts/one.mdx': post('Is one enough?'),
    'content/posts/two.mdx': post('Are two enough?'),
    'content/posts/later.mdx': post('Is it later?').replace('2026-12-08', '2027-02-02'),
  }

  it('draws each once, and only those of posts that are shown', async () => {
    const root = scratchSite(files)
    expect(await draw(root)).toBe(3)
    expect(await draw(root)).toBe(0)
    expect(await draw(root, '2027-02-03T09:00')).toBe(1)
    expect(cardsIn(root)).toHaveLength(4)
  })

  it('draws many on a thread of their own, to the same bytes, and says what fails there', async () => {
    const titles = Array.from({ length: 30 }, (_, at) => `Are ${at + 2} enough?`)
    const many = Object.fromEntries(titles.map((title, at) => [`content/posts/p${at}.mdx`, post(title)]))
    const root = scratchSite(many)
    const { opened } = beginRun(root, now)
    const cards = [
      siteCard(opened.calendar.plan.site),
      ...titles.map((title) => postCard({ title, lang: 'en' }, opened.calendar.plan.site)),
    ]
    const refused = join(root, '.coldread/og', cardFile(cards[9] as Card))
    mkdirSync(refused, { recursive: true })
    await expect(draw(root)).rejects.toThrow('EISDIR')
    rmSync(join(root, '.coldread/og'), { recursive: true })
    const threads = vi.fn()
    process.on('worker', threads)
    onTestFinished(() => void process.off('worker', threads))
    expect(await draw(root)).toBe(cards.length)
    expect(threads).toHaveBeenCalledOnce()
    expect(cardsIn(root)).toEqual(cards.map(cardFile).sort())
    const paint = cardPainter(cardFonts())
    for (const card of cards)
      expect(readFileSync(join(root, '.coldread/og', cardFile(card))).equals(await paint(card))).toBe(true)
  })

  it('draws none where the plan wants none, and places no folder for them', async () => {
    const root = scratchSite({
      ...files,
      'content/plan.yaml': plan.replace('site:', 'site:\n  cards: false'),
    })
    expect(await draw(root)).toBe(0)
    expect(cardsIn(root)).toEqual([])
    placeCards(join(root, 'out'), root, beginRun(root, now).opened)
    expect(existsSync(join(root, 'out/og'))).toBe(false)
  })

  it('draws a title anew when it changes, and what a stopped machine left half', async () => {
    const root = scratchSite(files)
    await draw(root)
    const before = cardsIn(root)
    writeFileSync(join(root, 'content/posts/one.mdx'), post('Is one plenty?'))
    expect(await draw(root)).toBe(1)
    const whole = readFileSync(join(root, '.coldread/og', before[0] as string))
    truncateSync(join(root, '.coldread/og', before[0] as string), whole.length - 9)
    writeFileSync(join(root, 'content/posts/one.mdx'), files['content/posts/one.mdx'])
    expect(await draw(root)).toBe(1)
    expect(readFileSync(join(root, '.coldread/og', before[0] as string)).equals(whole)).toBe(true)
  })

  it('forgets pictures of titles that no post has, a day later', async () => {
    const root = scratchSite(files)
    await draw(root)
    const before = cardsIn(root)
    writeFileSync(join(root, 'content/posts/one.mdx'), post('Is one plenty?'))
    await draw(root)
    expect(cardsIn(root)).toHaveLength(4)
    for (const file of cardsIn(root)) utimesSync(join(root, '.coldread/og', file), 0, 0)
    await draw(root)
    expect(cardsIn(root)).toHaveLength(3)
    expect(before.filter((file) => !cardsIn(root).includes(file))).toHaveLength(1)
  })

  it('gives a site what it needs', async () => {
    const root = scratchSite(files)
    const { opened } = beginRun(root, now)
    await drawCards(root, opened)
    placeCards(join(root, 'out'), root, opened)
    expect(readdirSync(join(root, 'out/og')).sort()).toEqual(cardsIn(root))
    expect(existsSync(join(root, 'out/og', cardsIn(root)[0] as string))).toBe(true)
  })
})
