import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import { findIdeas } from '../../../src/inbox/find-ideas.ts'
import { foldInbox } from '../../../src/inbox/fold-inbox.ts'
import type { Heard, InboxLine } from '../../../src/inbox/heard.ts'
import { renderIdeas } from '../../../src/inbox/render-ideas.ts'
import { shellWord } from '../../../src/inbox/shell-word.ts'

const plan = `site: { name: Notes, about: Notes, url: https://notes.example }
zone: UTC
rhythm: [tue 09:00]
topics:
  parcels: { title: Parcels, intro: How a parcel travels and what it may weigh. }
  bread: { title: Bread }
channels: { phone: { network: phone, serves: retain }, mastodon: { network: mastodon, serves: acquire } }
`
const post = (title: string, fields: string, body = 'Text.') =>
  `---\ntitle: ${title}\nanswer: An answer.\npurpose: awareness\n${fields}---\n${body}\n`
const live = 'status: ready\npublish: 2026-11-03\ntopics: [bread]\n'

/** The calendar of some posts, by slug, on 2026-11-23. */
function calendarOf(posts: Readonly<Record<string, string>>): Calendar {
  const texts = new Map([
    ['content/plan.yaml', plan],
    ...Object.entries(posts).map(([slug, text]): [string, string] => [`content/posts/${slug}.mdx`, text]),
  ])
  const built = buildCalendar({ texts, assets: new Set(), faults: [] }, '2026-11-23T09:00')
  if (!('calendar' in built) || !built.calendar) throw new Error(JSON.stringify(built))
  return built.calendar
}

let next = 0
const heard = (text: string, more: Partial<Heard> = {}): Heard => ({
  type: 'heard',
  id: (++next).toString(16).padStart(12, '0'),
  kind: 'question',
  text,
  on: 'mastodon',
  at: '2026-11-23',
  ...more,
})
const search = (text: string, impressions: number, position: number, clicks = 0): Heard =>
  heard(text, { kind: 'search', on: 'search', figures: { clicks, impressions, position } })
const ideasOf = (calendar: Calendar, ...lines: InboxLine[]) =>
  findIdeas(
    foldInbox([['content/inbox/a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n')]], 'UTC').inbox,
    calendar,
  )

const sourdough = calendarOf({
  sourdough: post('How long does sourdough keep?', live, '## How do you freeze a loaf?\n\nText.'),
  rolls: post('How to bake crusty rolls', 'status: draft\n'),
  rye: post('How to store rye flour', 'status: ready\npublish: 2026-12-01\ntopics: [bread]\n'),
})

describe('what to do', () => {
  it('is to write where no post has a word of it, on the next free day of the rhythm', () => {
    const [idea, second] = ideasOf(
      sourdough,
      heard('how heavy may a parcel be that travels abroad?'),
      heard('Which weight may a parcel have?', { at: '2026-11-20' }),
      heard('Which pickles go with herring?', { at: '2026-10-01' }),
    )
    expect(idea).toMatchObject({
      outcome: 'write',
      act: 'Begin a post with this title; the words are those that were used.',
      command:
        "npm run new -- 'How heavy may a parcel be that travels abroad?' --purpose awareness --topic parcels --planned 2026-11-24",
      matches: [],
    })
    expect(second?.command).toContain('--planned 2026-12-08')
  })

  it('is to answer people where a post does, and they wait', () => {
    const question = heard('How long will sourdough keep fresh?')
    expect(ideasOf(sourdough, question)).toMatchObject([
      {
        outcome: 'answer',
        act: 'Send whoever asked https://notes.example/sourdough/, then note it:',
        command: `npm run coldread -- answered ${question.id} --with sourdough`,
        matches: [{ slug: 'sourdough', isLive: true }],
      },
    ])
    expect(ideasOf(sourdough, question, { type: 'answered', id: question.id, at: '2026-11-23' })).toEqual([])
  })

  it('is to tell people when the answer comes, where that is known', () => {
    const [idea] = ideasOf(sourdough, heard('How should I store rye flour?'))
    expect(idea).toMatchObject({ outcome: 'answer', why: '`rye` answers it and goes live on 2026-12-01.' })
    expect(idea).not.toHaveProperty('command')
  })

  it('is to finish what is begun', () => {
    expect(ideasOf(sourdough, heard('How do you bake rolls that are crusty?'))).toMatchObject([
      { outcome: 'write', isBegun: true, act: 'Finish content/posts/rolls.mdx.' },
    ])
  })

  it.each([
    ['far down in the results', 200, 25, 3, 'stands at place 25 of the results'],
    ['never chosen', 900, 4, 2, 'hardly anybody chooses it'],
  ])('is to update a post that is %s', (_, impressions, position, clicks, why) => {
    expect(
      ideasOf(sourdough, search('how long sourdough keeps', impressions, position, clicks)),
    ).toMatchObject([{ outcome: 'update', why: expect.stringContaining(why) }])
  })

  it.each([
    ['chosen', 900, 4, 90],
    ['shown too seldom to tell', 99, 40, 0],
  ])('is nothing for a post that is %s', (_, impressions, position, clicks) => {
    expect(ideasOf(sourdough, search('how long sourdough keeps', impressions, position, clicks))).toEqual([])
  })

  it('is to add a heading where a post is near', () => {
    expect(ideasOf(sourdough, heard('Can you freeze a loaf of sourdough with seeds?'))).toMatchObject([
      { outcome: 'update', act: expect.stringContaining('as a heading to content/posts/sourdough.mdx') },
    ])
  })

  it('is to merge two posts that answer the same search', () => {
    const twins = calendarOf({
      one: post('How long does sourdough keep?', live),
      two: post('Does sourdough keep long?', live),
    })
    expect(ideasOf(twins, search('how long does sourdough keep', 500, 9, 20))).toMatchObject([
      {
        outcome: 'merge',
        act: 'Bring content/posts/two.mdx into content/posts/one.mdx, then retire it with `redirectTo: one`.',
        matches: [{ slug: 'one' }, { slug: 'two' }],
      },
    ])
  })

  it('is to tell whoever makes the thing where people complain of it', () => {
    expect(
      ideasOf(sourdough, heard('The order form does not work on a phone', { kind: 'mention' })),
    ).toMatchObject([{ outcome: 'tell', why: expect.stringContaining('`does not work on a phone`') }])
  })

  it.each([
    ['What should a refund policy say?', 'write'],
    ['Hi! How do I answer when a customer says it is too expensive?', 'write'],
    ['Why are parcels too slow?', 'write'],
    ['I want a refund for the parcel', 'tell'],
    ['How odd. The parcel is too slow.', 'tell'],
  ])('knows complaints from questions about them: %s', (text, outcome) => {
    expect(ideasOf(sourdough, heard(text))).toMatchObject([{ outcome }])
  })

  it('is nothing where somebody only speaks of something', () => {
    expect(ideasOf(sourdough, heard('We visited the windmill on Sunday', { kind: 'mention' }))).toEqual([])
  })

  it('is service where customers ask', () => {
    expect(ideasOf(sourdough, heard('Where is the depot?', { on: 'phone' }))[0]?.command).toContain(
      '--purpose service',
    )
  })
})

describe('the score', () => {
  it('is the sum of parts that say what they count', () => {
    const [idea] = ideasOf(
      sourdough,
      search('parcel weight limit', 999, 30),
      heard('What is the weight limit of a parcel?', { by: 'a', at: '2026-10-24' }),
      heard('Is there a limit to the weight of a parcel?', { by: 'a', at: '2026-10-24' }),
      heard('Parcel weight limit?', { by: 'b', at: '2026-10-24' }),
    )
    // 4 · log10(1000) + 5 · log2(3) + 10, newest today; nothing answers; too few entries to compare; three wait.
    expect(idea?.parts).toEqual([
      {
        name: 'demand',
        points: 30,
        most: 45,
        why: 'shown 999 times in searches, asked or said by 2 people, today',
      },
      { name: 'gap', points: 25, most: 25, why: 'no post has a word of it' },
      {
        name: 'plan',
        points: 0,
        most: 15,
        why: '2 entries in 60 days are too few to compare; it serves acquire',
      },
      { name: 'waiting', points: 15, most: 15, why: '3 questions wait since 2026-10-24' },
    ])
    expect(idea?.score).toBe(70)
  })

  it('counts what was heard 30 days ago half as much for being new', () => {
    const demand = (at: string) =>
      ideasOf(sourdough, heard('Where is the depot?', { at }))[0]?.parts[0]?.points
    expect([demand('2026-11-23'), demand('2026-10-24')]).toEqual([15, 10])
  })

  it('gives points for a purpose that the plan lacks, and for its primary goal', () => {
    const posts = Array.from({ length: 10 }, (_, index): [string, string] => [
      `s${index}`,
      post(`Service ${index}`, 'status: ready\npublish: 2026-11-10\ntopics: [bread]\n').replace(
        'awareness',
        'service',
      ),
    ])
    const [idea] = ideasOf(calendarOf(Object.fromEntries(posts)), heard('Where is the depot?'))
    expect(idea?.parts[2]).toMatchObject({
      points: 15,
      why: '0 of 10 entries are awareness, and the plan asks for 30 %; 0 of 10 serve the primary goal, acquire',
    })
  })
})

it('puts together what is about the same, and keeps apart what is not', () => {
  const ideas = ideasOf(
    sourdough,
    heard('Where is the parcel depot?'),
    heard('Is there a depot for a parcel in town?'),
    heard('Where is the windmill?'),
  )
  expect(ideas.map(({ entries }) => entries.length).sort()).toEqual([1, 2])
})

it('takes what a feed made up for no word', () => {
  const ideas = ideasOf(
    sourdough,
    heard('Where is the windmill &lol2; &lol3;?'),
    heard('A depot &lol2; &lol3;?'),
  )
  expect(ideas).toHaveLength(2)
  expect(ideasOf(sourdough, heard('Why &lol2;?'))).toEqual([])
})

it('says the same whatever the order in which things were heard', () => {
  const lines = [
    'parcel depot',
    'depot of parcels in town',
    'windmill',
    'rye windmill parcel',
    'town windmill',
  ].map((text, index) => search(text, 10 * (index % 3), 12))
  const first = ideasOf(sourdough, ...lines)
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
      expect(ideasOf(sourdough, ...shuffled)).toEqual(first)
    }),
  )
})

it('prints nothing that a terminal or a shell would obey', () => {
  const [idea] = ideasOf(sourdough, heard("Is $(touch /tmp/x) `id` it's; rm -rf ~ & depot?"))
  expect(idea?.command).toContain(`-- 'Is $(touch /tmp/x) \`id\` it'\\''s; rm -rf ~ & depot?' --purpose`)
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => !/[\p{Cc}\p{Cf}]/u.test(text) && text.trim() === text)
  fc.assert(
    fc.property(words, (text) => {
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })
      expect(stdout).toBe(text)
    }),
    { numRuns: 30 },
  )
})

it('lists the best, and how many more there are', () => {
  const look = { columns: 100, style: (_: unknown, text: string) => text }
  const ideas = ideasOf(sourdough, heard('Where is the depot?'), heard('Where is the windmill?'))
  const text = renderIdeas(ideas, 1, look)
  expect(text).toMatch(
    /^ 1\. write {2}Where is the (depot|windmill)\? {2}\(\d+ of 100\)\n {4}No post answers it\./,
  )
  expect(text).toMatch(/\n\n… and 1 more: --top 2$/)
  expect(renderIdeas([], 1, look)).toContain('npm run coldread -- heard')
})
