import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { Renderer } from 'takumi-js/node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Card, cardFile, drawingVersion } from '../../../plugins/astro/og-images/card.ts'
import { cardFonts } from '../../../plugins/astro/og-images/card-fonts.ts'
import { cardPainter } from '../../../plugins/astro/og-images/card-painter.ts'
import {
  cardColors,
  headingBox,
  headingStrip,
  headingTree,
  labelBox,
  labelStrip,
  labelTree,
} from '../../../plugins/astro/og-images/card-tree.ts'

const paint = cardPainter(cardFonts())
const card = (title: string, more: Partial<Card> = {}): Card => ({
  ...{ title, siteName: 'The Cold Read', host: 'coldread.example', marks: 'key words', ...more },
})

const long = `${'How do you plan, write, check, publish, measure and repeat a content calendar for volunteers '.repeat(3)}?`
const titles: [string, string][] = [
  ['5 characters', 'Blog?'],
  ['40 characters', 'How often should a small business post?'],
  ['80 characters', long.slice(0, 80)],
  ['150 characters', long.slice(0, 150)],
  ['300 characters', long.slice(0, 300)],
  ['300 wide characters', 'W'.repeat(299).replace(/(.{9})/g, '$1 ')],
  [
    'a word of 60 letters',
    `${'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbau'.repeat(2).slice(0, 60)}?`,
  ],
  ['a word of 300 letters', 'm'.repeat(300)],
  ['an address', 'https://notes.example/a/very/long/path?with=a&query=of&many=parts#and-a-place'],
  ['Cyrillic', 'Как часто малому бизнесу публиковать посты в социальных сетях?'],
  ['Greek', 'Πόσο συχνά πρέπει να δημοσιεύει μια μικρή επιχείρηση;'],
  ['Arabic', 'كم مرة يجب أن تنشر شركة صغيرة على Facebook و Instagram؟'],
  ['Arabic, 300 characters', 'كم مرة يجب أن تنشر شركة صغيرة '.repeat(10)],
  ['Japanese', '小さな会社はSNSにどのくらい投稿すべきですか？'],
  ['Japanese, 300 characters', '小さな会社はSNSにどのくらい投稿すべきですか？'.repeat(13)],
  ['a script that no font has', 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ?'],
]

/** What of a picture is not paper: how many pixels, and how near they come to each edge. */
async function inkOf(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const paper = [0xf8, 0xfa, 0xfa]
  const ink = { pixels: 0, left: info.width, top: info.height, right: info.width, bottom: info.height }
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] === paper[0] && data[at + 1] === paper[1] && data[at + 2] === paper[2]) continue
    const [x, y] = [(at / 3) % info.width, Math.floor(at / 3 / info.width)]
    ink.pixels++
    ink.left = Math.min(ink.left, x)
    ink.top = Math.min(ink.top, y)
    ink.right = Math.min(ink.right, info.width - 1 - x)
    ink.bottom = Math.min(ink.bottom, info.height - 1 - y)
  }
  return { ...ink, width: info.width, height: info.height }
}

describe('a card', () => {
  it.each(titles)('keeps a margin on every side: %s', async (_, title) => {
    for (const marks of ['key words', 'all'] as const) {
      const ink = await inkOf(await paint(card(title, { marks })))
      expect(ink).toMatchObject({ width: 1200, height: 630 })
      expect(ink.pixels).toBeGreaterThan(6_000)
      for (const edge of [ink.left, ink.top, ink.right, ink.bottom]) expect(edge).toBeGreaterThanOrEqual(44)
    }
  })

  it('keeps a margin with a name of a site that is as long as a title', async () => {
    const ink = await inkOf(await paint(card('Blog?', { siteName: long })))
    for (const edge of [ink.left, ink.right]) expect(edge).toBeGreaterThanOrEqual(44)
  })

  it('is written with a palette, but for one of too many colors', async () => {
    const colorType = 25
    for (const [, title] of titles) expect((await paint(card(title)))[colorType], title).toBe(3)
    const strip = Buffer.alloc(4 * 1200 * headingStrip.height, 0xff)
    for (let color = 0; color < 300; color++) strip.writeUInt16BE(color, 4 * color)
    const drawn = Renderer.prototype.render
    const render = vi.spyOn(Renderer.prototype, 'render').mockImplementation(function (
      this: Renderer,
      node,
      options,
    ) {
      return options?.height === headingStrip.height
        ? Promise.resolve(strip)
        : drawn.call(this, node, options)
    })
    onTestFinished(() => render.mockRestore())
    const png = await paint(card('Of many colors'))
    expect(png[colorType]).toBe(2)
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject({ width: 1200, height: 630, channels: 3 })
    expect([...data.subarray(3 * (1200 * labelStrip.height + 299)).subarray(0, 3)]).toEqual([1, 43, 255])
    expect([...data.subarray(-3)]).toEqual([0xf8, 0xfa, 0xfa])
  })

  it('shares its label with the other cards of a site, whatever fonts their titles need', async () => {
    const render = vi.spyOn(Renderer.prototype, 'render')
    onTestFinished(() => render.mockRestore())
    const fresh = cardPainter(cardFonts())
    const some = ['小さな会社', '投稿すべきですか', 'What?', 'Как часто?', '毎日']
    for (const title of some) await fresh(card(title, { siteName: '会社の記録' }))
    expect(render).toHaveBeenCalledTimes(1 + some.length)
  })

  it('is the same to its last byte, whatever was drawn before it', async () => {
    const title = 'How often: Как часто? 投稿 → كم'
    const fresh = await cardPainter(cardFonts())(card(title))
    expect(Buffer.from(await paint(card(title))).equals(fresh)).toBe(true)
  })

  it('has another file as soon as anything of it changes', () => {
    const files = [
      card('a'),
      card('b'),
      card('a', { siteName: 'b' }),
      card('a', { host: 'b.example' }),
      card('a', { marks: 'all' }),
    ].map(cardFile)
    expect(new Set(files).size).toBe(files.length)
    expect(cardFile(card('a'))).toBe(files[0])
    for (const file of files) expect(file).toMatch(/^[\da-f]{12}\.png$/)
  })

  it('has the colors of the site', () => {
    const tokens = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8')
    for (const [name, color] of Object.entries(cardColors))
      expect(tokens).toContain(`--${name}: light-dark(${color}, `)
  })

  it('is drawn as its version says: who changes the drawing raises `drawingVersion`', () => {
    const piece = (text: string, isMarked: boolean) => ({ text, isSpaced: true, width: 1, isMarked })
    const heading = {
      size: 88,
      lines: [[piece('How', false), piece('often?', true)], [piece('Yes', true)]],
      isCut: true,
    }
    const label = { size: 36, lines: [[piece('Notes', false)]], isCut: false }
    const setting = { families: ['a'], isRightToLeft: false, letterSpacing: -0.02 }
    const trees = [labelTree(label, setting), headingTree(heading, setting)]
    const drawing = JSON.stringify([trees, headingBox, labelBox, headingStrip, labelStrip])
    const seen = {
      version: drawingVersion,
      drawing: createHash('sha256').update(drawing).digest('hex').slice(0, 12),
    }
    expect(seen).toMatchInlineSnapshot(`
      {
        "drawing": "c3afe71a3aca",
        "version": 2,
      }
    `)
  })
})
