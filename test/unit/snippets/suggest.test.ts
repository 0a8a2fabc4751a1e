import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintContent, linterFor } from '../../../plugins/lint/run/lint-content.ts'
import { suggestSnippets } from '../../../plugins/queue/suggest-snippets.ts'
import { readSources } from '../../../src/disk.ts'
import { componentNames, openContent } from '../../../src/open.ts'
import { readContent } from '../../../src/read-content.ts'
import { addSnippets, renderSuggestions } from '../../../src/snippets/add-snippets.ts'
import { checkItem } from '../../../src/snippets/check-item.ts'
import { planQueue } from '../../../src/snippets/plan-queue.ts'
import { sharesOf } from '../../../src/snippets/shares-of.ts'
import { blogRoot } from '../../support/run-coldread.ts'
import { scratchSite } from '../../support/scratch-site.ts'

const now = '2026-11-23T09:00'

function plan(...channels: string[]): string {
  return `site: { name: Corner Shop Notes, about: Two shopkeepers, url: https://notes.example }
zone: Europe/Tallinn
topics: { cadence: { title: How often, intro: What a shop can keep up. } }
channels:
${channels.map((channel) => `  ${channel}\n`).join('')}`
}

const body = `Words at the start. See [the plan](https://plans.example/).

## How often is enough?

Start with one channel. Add a second one in spring. Never a third.

## What do your customers ask in a busy week?

Look at [the list](./posting.mdx) first.

A survey of 2,400 shops found that 61% post less than weekly ([source](https://numbers.example/shops)).

<Question ask="Do you need a tool for that?">

No, a sheet of paper does it. Corner Shop Notes has used one for years.

</Question>

<KeyPoints>

- Promise yourself what you can keep in a bad week.
- Rest.

</KeyPoints>

![Two marked days in a week](./week.png)
`

/** What is suggested for a post, as lines. */
function suggested(
  channels: string[],
  { publish = '2026-12-08', snippets = '', goal = 'acquire', text = body } = {},
): string[] {
  const root = scratchSite({
    'content/plan.yaml': plan(...channels),
    'content/posts/week.png': readFileSync(
      `${blogRoot}/content/posts/how-often-should-a-small-business-post-week.png`,
    ),
    'content/posts/posting.mdx': `---
title: How often should a small shop post?
answer: Twice a week on one channel suits most small shops. A rhythm you keep beats a burst you cannot.
takeaway: You can choose a rhythm that you keep.
purpose: awareness
goal: ${goal}
status: ready
publish: ${publish}
topics: [cadence]
${snippets}---
${text}`,
  })
  const opened = openContent(root, now)
  if ('faults' in opened) throw new Error(JSON.stringify(opened.faults))
  const [post] = opened.opened.calendar.posts
  return suggestSnippets(opened.opened, post as NonNullable<typeof post>).map(
    ({ channel, kind, at, text, image }) =>
      `${channel} ${kind}${at ? ` ${at}` : ''}${image ? ` ${image.src}` : ''}: ${text}`,
  )
}

describe('what is suggested', () => {
  it.each<[string, string[], Parameters<typeof suggested>[1], string[]]>([
    [
      'a question where people converse: one that speaks to them',
      ['fans: { network: mastodon, dimmers: { question: 1/week } }'],
      {},
      ['fans question: What do your customers ask in a busy week?'],
    ],
    [
      'help where customers are: a question with its answer, without the name of the site',
      ['fans: { network: mastodon, dimmers: { answer: 3/week } }'],
      {},
      [
        'fans answer: How often is enough? Start with one channel. Add a second one in spring. Never a third.',
      ],
    ],
    [
      'a number with its source',
      ['fans: { network: mastodon, dimmers: { tip: 1/week } }'],
      {},
      [
        'fans tip: A survey of 2,400 shops found that 61% post less than weekly (source). https://numbers.example/shops',
      ],
    ],
    [
      'a key point where links cannot be followed, with a picture where there has to be one',
      ['shots: { network: instagram, dimmers: { tip: 1/week, link: 1/week } }'],
      {},
      ['shots tip ./week.png: Promise yourself what you can keep in a bad week.'],
    ],
    [
      'a plain link where they scan',
      ['work: { network: linkedin, dimmers: { link: 1/week } }'],
      {},
      ['work link: How often should a small shop post? Twice a week on one channel suits most small shops.'],
    ],
    [
      'less where less fits',
      ['tiny: { network: mastodon, limit: 80, dimmers: { link: 1/week } }'],
      {},
      ['tiny link: How often should a small shop post?'],
    ],
    [
      'nothing where nothing fits',
      ['tiny: { network: mastodon, limit: 20, dimmers: { link: 1/week, tip: 1/week } }'],
      {},
      [],
    ],
    [
      'nothing that a dimmer turns off or does not name',
      ['work: { network: linkedin, dimmers: { link: off } }', 'fans: { network: mastodon }'],
      {},
      [],
    ],
    [
      'nothing of a kind that the post has there',
      ['work: { network: linkedin, dimmers: { link: 1/week, question: 1/week } }'],
      { snippets: 'snippets: { work: Post twice a week. }\n' },
      ['work question: What do your customers ask in a busy week?'],
    ],
    [
      'nothing that the post says already',
      ['work: { network: linkedin, dimmers: { question: 1/week } }', 'fans: { network: x }'],
      { snippets: 'snippets: { fans: What do your customers ask in a busy week? }\n' },
      ['work question: How often should a small shop post?'],
    ],
    [
      'no link to a page for customers where strangers are',
      [
        'work: { network: linkedin, serves: acquire, dimmers: { link: 1/week } }',
        'fans: { network: mastodon, serves: retain, dimmers: { link: 1/week } }',
      ],
      { goal: 'retain' },
      ['fans link: How often should a small shop post? Twice a week on one channel suits most small shops.'],
    ],
    [
      'different things for different channels',
      [
        'fans: { network: mastodon, dimmers: { tip: 1/week } }',
        'sky: { network: bluesky, dimmers: { tip: 1/week } }',
      ],
      {},
      [
        'fans tip: A survey of 2,400 shops found that 61% post less than weekly (source). https://numbers.example/shops',
        'sky tip: Promise yourself what you can keep in a bad week.',
      ],
    ],
    [
      'the next free times, for a post that is live',
      [
        'fans: { network: mastodon, times: [mon 12:00, thu 12:00], dimmers: { question: 1/week, tip: 1/week } }',
      ],
      {
        publish: '2026-10-06',
        snippets: 'snippets: { fans: [{ kind: news, at: 2026-11-23 12:00, text: We are open. }] }\n',
      },
      [
        'fans question 2026-11-26 12:00: What do your customers ask in a busy week?',
        'fans tip 2026-11-30 12:00: A survey of 2,400 shops found that 61% post less than weekly (source). https://numbers.example/shops',
      ],
    ],
    [
      'nothing of an empty post but its answer',
      ['x: { network: x, dimmers: { tip: 1/week, answer: 1/week } }'],
      { text: 'Words.\n' },
      [
        'x answer: How often should a small shop post? Twice a week on one channel suits most small shops. A rhythm you keep beats a burst you cannot.',
        'x tip: You can choose a rhythm that you keep.',
      ],
    ],
  ])('is %s', (_, channels, given, lines) => {
    expect(suggested(channels, given)).toEqual(lines)
  })
})

describe('every suggestion for a post of a whole blog', () => {
  const sources = readSources(blogRoot)
  const before = readContent(sources, now, componentNames())
  const opened = openContent(blogRoot, now)
  if ('faults' in opened) throw new Error('the blog has faults')
  const posts = opened.opened.calendar.posts.filter(({ state }) => state === 'live' || state === 'scheduled')
  const texts = new Map(sources.texts)
  for (const post of posts) {
    const text = addSnippets(post.file, post.source.text, suggestSnippets(opened.opened, post))
    texts.set(post.file, text ?? '')
  }
  const after = readContent({ ...sources, texts }, now, componentNames())

  it('can be written, and leaves no fault', () => {
    expect(posts.length).toBeGreaterThan(8)
    expect(after.faults).toEqual([])
  })

  it('passes the lint', () => {
    const said = (content: typeof before) => {
      const { linter, faults } = linterFor(content)
      return lintContent(content, linter, faults).flatMap(({ path, findings }) =>
        findings.map(({ rule, message }) => `${path} ${rule}: ${message}`),
      )
    }
    const known = new Set(said(before))
    expect(said(after).filter((line) => !known.has(line))).toEqual([])
  })

  it('goes out, ahead of now, within the ceilings', () => {
    const calendar = after.calendar as NonNullable<typeof after.calendar>
    const items = planQueue(calendar, {
      until: '2027-12-31',
      sharesOf: ({ file }) => sharesOf(after.bodies.get(file) as Parameters<typeof sharesOf>[0]),
      hashOf: () => '',
    })
    expect(items.flatMap(({ id, problems }) => problems.map(({ what }) => `${id} ${what}`))).toEqual([])
    expect(
      items.flatMap((item) => checkItem(item, calendar.plan).map(({ what }) => `${item.id} ${what}`)),
    ).toEqual([])
  })

  it('is the same every time, and is not suggested again', () => {
    const again = openContent(blogRoot, now)
    if ('faults' in again) throw new Error('the blog has faults')
    for (const post of posts) {
      const first = suggestSnippets(opened.opened, post)
      expect(suggestSnippets(again.opened, post)).toEqual(first)
      expect(renderSuggestions(first)).toMatch(first.length > 0 ? /^snippets:\n/ : /^$/)
    }
  })
})
