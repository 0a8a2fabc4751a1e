import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { beginRun } from '../../plugins/astro/run.ts'
import type { Post } from '../../src/calendar/post.ts'
import { childOf, type FeedElement, parseFeed, textsOf } from '../support/parse-feed.ts'
import { blogRoot } from '../support/run-coldread.ts'
import { sharedBuild, sharedNow } from '../support/shared-build.ts'

/** What w3.org/feed accepts in `content:encoded`, as far as posts use it. */
const elements =
  'a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  )
const attributes =
  'alt cite colspan datetime dir height href lang reversed rowspan scope src start title value width'.split(
    ' ',
  )

const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

/** Faults of HTML in a feed: what runs, what no reader knows, and addresses that mean nothing elsewhere. */
function faultsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>|<!--/gi)].flatMap(
    ([tag, , name = '', written = '']) => {
      if (!elements.includes(name)) return [tag]
      return [...written.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)].flatMap(
        ([attribute, key = '', value = '']) => {
          const isAddress = ['href', 'src', 'cite'].includes(key)
          if (!attributes.includes(key)) return [attribute]
          return isAddress && !/^(?:https?:\/\/[^/]|mailto:.)/.test(value) ? [attribute] : []
        },
      )
    },
  )
}

describe.each(['/', '/docs/'])('the feeds of a site at %s', (base) => {
  const home = `https://coldread.example${base}`
  let rss: string
  let json: string
  let live: Post[]
  beforeAll(async () => {
    const folder = await sharedBuild(base)
    rss = readFileSync(join(folder, 'rss.xml'), 'utf8')
    json = readFileSync(join(folder, 'feed.json'), 'utf8')
    live = beginRun(blogRoot, sharedNow)
      .opened.calendar.posts.filter(({ state }) => state === 'live')
      .sort((a, b) => ((a.publish?.instant ?? '') > (b.publish?.instant ?? '') ? -1 : 1))
  })

  it('are RSS 2.0 by the rules of feed validators', () => {
    const parsed = parseFeed(rss)
    expect(parsed).toMatchObject({
      name: 'rss',
      attributes: {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
    })
    const channel = childOf(parsed, 'channel') as FeedElement
    const { title, link, language, description, lastBuildDate } = textsOf(channel)
    expect({ title, link, language }).toEqual({ title: 'The Cold Read', link: home, language: 'en' })
    expect(description).toMatch(/\w/)
    expect(lastBuildDate).toMatch(rfc822)
    expect(childOf(channel, 'atom:link')?.attributes).toEqual({
      ...{ href: `${home}rss.xml`, rel: 'self', type: 'application/rss+xml' },
    })
    const items = channel.children.filter(({ name }) => name === 'item')
    const guids = items.map((item) => textsOf(item).guid)
    expect(guids).toEqual(live.map(({ path }) => home + path.slice(1)))
    expect(new Set(guids).size).toBe(guids.length)
    const dates = items.map((item) => Date.parse(textsOf(item).pubDate ?? ''))
    expect(dates).toEqual(dates.toSorted((a, b) => b - a))

    for (const item of items) {
      const names = item.children.map(({ name }) => name)
      const texts = textsOf(item)
      expect(childOf(item, 'guid')?.attributes).toEqual({ isPermaLink: 'true' })
      expect(texts.link).toBe(texts.guid)
      expect(texts.title).not.toMatch(/[<>]/)
      expect(texts.pubDate).toMatch(rfc822)
      expect(new Date(texts.pubDate ?? '').toUTCString()).toBe(texts.pubDate)
      expect(texts['dc:creator']).toBe('The Cold Read editors')
      expect(names).not.toContain('author')
      expect(texts.description).toMatch(/\w/)
      expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
      for (const name of names.filter((each) => each !== 'category'))
        expect(names.indexOf(name), name).toBe(names.lastIndexOf(name))
      const html = texts['content:encoded'] ?? ''
      expect(faultsOf(html), texts.link).toEqual([])
      expect(html.split(/\s+/).length, texts.link).toBeGreaterThan(200)
    }
  })

  it('are JSON Feed 1.1 by its rules', () => {
    const feed = JSON.parse(json)
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Cold Read',
      home_page_url: home,
      feed_url: `${home}feed.json`,
      language: 'en',
    })
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(
      live.map(({ path }) => home + path.slice(1)),
    )
    for (const item of feed.items) {
      expect(item.url).toBe(item.id)
      expect(item.authors).toEqual([{ name: 'The Cold Read editors', url: `${home}authors/editors/` }])
      expect(item.author).toBeUndefined()
      expect(item.date_published).toMatch(rfc3339)
      expect(item.date_modified).toMatch(rfc3339)
      expect(item.date_modified >= item.date_published, item.url).toBe(true)
      expect(item.image).toMatch(/^https:.*\.png$/)
      expect(faultsOf(item.content_html), item.url).toEqual([])
    }
  })

  it('say the same in both, the answer first', () => {
    const items: { content_html: string; title: string }[] = JSON.parse(json).items
    for (const [at, { content_html, title }] of items.entries()) {
      expect(rss).toContain(content_html)
      expect(title).toBe(live[at]?.title)
      if (live[at]?.answer) expect(content_html).toMatch(/^<p><strong>/)
    }
  })
})
