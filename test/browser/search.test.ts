import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { beginRun } from '../../plugins/astro/run.ts'
import { launchChromium } from '../support/chromium.ts'
import { pageTypes, viewports } from '../support/page-types.ts'
import { blogRoot, runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { sharedBuild, sharedNow } from '../support/shared-build.ts'

const live = beginRun(blogRoot, sharedNow).opened.calendar.posts.filter(({ state }) => state === 'live')
const often = 'how-often-should-a-small-business-post/'
const negative = 'reply-to-negative-comments/'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** A page in a browser of its own, which must go without an error or anything that the page's policy forbids. */
async function newPage(options: BrowserContextOptions = {}, isFaulty = false): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/status of 404/.test(message.text()))
      complaints.push(message.text())
  })
  onTestFinished(async () => {
    await context.close()
    if (!isFaulty) expect(complaints).toEqual([])
  })
  return page
}

const dialog = (page: Page) => page.locator('.search-dialog')
const field = (page: Page) => page.locator('.search-dialog input')
const status = (page: Page) => page.locator('.search-dialog [role=status]')
const link = (page: Page) =>
  page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' })
const isOpen = (page: Page) => dialog(page).evaluate((element) => (element as HTMLDialogElement).open)

/** Asks in a field, and waits until what it found is shown. */
async function ask(page: Page, place: string, question: string) {
  const items = page.locator(`${place} .hits > *`)
  await page.locator(`${place} [data-search] input`).fill('')
  await items.first().waitFor({ state: 'detached' })
  await page.locator(`${place} [data-search] input`).fill(question)
  await items.first().waitFor()
}

async function askDialog(page: Page, question: string) {
  if (!(await isOpen(page))) await page.keyboard.press('/')
  await ask(page, '.search-dialog', question)
}

const askPage = (page: Page, question: string) => ask(page, 'main', question)

const chosen = (page: Page) => dialog(page).locator('[role=option][aria-selected=true]')

describe.each([
  { base: '/', size: 'phone', viewport: viewports.phone },
  { base: '/docs/', size: 'desk', viewport: viewports.desk },
])('the search at $base on a $size', ({ base, viewport }) => {
  let served: Awaited<ReturnType<typeof serveFolder>>
  beforeAll(async () => {
    served = await serveFolder(await sharedBuild(base), base)
  })
  afterAll(() => served.stop())
  const open = (page: Page, path: string) => page.goto(served.url + path, { waitUntil: 'load' })

  it('loads nothing until it is used, and little then', async () => {
    const page = await newPage({ viewport })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(served.url + often, { waitUntil: 'networkidle' })
    expect(asked.filter((url) => /\.js|\.json|pagefind/.test(url))).toEqual([])
    const scripts = await page
      .locator('script:not([type*=json])')
      .evaluateAll((all) => all.map((script) => script.outerHTML))
    expect(gzipSync(scripts.join('\n')).length).toBeLessThanOrEqual(1536)

    asked.length = 0
    await askDialog(page, 'often')
    await page.waitForLoadState('networkidle')
    expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([])
    expect(asked).toContain(`${served.url}pagefind/pagefind.js`)
    const own = asked.filter((url) => !url.includes('/pagefind/'))
    expect(own).toHaveLength(1)
    const script = await page.evaluate(async (url) => (await fetch(url)).text(), own[0] as string)
    expect(gzipSync(script).length).toBeLessThanOrEqual(6 * 1024)
  })

  it('opens by key and by link, and Esc leads back', async () => {
    const page = await newPage({ viewport })
    for (const [type, path] of Object.entries(pageTypes)) {
      if (type === 'search') continue
      await open(page, path)
      await link(page).focus()
      for (const press of type === 'post' ? ['/', 'Control+k', 'Meta+k', 'Enter'] : ['/']) {
        await page.keyboard.press(press)
        await page.locator('.search-dialog[open] input:focus').waitFor()
        await page.keyboard.press('Escape')
        await page.locator('.search-dialog:not([open])').waitFor({ state: 'attached' })
        expect(await link(page).evaluate((element) => element === document.activeElement), type).toBe(true)
      }
    }
    await link(page).click()
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await isOpen(page)).toBe(false)
  })

  it('leads keys to the field of the search page itself', async () => {
    const page = await newPage({ viewport })
    await open(page, 'search/')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    expect(await isOpen(page)).toBe(false)
  })

  it('leaves a slash that is typed alone', async () => {
    const page = await newPage({ viewport })
    await open(page, '')
    await page.locator('#question').click()
    await page.keyboard.type('and/or')
    expect(await page.locator('#question').inputValue()).toBe('and/or')
    expect(await isOpen(page)).toBe(false)
  })

  it('is a combobox that is used by keyboard alone', async () => {
    const page = await newPage({ viewport })
    await open(page, 'about/')
    await page.keyboard.press('/')
    await page.locator('.search-dialog [role=combobox][aria-expanded=false]').waitFor()
    await page.keyboard.insertText('negative comments')
    await status(page).getByText('5 answers', { exact: true }).waitFor()
    expect(await field(page).getAttribute('aria-expanded')).toBe('true')
    const list = page.locator(`#${await field(page).getAttribute('aria-controls')}`)
    expect(await list.getAttribute('role')).toBe('listbox')
    expect(await list.isVisible()).toBe(true)
    const options = list.getByRole('option')
    const last = (await options.count()) - 1
    expect(last).toBeGreaterThan(4)
    const isChosen = async (at: number) => {
      expect(await chosen(page).count()).toBe(1)
      const id = await options.nth(at).getAttribute('id')
      expect(await field(page).getAttribute('aria-activedescendant')).toBe(id)
      expect(await chosen(page).getAttribute('id')).toBe(id)
      const [box, frame] = [await chosen(page).boundingBox(), await list.boundingBox()]
      expect(box?.y).toBeGreaterThanOrEqual(Math.floor(frame?.y ?? 0) - 1)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(
        (frame?.y ?? 0) + (frame?.height ?? 0) + 1,
      )
    }
    const isNone = async () => {
      expect(await chosen(page).count()).toBe(0)
      expect(await field(page).getAttribute('aria-activedescendant')).toBeNull()
    }
    await isNone()
    await page.keyboard.press('Home')
    await isNone()
    await page.keyboard.press('ArrowDown')
    await isChosen(0)
    await page.keyboard.press('ArrowDown')
    await isChosen(1)
    await page.keyboard.press('End')
    await isChosen(last)
    await page.keyboard.press('ArrowDown')
    await isNone()
    await page.keyboard.press('ArrowUp')
    await isChosen(last)
    await page.keyboard.press('Home')
    await isChosen(0)
    await page.keyboard.press('ArrowUp')
    await isNone()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(served.url + negative)
  })

  it('leads to the search page by Enter where nothing is chosen', async () => {
    const page = await newPage({ viewport })
    await open(page, often)
    await askDialog(page, 'negative comments')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${served.url}search/?q=negative+comments`)
    await page.locator('main .hit').first().waitFor()
    expect(await page.locator('#question').inputValue()).toBe('negative comments')
  })

  it('shows question, answer and passages, what was found marked', async () => {
    const page = await newPage({ viewport })
    await open(page, '')
    await askDialog(page, 'how often to post')
    const hits = dialog(page).locator('.hit')
    const first = hits.first().locator('.entry').first()
    expect(await first.locator('b').textContent()).toBe('How often should a small business post?')
    expect(await first.locator('p').textContent()).toMatch(/^A small business should post .* twice a week\.$/)
    expect(await first.locator('mark').allTextContents()).toEqual(['post', 'often'])
    const passages = hits.first().locator('.passage')
    expect(await passages.count()).toBeGreaterThanOrEqual(1)
    expect(await passages.count()).toBeLessThanOrEqual(3)
    for (const passage of await passages.all()) {
      expect((await passage.locator('b').textContent())?.length).toBeGreaterThan(8)
      expect(await passage.locator('mark').count()).toBeGreaterThan(0)
      expect(await passage.getAttribute('href')).toMatch(new RegExp(`^${base}${often}#[\\w-]+:~:text=`))
    }
    for (const part of [hits.first().locator('.entry'), dialog(page).locator('button, input, select')])
      for (const target of await part.all())
        if (await target.isVisible()) expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  })

  it('narrows what it found by topic and kind', async () => {
    const page = await newPage({ viewport })
    await open(page, 'search/?q=post')
    await page.locator('main .hit').first().waitFor()
    const count = async () =>
      Number.parseInt((await page.locator('main [role=status]').textContent()) ?? '', 10)
    const all = await count()
    const main = page.getByRole('main')
    const topic = main.getByLabel('Topic')
    const option = (await topic.locator('option').nth(1).textContent()) ?? ''
    const [, value = '', some = ''] = /^(.*) \((\d+)\)$/.exec(option) ?? []
    expect(Number(some)).toBeGreaterThan(0)
    expect(Number(some)).toBeLessThan(all)
    await topic.selectOption(value)
    await page.waitForFunction(
      (words) => document.querySelector('main [role=status]')?.textContent === words,
      `${some} answer${some === '1' ? '' : 's'}`,
    )
    expect(new URL(page.url()).searchParams.get('topic')).toBe(value)
    expect(await topic.locator('option').count()).toBeGreaterThan(2)

    await page.reload()
    await page.locator('main .hit').first().waitFor()
    expect(await count()).toBe(Number(some))
    expect(await topic.inputValue()).toBe(value)
    const kinds = main.getByLabel('Kind of answer').locator('option')
    const sum = (await kinds.allTextContents())
      .slice(1)
      .reduce((total, text) => total + Number(/\((\d+)\)/.exec(text)?.[1]), 0)
    expect(sum).toBe(Number(some))
  })

  it('suggests posts for a wrong address', async () => {
    const page = await newPage({ viewport })
    for (const [address, title] of [
      ['how-offten-should-small-busines-post/', 'How often should a small business post?'],
      ['blog/2024/repply-negativ-coments.html', 'How to reply to negative comments on social media'],
      ['content-calender/', 'How to make a content calendar for a small team'],
    ] as const) {
      const response = await open(page, address)
      expect(response?.status()).toBe(404)
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
      await page.getByRole('heading', { name: 'Did you mean one of these?' }).waitFor()
      const links = page.locator('[data-near] li a')
      expect(await links.count()).toBeLessThanOrEqual(3)
      expect(await links.allTextContents()).toContain(title)
      expect((await page.locator('#question').inputValue()).length).toBeGreaterThan(10)
      const to = await links.filter({ hasText: title }).getAttribute('href')
      expect((await page.request.get(new URL(to ?? '', page.url()).href)).status()).toBe(200)
    }
  })

  it.each(['content-calender/', 'blog/2024/repply-negativ-coments.html'])(
    'moves nothing on the page for a wrong address when suggestions come late: %s',
    async (address) => {
      const page = await newPage({ viewport })
      let send = () => {}
      const isSeen = new Promise<void>((resolve) => {
        send = resolve
      })
      await page.route('**/pagefind.js', async (route) => {
        await isSeen
        await route.continue()
      })
      await open(page, address)
      const places = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('main > *, main search > *, footer')].map(
            (element) => `${element.tagName} ${element.offsetTop}`,
          ),
        )
      const before = await places()
      send()
      await page.getByRole('heading', { name: 'Did you mean one of these?' }).waitFor()
      expect(await places()).toEqual(before)
      await page.locator('#question').focus()
      await page.locator('main .found .hits').waitFor({ state: 'attached' })
      expect(await places()).toEqual(before)
      await page.keyboard.press('End')
      await page.keyboard.type('s')
      await page.locator('main .found .hit').first().waitFor()
    },
  )

  it('says without JavaScript what it needs, and leads on', async () => {
    const page = await newPage({ viewport, javaScriptEnabled: false })
    await open(page, often)
    await link(page).click()
    await page.waitForURL(`${served.url}search/`)
    expect(await page.locator('main').textContent()).toContain('Searching needs JavaScript')
    const topics = page.locator('main .topics a')
    expect(await topics.count()).toBeGreaterThanOrEqual(5)
    expect(await topics.first().isVisible()).toBe(true)
    await page.fill('#question', 'post')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${served.url}search/?q=post`)
    await open(page, 'no-such-page/')
    expect(await page.locator('[data-near] li').count()).toBe(3)
    expect(await page.locator('main .topics a').count()).toBeGreaterThanOrEqual(5)
  })

  it('leads to the passage and highlights it', async () => {
    const page = await newPage({ viewport })
    await open(page, 'about/')
    // The Chromium that comes as a package finds no text in pages; there, the heading above it has to do.
    const findsText = await page.evaluate(() =>
      (window as unknown as { find(text: string): boolean }).find('Home'),
    )
    for (const question of ['apology', 'phone and e-mail', 'angry comment, private message']) {
      await open(page, 'about/')
      await askDialog(page, question)
      const passage = dialog(page).locator('.passage').first()
      const address = (await passage.getAttribute('href')) ?? ''
      const words = decodeURIComponent(address.split(':~:text=')[1] ?? '')
      expect(words, question).toMatch(/\S \S/)
      await passage.click()
      await page.waitForURL((url) => url.pathname === address.split('#')[0])
      await page.waitForFunction(() => scrollY > 100)
      const place = await placeOf(page, words)
      expect(place, `${question}: ${words}`).toBeDefined()
      if (place && findsText) expect(await isHighlighted(page, place), `${question}: ${words}`).toBe(true)
    }
  })

  it('closes on the way to a passage of the same page', async () => {
    const page = await newPage({ viewport })
    await open(page, often)
    await askDialog(page, 'apology')
    await dialog(page).locator('.passage').first().click()
    await page.waitForURL(/#/)
    expect(await isOpen(page)).toBe(false)
  })

  it('asks what was meant where a word is misspelled, and shows that', async () => {
    const page = await newPage({ viewport })
    await open(page, '')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await askDialog(page, 'often')
    expect(asked.filter((url) => url.endsWith('search-words.json'))).toEqual([])
    for (const [question, meant] of [
      ['buisness', 'business'],
      ['How offten to post?', 'How often to post?'],
      ['socail media', 'social media'],
    ] as const) {
      await askDialog(page, question)
      const first = dialog(page).locator('[role=option]').first()
      expect(await first.textContent()).toBe(`Did you mean “${meant}”? `)
      expect(await status(page).textContent()).toMatch(
        new RegExp(`^\\d+ answers for “${RegExp.escape(meant)}”$`),
      )
      expect(await dialog(page).locator('.hit').count()).toBeGreaterThan(1)
    }
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await field(page).inputValue()).toBe('social media')
    await dialog(page).getByText('Did you mean').waitFor({ state: 'detached' })
  })

  it('says what to do where nothing is found', async () => {
    const page = await newPage({ viewport })
    await open(page, '')
    await askDialog(page, 'xylophone')
    expect(await status(page).textContent()).toBe('Nothing found for “xylophone”. Try other words.')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${served.url}topics/`)
  })

  it('walks through what the page found by arrows', async () => {
    const page = await newPage({ viewport })
    await open(page, 'search/?q=negative+comments')
    await page.locator('main .hit').first().waitFor()
    await page.keyboard.press('/')
    const links = page.locator('main .hits a')
    const isAt = (at: number) => links.nth(at).evaluate((link) => link === document.activeElement)
    await page.keyboard.press('ArrowDown')
    expect(await isAt(0)).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await isAt(1)).toBe(true)
    await page.keyboard.press('End')
    expect(await isAt((await links.count()) - 1)).toBe(true)
    await page.keyboard.press('Home')
    expect(await isAt(0)).toBe(true)
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
  })

  it('says so when it cannot be loaded, and works once it can', async () => {
    const page = await newPage({ viewport }, true)
    await page.route(/\/_astro\/search-.*\.js/, (route) => route.abort())
    await open(page, often)
    await page.keyboard.press('/')
    await status(page).getByText('could not be loaded').waitFor()
    await page.keyboard.press('Escape')
    await page.unroute(/\/_astro\/search-.*\.js/)

    await page.route(/\/pagefind\//, (route) => route.abort())
    await page.reload()
    await askDialog(page, 'often')
    expect(await status(page).textContent()).toMatch(/could not be loaded.*try again/)
    expect(await dialog(page).locator('[role=option]').textContent()).toContain('topics')
    await page.unroute(/\/pagefind\//)
    await askDialog(page, 'often post')
    expect(await dialog(page).locator('.hit').count()).toBeGreaterThan(1)
  })

  it('says so when an index is missing', async () => {
    const page = await newPage({ viewport }, true)
    await page.route(/\/pagefind\/pagefind-entry/, (route) => route.fulfill({ status: 404 }))
    await open(page, often)
    await askDialog(page, 'often')
    expect(await status(page).textContent()).toMatch(/could not be loaded/)
  })
})

/** Where words stand on a page, within one block of its text, as far as they are in view. */
function placeOf(page: Page, words: string) {
  return page.evaluate((wanted) => {
    const plain = (text: string | null) => text?.replace(/\s+/g, ' ').toLowerCase() ?? ''
    const blocks = [...document.querySelectorAll('article :is(p, li, td, th, dt, dd, h2, h3)')]
    const block = blocks.find((each) => plain(each.textContent).includes(plain(wanted)))
    if (!block) return
    const { x, width, top, bottom } = block.getBoundingClientRect()
    const y = Math.max(0, top)
    const height = Math.min(bottom, innerHeight) - y
    return height > 0 ? { x, y, width, height } : undefined
  }, words)
}

/** Whether a highlight shows in a part of a page. */
async function isHighlighted(page: Page, clip: { x: number; y: number; width: number; height: number }) {
  const shot = sharp(await page.screenshot({ clip }))
  const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += info.channels)
    if (data[at] === 0xff && data[at + 1] === 0xed && data[at + 2] === 0x85) return true
  return false
}

describe('the search', () => {
  let served: Awaited<ReturnType<typeof serveFolder>>
  beforeAll(async () => {
    served = await serveFolder(await sharedBuild('/'), '/')
  })
  afterAll(() => served.stop())

  it('finds every post first by its question and by each of its other words', async () => {
    const page = await newPage({ viewport: viewports.desk })
    await page.goto(`${served.url}search/`)
    await askPage(page, 'anything')
    const asked = live.flatMap(({ path, title, query, aka }) =>
      [title, query, ...aka].map((question) => ({ question, path })),
    )
    expect(asked.length).toBeGreaterThan(25)
    const found = await page.evaluate(
      async (questions) => {
        const field = document.querySelector('#question') as HTMLInputElement
        const list = document.querySelector('main .hits') as HTMLElement
        const paths: (string | null | undefined)[] = []
        for (const question of questions) {
          field.value = question
          field.dispatchEvent(new Event('input'))
          list.replaceChildren()
          do await new Promise((shown) => list.addEventListener('shown', shown, { once: true }))
          while (list.childElementCount === 0)
          paths.push(list.querySelector('a')?.getAttribute('href'))
        }
        return paths
      },
      asked.map(({ question }) => question),
    )
    expect(asked.map((each, at) => ({ ...each, path: found[at] }))).toEqual(asked)
  })

  it('takes any question', async () => {
    const page = await newPage({ viewport: viewports.phone })
    await page.goto(`${served.url}search/`)
    for (const question of [
      '"small team"',
      '“small team”',
      'it’s a team',
      'post 😀',
      '😀😀',
      'how are you?',
      'post & reply, 50% #1',
      '<img src=x onerror=alert(1)>',
      '$& \\ ( [ {',
      'post '.repeat(1000),
      'x'.repeat(5000),
    ]) {
      await askPage(page, question)
      expect(await page.locator('main [role=status]').textContent(), question).toMatch(/\w/)
      expect(await page.locator('main img').count()).toBe(0)
    }
    await askPage(page, '"small team"')
    expect(await page.locator('main .hit').count()).toBeGreaterThan(2)
  })

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [{ width: 320, height: 640 }, viewports.desk].map((viewport) => ({ colorScheme, viewport })),
  )

  it.each(looks)('axe finds nothing in it at $viewport.width px, $colorScheme', async (options) => {
    // The page's policy lets no script in but its own.
    const page = await newPage({ ...options, bypassCSP: true })
    const check = async (state: string) => {
      await page.evaluate(axe.source)
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
        const results = await axe.run(document, { resultTypes: ['violations'] })
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      expect(violations, state).toEqual([])
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(excess, state).toBeLessThanOrEqual(0)
    }
    await page.goto(served.url + often)
    await page.keyboard.press('/')
    await check('open')
    await askDialog(page, 'negative comments')
    await page.keyboard.press('ArrowDown')
    await check('chosen')
    await askDialog(page, 'offten post')
    await check('meant')
    await askDialog(page, 'xylophone')
    await check('nothing')
    await page.goto(`${served.url}search/?q=negative+comments`)
    await page.locator('main .hit').first().waitFor()
    await check('page')
    await page.goto(`${served.url}how-offten-post/`)
    await page.getByText('Did you mean one of these?').waitFor()
    await check('lost')
  })

  it('shows what is chosen in forced colors', async () => {
    const page = await newPage({ viewport: viewports.desk, forcedColors: 'active' })
    await page.goto(served.url + often)
    await askDialog(page, 'negative comments')
    await page.keyboard.press('ArrowDown')
    const outline = await chosen(page).evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(outline).toBe('solid')
  })

  it('finds posts in any language, with or without spaces, on a site in another', async () => {
    const root = scratchSite({
      'content/plan.yaml': plan.replace('  url:', '  lang: ja\n  url:'),
      'content/posts/weekly.mdx': post('How often to post?', 'Once a week will do.', 'lang: en\n'),
      'content/posts/beitraege.mdx': post(
        'Wie viele Beiträge sind genug?',
        '## Warum zählt Ruhe?\n\nEin ruhiger Takt schlägt viele Beiträge auf einmal.',
        'lang: de\naka: [posting frequenz]\n',
      ),
      'content/posts/nankai.mdx': post(
        '週に何回すればいいですか',
        '## 理由は何ですか\n\n毎週一回の投稿で十分です。',
      ),
    })
    const out = join(root, 'dist')
    const built = await runColdread(['build', '--root', root, '--now', '2026-12-09T12:00', '--out', out])
    expect([built.status, built.stderr]).toEqual([0, ''])
    const small = await serveFolder(out, '/')
    onTestFinished(() => small.stop())
    const page = await newPage({ viewport: viewports.phone })
    await page.goto(`${small.url}weekly/`)
    for (const [question, path, lang] of [
      ['weekly post', '/weekly/', 'en'],
      ['Beiträge', '/beitraege/', 'de'],
      ['beitrage', '/beitraege/', 'de'],
      ['Frequenz', '/beitraege/', 'de'],
      ['投稿', '/nankai/', null],
    ] as const) {
      await askDialog(page, question)
      const hit = dialog(page).locator('.hits > *').first()
      expect(await hit.locator('a').first().getAttribute('href'), question).toBe(path)
      expect(await hit.getAttribute('lang'), question).toBe(lang)
    }
    expect(decodeURIComponent((await dialog(page).locator('.passage').getAttribute('href')) ?? '')).toBe(
      '/nankai/#理由は何ですか:~:text=毎週一回の投稿で十分です',
    )
  })

  it('moves nothing by itself when it opens from an address', async () => {
    const page = await newPage({ viewport: viewports.phone })
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${served.url}search/?q=negative+comments`)
    await page.locator('main .hit').first().waitFor()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([])
  })
})
