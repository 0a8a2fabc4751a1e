import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DropList } from '../../../src/moving/html/drop-list.ts'
import { htmlToMarkdown } from '../../../src/moving/html-to-markdown.ts'
import { addressesOf } from '../../../src/moving/wordpress/addresses-of.ts'
import { postHtml } from '../../../src/moving/wordpress/post-html.ts'
import { readWxr } from '../../../src/moving/wordpress/read-wxr.ts'
import { timeOf } from '../../../src/moving/wordpress/times-of.ts'
import type { WxrItem } from '../../../src/moving/wordpress/wxr.ts'
import { zoneThatFits } from '../../../src/moving/zone-that-fits.ts'
import { packageRoot } from '../../support/run-coldread.ts'

const text = readFileSync(`${packageRoot}test/fixtures/moving/wordpress/tea-shop.xml`, 'utf8')

async function read(pieces: readonly string[]) {
  return Array.fromAsync(readWxr(pieces, 'export.xml'))
}

describe('an export', () => {
  it('says the same however it comes in pieces', async () => {
    const whole = await read([text])
    const cuts = fc.array(fc.nat(text.length), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const sorted = [0, ...places.sort((a, b) => a - b), text.length]
        const pieces = sorted.slice(1).map((to, index) => text.slice(sorted[index], to))
        expect(await read(pieces)).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  it('cut anywhere keeps what was whole, and says once that it is cut', async () => {
    const whole = await read([text])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1200, max: text.length - 20 }), async (length) => {
        const cut = await read([text.slice(0, length)])
        const items = cut.slice(0, -1)
        expect(items).toEqual(whole.slice(0, items.length))
        expect(cut.at(-1)).toMatchObject({
          what: expect.stringMatching(/^the export ends here, in the middle/),
        })
      }),
      { numRuns: 50 },
    )
  })
})

/** As a post would show it, and what is left behind. */
function shown(body: string) {
  const dropped = new DropList()
  const attachments = new Map([['5', { url: 'https://a.example/5.jpg', alt: 'Five' }]])
  const shared = new Map([
    ['7', '<!-- wp:paragraph --><p>Shared</p><!-- /wp:paragraph -->'],
    ['8', '<!-- wp:block {"ref":8} /-->'],
  ])
  const marked = htmlToMarkdown(postHtml(body, { dropped, attachments, shared }))
  return {
    text: marked.text.trimEnd(),
    dropped: [...dropped.list(), ...marked.dropped].map(({ what }) => what),
  }
}

describe('a body', () => {
  it.each([
    ['lines', 'One\ntwo\n\nthree', 'One\\\ntwo\n\nthree', []],
    ['lines of another system', 'One\r\ntwo\r\n\r\nthree', 'One\\\ntwo\n\nthree', []],
    ['lines around a block', 'One\n<h2>Two</h2>\nthree', 'One\n\n## Two\n\nthree', []],
    ['paragraphs in a quotation', '<blockquote>One\n\ntwo</blockquote>', '> One\n>\n> two', []],
    ['code, whose lines stay', 'One\n<pre>a\n\n  b</pre>\ntwo', 'One\n\n```\na\n\n  b\n```\n\ntwo', []],
    ['what begins the rest', 'One\n<!--more-->\ntwo', 'One\n\ntwo', []],
    ['a caption', '[caption id="a" width="3"]<img src="a.jpg" alt="A"> So[/caption]', '![A](a.jpg "So")', []],
    ['an old caption', '[caption caption="So"]<img src="a.jpg" alt="A">[/caption]', '![A](a.jpg "So")', []],
    ['a gallery', '[gallery ids="5, 6"]', '![Five](https://a.example/5.jpg)', ['picture 6 of a gallery']],
    ['a gallery of all', '[gallery]', '', ['shortcode [gallery]']],
    [
      'a film by its address',
      '[youtube https://youtu.be/a?x=1&amp;y=2]',
      '[https://youtu.be/a?x=1\\&y=2](https://youtu.be/a?x=1\\&y=2)',
      [],
    ],
    ['a film by its number', '[vimeo 42]', '[https://vimeo.com/42](https://vimeo.com/42)', []],
    [
      'an address alone',
      'One\n\nhttps://a.example/b\n\ntwo',
      'One\n\n[https://a.example/b](https://a.example/b)\n\ntwo',
      [],
    ],
    ['a shown shortcode', '[[gallery ids="5"]]', '\\[gallery ids="5"]', []],
    [
      'unknown shortcodes in each other',
      '[row a="1"][col]x[/col][/row]',
      '\\[row a="1"]\\[col]x\\[/col]\\[/row]',
      ['shortcode [row]', 'shortcode [col]'],
    ],
    [
      'a known one in an unknown one',
      '[box x="1"][vimeo 4][/box]',
      '\\[box x="1"]\n\n[https://vimeo.com/4](https://vimeo.com/4)\n\n\\[/box]',
      ['shortcode [box]'],
    ],
    ['brackets of a writer', 'as they say [sic] [1]', 'as they say \\[sic] \\[1]', []],
    ['code with brackets', '<code>[gallery ids="5"]</code>', '`[gallery ids="5"]`', []],
    [
      'code of a plugin',
      '[code language="css"]a [gallery]\n\n&lt;b&gt;[/code]',
      '```css\na [gallery]\n\n<b>\n```',
      [],
    ],
    ['a shared block', '<!-- wp:block {"ref":7} /-->', 'Shared', []],
    ['a shared block that shows itself', '<!-- wp:block {"ref":8} /-->', '', ['a shared block']],
    ['a shared block that is gone', '<!-- wp:block {"ref":9} /-->', '', ['a shared block']],
    ['blocks that are filled later', '<!-- wp:acme/x {"a":{"b":"-->"}} /-->', '"}} /-->', []],
    ['words between blocks', '<!-- wp:more --><!--more--><!-- /wp:more -->\nOne\n\ntwo', 'One\n\ntwo', []],
    [
      'code with its language',
      '<!-- wp:syntaxhighlighter/code {"language":"php"} --><pre class="x">a</pre><!-- /wp:syntaxhighlighter/code -->',
      '```php\na\n```',
      [],
    ],
  ])('with %s', (_name, body, expected, dropped) => {
    expect(shown(body)).toEqual({ text: expected, dropped })
  })

  it.each([
    '<pre',
    '[a ',
    '<!--',
    '[caption]',
    '[caption][/caption]',
    '<!-- wp:a {',
    '[a "',
    '<br>',
    '<p>',
    '<b>x ',
    '[[',
    '<a href="',
  ])('of nothing but %j is read to its end', (each) => {
    expect(shown(each.repeat(100_000)).text).toEqual(expect.any(String))
  })
})

describe('a time', () => {
  it.each([
    ['2019-03-04 09:00:00', '2019-03-04 08:00:00', { instant: '2019-03-04T08:00:00Z' }],
    ['2019-03-04 09:00:00', '0000-00-00 00:00:00', { local: '2019-03-04T09:00' }],
    ['0000-00-00 00:00:00', '0000-00-00 00:00:00', undefined],
    ['2019-02-30 09:00:00', '-0001-11-30 00:00:00', undefined],
    [undefined, undefined, undefined],
  ])('written %s and %s', (local, gmt, expected) => {
    expect(timeOf(local, gmt)).toEqual(expected)
  })

  const winter = (minutes: number) => ({ instant: '2019-01-10T12:00:00Z', minutes })
  const summer = (minutes: number) => ({ instant: '2019-07-10T12:00:00Z', minutes })
  it.each([
    [[winter(0), summer(60)], 'en-GB', 'Europe/London'],
    [[winter(60), summer(120)], 'de-AT', 'Europe/Vienna'],
    [[winter(60), summer(120)], undefined, 'Europe/Berlin'],
    [[winter(-300), summer(-240)], 'en-US', 'America/New_York'],
    [[winter(330), summer(330)], 'en', 'Asia/Kolkata'],
    [[winter(0), summer(0)], 'en-US', 'UTC'],
    [[winter(13)], 'en-US', undefined],
    [[], 'en-US', undefined],
  ])('seen as %j in %s', (seen, lang, zone) => {
    const found = zoneThatFits(seen, lang)
    if (zone === 'America/New_York') expect(found).toMatch(/^America\//)
    else expect(found).toBe(zone)
  })
})

describe('addresses', () => {
  const item = (link: string, guid: string, ...slugs: string[]): WxrItem => ({
    line: 1,
    bodyLine: 1,
    fields: { link, guid },
    terms: [],
    meta: slugs.map((slug) => ['_wp_old_slug', slug]),
    comments: 0,
  })
  it.each([
    ['https://old.example/a/b/', 'https://old.example/?p=1', ['c'], ['/a/b/', '/a/c/']],
    ['https://www.old.example/%e8%8c%b6/', '', [], ['/茶/']],
    ['https://old.example/?p=1', 'https://old.example/?p=1', ['c'], ['/?p=1']],
    ['https://other.example/a/', 'urn:x', [], []],
    ['no address', '', ['../c', 'a/b'], []],
    ['https://old.example/%2e%2e%2fetc/', '', [], ['/%2e%2e%2fetc/']],
    ['https://old.example/a/', '', ['c', 'c', 'a'], ['/a/', '/c/']],
  ])('of %s and %s', (link, guid, slugs, expected) => {
    expect(addressesOf(item(link, guid, ...slugs), 'https://old.example')).toEqual(expected)
  })
})
