import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/calendar/check.ts'
import { approvalHash } from '../../../src/calendar/derive-post.ts'
import { splitFrontMatter } from '../../../src/calendar/front-matter.ts'
import { postSchema } from '../../../src/calendar/front-matter-schema.ts'
import type { Post } from '../../../src/calendar/post.ts'
import { goalOfPurpose, purposes } from '../../../src/calendar/vocabulary.ts'
import { barePlan, calendarOf, faultsOf, plan, post, readyPost, shortPost, zones } from './corner-shop.ts'

const file = 'content/posts/a.mdx'
const only = (text: string, planText = plan, now?: string): Post =>
  calendarOf({ 'content/plan.yaml': planText, [file]: text }, now).posts[0] as Post
const withPlan = (...lines: string[]) => `${barePlan}${lines.join('\n')}\n`

describe('CONTENT.md', () => {
  it('builds its short post', () => {
    const { source: _, ...entry } = only(shortPost)
    expect(entry).toEqual({
      file,
      slug: 'a',
      path: '/a/',
      state: 'scheduled',
      status: 'ready',
      title: 'How often should a small shop post?',
      query: 'how often should a small shop post',
      intent: 'know',
      answer:
        'Twice a week on one channel suits most small shops, because a rhythm you keep beats a burst you cannot.',
      description:
        'Twice a week on one channel suits most small shops, because a rhythm you keep beats a burst you cannot.',
      goal: 'acquire',
      purpose: 'awareness',
      audience: 'shop owners',
      publish: { local: '2026-12-08T09:00', zone: 'Europe/Tallinn', instant: '2026-12-08T07:00:00Z' },
      reviewBy: '2027-12-08',
      owner: 'mari',
      author: 'mari',
      lang: 'en',
      topics: ['cadence'],
      aka: [],
      related: [],
      formerSlugs: [],
      formerPaths: [],
      hours: 180,
      snippets: {},
      lintOff: {},
      guess: [],
      origin: {
        'publish (time of day)': 'plan: rhythm, tue 09:00',
        author: 'the first in authors.yaml',
        query: 'title',
        description: 'answer, cut at a sentence',
        reviewBy: 'publish + plan: reviewAfter',
        intent: 'words of the query',
        goal: 'purpose',
        audience: 'plan: first of audiences',
        owner: 'author',
        lang: 'plan: site.lang',
        topics: "the plan's only topic",
        hours: 'plan: hours',
      },
    })
  })

  it('builds its plan', () => {
    const { plan: read } = calendarOf({})
    expect(read).toMatchObject({
      site: { url: 'https://notes.example', lang: 'en', rebuildEvery: { minutes: 60 } },
      rhythm: [{ weekday: 2, time: '09:00' }],
      channels: {
        linkedin: {
          dimmers: {
            link: { times: 2, days: 7 },
            question: { times: 1, days: 7 },
            offer: { times: 0, days: 7 },
          },
          times: [
            { weekday: 2, time: '10:00' },
            { weekday: 4, time: '10:00' },
          ],
          hours: { minutes: 60, days: 7 },
        },
        phone: { dimmers: {}, times: [], replies: 'weekdays 9 to 17' },
      },
      mix: { awareness: 30, community: 20, service: 25, listening: 15, sales: 10 },
      blackouts: [{ from: '2026-12-24', to: '2026-12-26' }],
      hours: 180,
      reviewAfter: { months: 12 },
      requires: [],
    })
  })

  it('builds its snippets: text alone is one snippet', () => {
    const { snippets } = only(
      post(
        'title: T',
        'snippets:',
        '  linkedin: Two posts a week. Which rhythm do you hold?',
        '  phone:',
        '    - kind: question',
        '      at: +2d 09:00',
        '      text: What made you stop posting?',
      ),
    )
    expect(snippets).toEqual({
      linkedin: [{ text: 'Two posts a week. Which rhythm do you hold?' }],
      phone: [{ kind: 'question', at: { days: 2, time: '09:00' }, text: 'What made you stop posting?' }],
    })
  })
})

describe('defaults', () => {
  const twoTopics = withPlan('topics: { one: { title: One }, two: { title: Two } }')
  it.each<[keyof Post, string[], string, unknown, string | undefined]>([
    ['query', [], barePlan, 'how often?!  to post', 'title'],
    ['query', ['query: posting rhythm'], barePlan, 'posting rhythm', undefined],
    ['intent', ['query: what is a rhythm'], barePlan, 'know', 'words of the query'],
    ['intent', ['intent: buy'], barePlan, 'buy', undefined],
    ['description', ['answer: One. Two.'], barePlan, 'One. Two.', 'answer, cut at a sentence'],
    ['description', ['answer: One.', 'description: Two.'], barePlan, 'Two.', undefined],
    ['description', [], barePlan, undefined, undefined],
    ['goal', ['purpose: service'], barePlan, 'retain', 'purpose'],
    ['goal', ['purpose: listening'], withPlan('goal: retain'), 'retain', 'plan: goal'],
    ['goal', [], barePlan, 'acquire', 'plan: goal'],
    ['goal', ['purpose: service', 'goal: acquire'], barePlan, 'acquire', undefined],
    ['audience', [], withPlan('audiences: [bakers, florists]'), 'bakers', 'plan: first of audiences'],
    ['audience', [], barePlan, 'everyone', 'plan: first of audiences'],
    ['audience', ['audience: florists'], withPlan('audiences: [bakers, florists]'), 'florists', undefined],
    ['status', [], barePlan, 'idea', 'default'],
    ['status', ['status: draft'], barePlan, 'draft', undefined],
    ['reviewBy', ['publish: 2026-12-08'], barePlan, '2027-12-08', 'publish + plan: reviewAfter'],
    // 31 January + 1 month is 28 February.
    [
      'reviewBy',
      ['publish: 2027-01-31'],
      withPlan('reviewAfter: 1 month'),
      '2027-02-28',
      'publish + plan: reviewAfter',
    ],
    ['reviewBy', ['publish: 2026-12-08', 'reviewBy: 2027-01-01'], barePlan, '2027-01-01', undefined],
    ['reviewBy', [], barePlan, undefined, undefined],
    ['author', [], barePlan, 'mari', 'the first in authors.yaml'],
    ['author', [], withPlan('author: jaan'), 'jaan', 'plan: author'],
    ['author', ['author: jaan'], barePlan, 'jaan', undefined],
    ['owner', ['author: jaan'], barePlan, 'jaan', 'author'],
    ['owner', ['author: jaan'], withPlan('owner: mari'), 'mari', 'plan: owner'],
    ['owner', ['owner: jaan'], barePlan, 'jaan', undefined],
    ['lang', [], barePlan, 'en', 'plan: site.lang'],
    ['lang', [], barePlan.replace('zone:', '  lang: et\nzone:'), 'et', 'plan: site.lang'],
    ['lang', ['lang: de'], barePlan, 'de', undefined],
    ['topics', [], plan, ['cadence'], "the plan's only topic"],
    ['topics', [], twoTopics, [], 'none written'],
    ['topics', ['topics: [two]'], twoTopics, ['two'], undefined],
    ['hours', [], barePlan, 180, 'plan: hours'],
    ['hours', [], withPlan('hours: 1.5h'), 90, 'plan: hours'],
    ['hours', ['hours: 45m'], barePlan, 45, undefined],
  ])('%s of %j', (field, lines, planText, value, origin) => {
    const entry = only(post('title: How often?!  To post?', ...lines), planText)
    expect([entry[field], entry.origin[field]]).toEqual([value, origin])
  })

  it.each([
    [
      "the slot of the day's weekday",
      'rhythm: [tue 09:00, thu 14:00]',
      '2026-12-10',
      '14:00',
      'plan: rhythm, thu 14:00',
    ],
    [
      'else the first slot',
      'rhythm: [tue 09:00, thu 14:00]',
      '2026-12-11',
      '09:00',
      'plan: rhythm, tue 09:00',
    ],
    ['without a rhythm', 'rhythm: []', '2026-12-10', '09:00', 'default'],
    ['as written', 'rhythm: [tue 09:00]', '2026-12-10 18:45', '18:45', undefined],
  ])('publishes at %s', (_, rhythm, publish, time, origin) => {
    const entry = only(post('title: T', `publish: ${publish}`), withPlan(rhythm))
    expect([entry.publish?.local.slice(11), entry.origin['publish (time of day)']]).toEqual([time, origin])
  })

  it('signs for the whole site where there are no authors', () => {
    const { authors, posts } = calendarOf({
      'content/authors.yaml': undefined,
      'content/plan.yaml': barePlan,
      [file]: post('title: T'),
    })
    expect(authors).toEqual({ editors: { name: 'Corner Shop Notes', kind: 'organization' } })
    expect(posts[0]?.author).toBe('editors')
  })

  it('reads a day that needs no quotes as it is written', () => {
    const entry = only(post('title: T', 'planned: 2026-12-08', 'updated: { on: 2026-12-09, note: N }'))
    expect([entry.planned, entry.updated?.on]).toEqual(['2026-12-08', '2026-12-09'])
  })

  it('reads the last field of a file with Windows line ends', () => {
    const entry = only(post('title: T', 'topics: [cadence]', 'planned: 2026-12-08').replace(/\n/g, '\r\n'))
    expect(entry.planned).toBe('2026-12-08')
    expect(entry.source.text.slice(entry.source.bodyStart)).toBe('Start with one channel.\r\n')
  })
})

describe('goal', () => {
  it.each(purposes)('follows from the purpose %s, listening from the plan', (purpose) => {
    const goals = ['acquire', 'retain'] as const
    for (const goal of goals)
      expect(only(post('title: T', `purpose: ${purpose}`), withPlan(`goal: ${goal}`)).goal).toBe(
        goalOfPurpose[purpose] ?? goal,
      )
  })

  it.each([
    ['acquire', '/a/'],
    ['retain', '/news/a/'],
  ])('%s stands at %s', (goal, path) => {
    expect(only(post('title: T', `goal: ${goal}`)).path).toBe(path)
  })
})

describe('intent', () => {
  it.each([
    ['how to fix a broken link', 'fix'],
    ['newsletter not working', 'fix'],
    ['what is wrong with my feed', 'fix'],
    ['buffer vs hootsuite', 'compare'],
    ['best posting tool', 'compare'],
    ['is a blog or a newsletter better', 'compare'],
    ['price of a posting tool', 'buy'],
    ['hire a social media manager', 'buy'],
    ['how to write a title', 'do'],
    ['how do I plan a week', 'do'],
    ['content calendar template', 'do'],
    ['write a newsletter', 'do'],
    ['how often should a small shop post', 'know'],
    ['what is a content calendar', 'know'],
    ['for shops', 'know'],
    ['kui tihti postitada', 'know'],
  ])('%s: %s', (query, intent) => {
    expect(only(post('title: T', `query: ${query}`)).intent).toBe(intent)
  })
})

describe('description', () => {
  const sentence = (length: number) => `${'a'.repeat(length - 1)}.`
  it.each([
    ['all of it, up to 156 characters', [100, 55], 1],
    ['one character more is too many', [100, 56], 0],
    ['the first, however long', [200, 20], 0],
    ['never a later one without those before', [100, 60, 10], 0],
  ])('%s', (_, lengths, last) => {
    const sentences = lengths.map(sentence)
    const { description } = only(post('title: T', `answer: ${sentences.join(' ')}`))
    expect(description).toBe(sentences.slice(0, last + 1).join(' '))
  })

  it.each([
    ['Why? Because. Indeed!', 'Why? Because. Indeed!'],
    ['Post 2.5 times a week.', 'Post 2.5 times a week.'],
    ['No full stop', 'No full stop'],
  ])('%s', (answer, description) => {
    expect(only(post('title: T', `answer: ${answer}`)).description).toBe(description)
  })
})

describe('state', () => {
  const approval = withPlan('requires: [approval]', 'topics: { cadence: { title: T } }')
  it.each<[string, string, string, string]>([
    ['an idea', post('title: T'), plan, 'idea'],
    ['a draft', post('title: T', 'status: draft', 'publish: 2026-01-01'), plan, 'draft'],
    ['in review', post('title: T', 'status: review'), plan, 'review'],
    ['ready without a day', readyPost('T', '2026-01-01').replace('publish: 2026-01-01\n', ''), plan, 'ready'],
    ['ready, and its day is over', readyPost('T', '2026-01-01'), plan, 'live'],
    ['ready, and its day will come', readyPost('T', '2026-12-08'), plan, 'scheduled'],
    ['ready, at this very moment', readyPost('T', '2026-11-22 09:00'), plan, 'live'],
    ['ready, a minute from now', readyPost('T', '2026-11-22 09:01'), plan, 'scheduled'],
    ['ready, a minute ago in another zone', readyPost('T', '2026-11-22 06:59', 'zone: UTC'), plan, 'live'],
    ['ready, not approved', readyPost('T', '2026-01-01'), approval, 'unapproved'],
    [
      'ready, not approved, without a day',
      readyPost('T', '2026-01-01').replace('publish: 2026-01-01\n', ''),
      approval,
      'ready',
    ],
  ])('%s', (_, text, planText, state) => {
    expect(only(text, planText, '2026-11-22 09:00').state).toBe(state)
  })

  it('goes from scheduled to live exactly at publish, and never back', () => {
    const minutes = fc.integer({ min: -600_000, max: 600_000 })
    const zone = fc.constantFrom(...zones)
    fc.assert(
      fc.property(
        fc.array(minutes, { minLength: 2, maxLength: 6 }),
        zone,
        fc.integer({ min: 0, max: 364 }),
        (offsets, name, days) => {
          const day = Temporal.PlainDate.from('2026-01-01').add({ days }).toString()
          const text = readyPost('T', `${day} 12:00`, `zone: ${name}`)
          const instant = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(name).toInstant()
          for (const offset of [...offsets, -1, 0, 1].sort((a, b) => a - b)) {
            const now = instant.add({ minutes: offset }).toString()
            expect(only(text, withPlan('topics: { cadence: { title: T } }'), now).state).toBe(
              offset < 0 ? 'scheduled' : 'live',
            )
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('approval', () => {
  const approvalPlan = withPlan('requires: [approval]', 'topics: { cadence: { title: T } }')
  const hashOf = (text: string) => {
    const split = splitFrontMatter(file, text)
    if ('fault' in split) throw new Error(split.fault.what)
    const checked = check(postSchema, split.yaml)
    if ('faults' in checked) throw new Error(checked.faults[0]?.what)
    return approvalHash(checked.value, text.slice(split.bodyStart))
  }
  const approve = (text: string) =>
    text.replace('status: ready', `status: ready\napproved: { by: mari, hash: "${hashOf(text)}" }`)
  const text = readyPost('How often?', '2026-11-17', 'aka: [rhythm]')

  it('makes a post live', () => {
    expect(only(approve(text), approvalPlan).state).toBe('live')
    expect(only(approve(readyPost('T', '2026-12-08')), approvalPlan).state).toBe('scheduled')
  })

  it('does not cover itself: approved twice is the same hash', () => {
    expect(hashOf(approve(text))).toBe(hashOf(text))
    expect(hashOf(text)).toMatch(/^[0-9a-f]{16}$/)
  })

  it('does not depend on the order of fields or on comments', () => {
    const lines = text.split('\n')
    const moved = [lines[0], lines[2], lines[1], '# a comment', ...lines.slice(3)].join('\n')
    expect(moved).not.toBe(text)
    expect(hashOf(moved)).toBe(hashOf(text))
  })

  it.each([
    ['the title', (approved: string) => approved.replace('How often?', 'How often now?')],
    ['the answer', (approved: string) => approved.replace('Twice', 'Thrice')],
    ['other words', (approved: string) => approved.replace('[rhythm]', '[rhythm, cadence]')],
    ['the body', (approved: string) => `${approved}One more line.\n`],
    ['a space in the body', (approved: string) => approved.replace('one channel.\n', 'one  channel.\n')],
    ['the hash', (approved: string) => approved.replace(/hash: "./, 'hash: "-')],
  ])('is void when %s changes', (_, change) => {
    const changed = change(approve(text))
    expect(changed).not.toBe(approve(text))
    expect(only(changed, approvalPlan).state).toBe('unapproved')
  })

  it('stands when only the day or the line ends change', () => {
    const moved = approve(text).replace('2026-11-17', '2026-11-16').replaceAll('\n', '\r\n')
    expect(only(moved, approvalPlan).state).toBe('live')
  })

  it('is not asked for where the plan does not', () => {
    expect(only(`${approve(text)}Changed.\n`).state).toBe('live')
  })
})

describe('activities', () => {
  const only = (line: string, ...lines: string[]) =>
    calendarOf({
      'content/plan.yaml': `${plan.replace('goal: acquire', ['owner: jaan', 'goal: acquire', ...lines].join('\n'))}`,
      'content/activities/a.yaml': `- { title: T, at: 2026-12-03, ${line} }\n`,
    }).activities[0]

  it.each([
    ['kind: event', { purpose: 'community', goal: 'retain', hours: 60, owner: 'jaan', allDay: true }],
    ['kind: listening', { purpose: 'listening', goal: 'acquire', owner: 'jaan' }],
    ['kind: answers', { purpose: 'service', goal: 'retain' }],
    ['kind: calls', { purpose: 'service', goal: 'retain' }],
    ['hours: 30m', { kind: 'other', purpose: 'community', hours: 30 }],
    ['purpose: sales', { purpose: 'sales', goal: 'acquire' }],
    ['channel: linkedin', { goal: 'acquire', owner: 'mari' }],
    ['channel: phone, kind: listening', { goal: 'retain', owner: 'jaan' }],
    ['channel: linkedin, owner: jaan, goal: retain', { goal: 'retain', owner: 'jaan' }],
  ])('%s', (line, expected) => {
    expect(only(line)).toMatchObject(expected)
  })

  it.each([
    ['2026-12-03', { local: '2026-12-03T00:00', instant: '2026-12-02T22:00:00Z' }, true],
    ['2026-12-03 10:00', { local: '2026-12-03T10:00', instant: '2026-12-03T08:00:00Z' }, false],
    ['2027-10-31 03:30, fold: later', { local: '2027-10-31T03:30', instant: '2027-10-31T01:30:00Z' }, false],
  ])('at %s', (at, moment, allDay) => {
    const { activities } = calendarOf({ 'content/activities/a.yaml': `- { title: T, at: ${at} }\n` })
    expect(activities[0]).toMatchObject({ at: moment, allDay, file: 'content/activities/a.yaml', entry: 1 })
  })
})

it.each([
  ['2026-12-24', '', ['`2026-12-24` is a day on which nothing goes out']],
  ['2026-12-27', '', []],
  // 23:30 in New York is the next day in Tallinn, whose holidays they are.
  ['2026-12-23 23:30', 'America/New_York', ['`2026-12-24` is a day on which nothing goes out']],
  ['2026-12-26 23:30', 'America/New_York', []],
])('keeps blackouts in the zone of the plan: %s %s', (publish, zone, expected) => {
  const text = readyPost('T', publish, ...(zone ? [`zone: ${zone}`] : []))
  expect(faultsOf({ [file]: text }).map(({ what }) => what)).toEqual(expected)
  // What went out already is no promise that could be broken.
  expect(faultsOf({ [file]: text }, '2027-01-01')).toEqual([])
})

it('needs what a post for customers needs, and no more', () => {
  const news = post(
    'title: T',
    'status: ready',
    'purpose: service',
    'topics: [cadence]',
    'publish: 2026-12-01',
  )
  expect(faultsOf({ [file]: news })).toEqual([])
  expect(faultsOf({ [file]: news.replace('service', 'awareness') }).map(({ what }) => what)).toEqual([
    '`answer` is missing for `ready`',
  ])
})
