import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../src/reader/feed-items.ts'
import { renderJsonFeed } from '../../../src/reader/json-feed.ts'
import { renderRss } from '../../../src/reader/rss.ts'
import { childOf, type FeedElement, parseFeed, textsOf } from '../../support/parse-feed.ts'

const site = {
  name: 'Fish & Chips <shop>',
  about: 'All "about" it',
  url: 'https://notes.example/docs',
  lang: 'en',
}
const item: FeedItem = {
  link: 'https://notes.example/docs/a%C3%A9/?x=1&y=2',
  title: 'Is 1 < 2 & 3 > 2 true?\u0008',
  summary: 'Yes & no',
  html: '<p>a &amp; b ]]> c ]]> d\u000b</p>',
  lang: 'en',
  published: '2026-01-06T07:00:00Z',
  modified: '2026-02-01T22:00:00Z',
  image: 'https://notes.example/docs/og/1.png',
  topics: ['Bread & butter'],
  author: { name: 'Ann & Bob', link: 'https://notes.example/docs/authors/ann/' },
}
const channelOf = (xml: string) => childOf(parseFeed(xml), 'channel') as FeedElement

describe('RSS', () => {
  it('says any text as it was written, save what XML cannot hold', () => {
    const channel = channelOf(renderRss(site, [item]))
    expect(textsOf(channel)).toMatchObject({
      title: site.name,
      description: site.about,
      link: `${site.url}/`,
    })
    const written = childOf(channel, 'item') as FeedElement
    expect(textsOf(written)).toEqual({
      title: 'Is 1 < 2 & 3 > 2 true?',
      link: item.link,
      guid: item.link,
      pubDate: 'Tue, 06 Jan 2026 07:00:00 GMT',
      description: 'Yes & no',
      'content:encoded': '<p>a &amp; b ]]&gt; c ]]&gt; d</p>',
      category: 'Bread & butter',
      'dc:creator': 'Ann & Bob',
    })
    expect(childOf(written, 'guid')?.attributes).toEqual({ isPermaLink: 'true' })
  })

  it('says when it last changed, and nothing of that while it is empty', () => {
    expect(textsOf(channelOf(renderRss(site, [item]))).lastBuildDate).toBe('Sun, 01 Feb 2026 22:00:00 GMT')
    expect(textsOf(channelOf(renderRss(site, []))).lastBuildDate).toBeUndefined()
  })
})

it('JSON Feed carries the same, with what it alone can say', () => {
  expect(JSON.parse(renderJsonFeed(site, [item, { ...item, topics: [], lang: 'de' }]))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    language: 'en',
    items: [
      {
        id: item.link,
        title: item.title,
        content_html: item.html,
        date_modified: item.modified,
        authors: [{ name: 'Ann & Bob', url: item.author?.link }],
        tags: ['Bread & butter'],
      },
      { language: 'de' },
    ],
  })
})
