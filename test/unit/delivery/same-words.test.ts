import { describe, expect, it } from 'vitest'
import { hasWords, partsThere } from '../../../src/delivery/mastodon/same-words.ts'
import { htmlOf } from '../../support/mastodon-server.ts'

const long = 'https://notes.example/how-often-should-a-small-shop-post/?utm_source=mastodon&utm_medium=social'

it.each([
  ['plain words', 'Post twice a week.'],
  ['paragraphs and lines', 'One\n\nTwo\nThree'],
  ['a long address', `Read ${long} today.`],
  ['a mention', '@alice@example.social said so'],
  ['hashtags', 'So #cadence it is, #schön'],
  ['signs of HTML', 'a < b && c > "d"'],
  ['emoji', '👩🏽‍🚒 at work ❤️'],
  ['an emoji alone', '❤️'],
  ['signs alone', '…?!'],
  ['Japanese', 'か\u3099き。'],
])('knows its own words again: %s', (_, text) => {
  expect(hasWords(htmlOf(text), text)).toBe(true)
})

it.each([
  [
    'of other servers',
    '<p>Post twice a week: <a href="https://a.example">a.example</a></p>',
    'Post twice a week: a.example',
  ],
  ['with typographic quotes', '<p>“Don’t”</p>', '"Don\'t"'],
  ['with the server in a mention', '@alice@example.social hi', '@alice hi'],
])('knows them %s', (_, html, text) => expect(hasWords(html, text)).toBe(true))

it.each([
  ['another word', 'Post twice a week', 'Post thrice a week'],
  ['another number', 'Post 2 times', 'Post 3 times'],
  ['another address', `See ${long}`, `See ${long}2`],
  ['another emoji', 'Yes ❤️', 'Yes 💙'],
  ['more', 'Post twice a week. More', 'Post twice a week.'],
  ['other signs alone', '?', '!'],
])('tells %s', (_, there, text) => expect(hasWords(htmlOf(there), text)).toBe(false))

describe('parts of a thread', () => {
  const status = (id: string, text: string, above: string | null = null) => ({
    id,
    content: htmlOf(text),
    created_at: '2027-03-29T06:00:00Z',
    in_reply_to_id: above,
  })
  const ids = (texts: string[], statuses: ReturnType<typeof status>[]) =>
    partsThere(texts, statuses).map(({ id }) => id)

  it.each([
    ['none', [], []],
    [
      'all of them',
      [status('c', 'Three', 'b'), status('b', 'Two', 'a'), status('a', 'One')],
      ['a', 'b', 'c'],
    ],
    ['those up to where it was broken off', [status('b', 'Two', 'a'), status('a', 'One')], ['a', 'b']],
    ['none without the first', [status('c', 'Three', 'b'), status('b', 'Two', 'a')], []],
    ['none below something else', [status('b', 'Two', 'z'), status('a', 'One')], ['a']],
    ['no first one that is an answer', [status('a', 'One', 'z')], []],
    ['the oldest of several', [status('d', 'One'), status('b', 'Two', 'a'), status('a', 'One')], ['a', 'b']],
  ])('finds %s', (_, statuses, expected) => expect(ids(['One', 'Two', 'Three'], statuses)).toEqual(expected))
})
