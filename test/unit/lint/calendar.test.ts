import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { lintContent } from '../../../plugins/lint/run/lint-content.ts'
import { addDays } from '../../../src/calendar/time.ts'
import { readContent } from '../../../src/read-content.ts'

const plan = `site: { name: Acme, about: A shop's notes, url: https://notes.example }
zone: UTC
topics: { posting: { title: Posting } }
`
const channels = 'channels: { linkedin: { network: linkedin }, mastodon: { network: mastodon } }\n'

/** What rules of the calendar say of files, on 1 December 2026: messages. */
function said(ids: string | readonly string[], files: Readonly<Record<string, string>>): string[] {
  const texts = new Map(Object.entries(files).map(([file, text]) => [`content/${file}`, text]))
  const content = readContent({ texts, assets: new Set(), faults: [] }, '2026-12-01T09:00Z', [])
  expect(content.faults.map(({ what }) => what)).toEqual([])
  const linter = makeLinter({
    ...(content.calendar && { calendar: content.calendar }),
    rules: rules.filter(({ id }) => ids.includes(id)),
  })
  return lintContent(content, linter, []).flatMap(({ findings }) => findings.map(({ message }) => message))
}

const live = (day: string, more = '') =>
  `---\ntitle: Post of ${day}\npurpose: service\nstatus: ready\npublish: ${day}\n${more}---\nText.\n`
const posts = (days: readonly string[]) =>
  Object.fromEntries(days.map((day) => [`posts/of-${day}.mdx`, live(day)]))
const activities = (purposes: readonly string[]) =>
  purposes
    .map((purpose, index) => `- { title: Work, at: ${addDays('2026-11-05', index)}, purpose: ${purpose} }\n`)
    .join('')

describe('cal-mix', () => {
  const mix = (purposes: readonly string[], more = '') =>
    said('cal-mix', {
      'plan.yaml': plan + more + channels,
      'activities/a.yaml': activities(purposes),
    }).map((message) => message.split(/ from | is what /)[0])
  const balanced = ['service', 'community', 'listening', 'awareness']

  it.each([
    ['nothing of fewer than six', ['sales', 'sales', 'sales', 'sales', 'sales'], '', []],
    ['nothing of balance', [...balanced, 'service', 'sales', 'sales'], '', []],
    ['sales above a fifth', [...balanced, 'sales', 'sales', 'sales'], '', ['`sales`']],
    [
      'nothing of sales that the mix allows',
      [...balanced, 'sales', 'sales', 'sales'],
      'mix: { sales: 40, service: 60 }\n',
      [],
    ],
    [
      'purposes without an entry',
      ['awareness', 'awareness', 'awareness', 'awareness', 'awareness', 'service'],
      '',
      ['`community` and `listening` have no entry'],
    ],
    [
      'nothing of purposes that the mix leaves out',
      ['awareness', 'awareness', 'awareness', 'awareness', 'awareness', 'service'],
      'mix: { awareness: 80, service: 20 }\n',
      [],
    ],
  ])('says %s', (_, purposes, more, expected) => {
    expect(mix(purposes, more)).toEqual(expected)
  })
})

describe('cal-cadence', () => {
  const rhythm = 'rhythm: [tue 09:00]\n'
  const cadence = (days: readonly string[], more = rhythm) =>
    said('cal-cadence', { 'plan.yaml': plan + more + channels, ...posts(days) })
  const kept = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24', '2026-12-01']

  it.each([
    ['a rhythm that is kept', kept, rhythm],
    ['fewer than four posts', ['2026-09-01', '2026-09-08', '2026-09-15'], rhythm],
    ['a plan without a rhythm', ['2026-01-06', '2026-01-13', '2026-01-20', '2026-01-27'], ''],
    [
      'a pause that the plan names',
      ['2026-10-20', '2026-10-27', '2026-11-03', '2026-12-01'],
      `${rhythm}blackouts: [2026-11-05/2026-11-30]\n`,
    ],
    ['posts to come that fill the rhythm', [...kept, '2026-12-08', '2026-12-15'], rhythm],
  ])('says nothing of %s', (_, days, more) => {
    expect(cadence(days, more)).toEqual([])
  })

  it('sees a silence ahead, before the next post', () => {
    expect(cadence([...kept, '2026-12-22'])).toEqual([
      'No post is due between `2026-12-01` and `2026-12-22`; bring one forward, or choose a slower rhythm.',
    ])
  })
})

describe('cal-repeat', () => {
  const snippets = (day: string, text: string, more = '') =>
    `---\ntitle: How often to post\nstatus: draft\npublish: ${day}\n${more}snippets: { linkedin: ${text} }\n---\nText.\n`
  const repeat = (files: Readonly<Record<string, string>>) =>
    said('cal-repeat', { 'plan.yaml': `${plan}series: { first: { title: First } }\n${channels}`, ...files })

  it.each([
    ['a month between them', '2026-12-04', '2027-01-04', '', 0],
    ['a week between them', '2026-12-08', '2026-12-15', '', 1],
    ['a week between them, in a series', '2026-12-08', '2026-12-15', 'series: first\n', 0],
    ['a week between them, both over', '2026-11-03', '2026-11-10', '', 0],
  ])('counts two posts on one search with %s', (_, first, second, more, count) => {
    const files = {
      'posts/a.mdx': snippets(first, 'Twice a week.', more),
      'posts/b.mdx': snippets(second, 'Two posts.', more),
    }
    expect(repeat(files)).toHaveLength(count)
  })

  it('sees the same words again, whatever the post', () => {
    const other = snippets('2026-12-10', 'Twice  a WEEK.').replace('How often to post', 'What to bake')
    expect(repeat({ 'posts/a.mdx': snippets('2026-12-08', 'Twice a week.'), 'posts/b.mdx': other })).toEqual([
      '`linkedin` has `how often to post` from `a` 2 days earlier already; say something else here, or wait until `2027-01-07`.',
    ])
  })
})

it('never throws, whatever the calendar', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-12-01', days))
  fc.assert(
    fc.property(
      fc.uniqueArray(day, { maxLength: 12 }),
      fc.array(fc.constantFrom('sales', 'service', 'awareness', 'listening', 'community'), { maxLength: 20 }),
      fc.subarray(['mon 09:00', 'tue 09:00', 'tue 10:00', 'sun 23:59']),
      (days, purposes, rhythm) => {
        said(['cal-mix', 'cal-cadence', 'cal-repeat', 'cal-blog-insider'], {
          'plan.yaml': `${plan}rhythm: [${rhythm.join(', ')}]\n${channels}`,
          'activities/a.yaml': activities(purposes) || '[]\n',
          ...posts(days),
        })
      },
    ),
    { numRuns: 60 },
  )
})
