import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Built, buildCalendar } from '../../../src/calendar/build-calendar.ts'
import { byPlace } from '../../../src/calendar/fault.ts'
import type { Sources } from '../../../src/calendar/sources.ts'
import { anyText, authors, barePlan, plan, post, readyPost, shortPost, sourcesOf } from './corner-shop.ts'

const now = '2026-11-22T09:00'

/** Content that has something of everything, and no faults. */
const whole = {
  'content/plan.yaml': plan.replace('mix:', 'series: { first: { title: First steps } }\nmix:'),
  'content/authors.yaml': authors,
  'content/glossary.yaml':
    '- { term: Cadence, meaning: How often you post }\n- { term: KPI, kind: internal }\n',
  'content/activities/2026-12.yaml': '- { title: Fair, kind: event, at: 2026-12-03 10:00, channel: phone }\n',
  'content/posts/short.mdx': shortPost,
  'content/posts/how-often/index.mdx': readyPost(
    'How often?',
    '2026-11-17 10:30',
    'series: first',
    'aka: [posting rhythm]',
    'related: [short]',
    'formerSlugs: [rhythm]',
    'updated: { on: 2026-11-20, note: A new example }',
    'snippets:',
    '  linkedin:',
    '    - { kind: question, at: +2d 09:00, text: "What made you stop?" }',
    '    - { kind: tip, at: next, parts: [One, Two], repeat: { every: 4 weeks, max: 3 } }',
    'lint: { off: { reading-ease: A quote } }',
  ),
  'content/posts/gone.mdx': post('title: Gone', 'status: retired', 'redirectTo: how-often'),
  'content/posts/idea.mdx': post('title: Idea', 'planned: 2026-12-15'),
}

const faultsIn = (built: Built) => ('faults' in built ? built.faults : [])

/** Is every fault inside the file that it names? */
function expectPlacesInside(built: Built, { texts }: Pick<Sources, 'texts'>): void {
  for (const { file, line, column } of faultsIn(built)) {
    if (file === '--now') continue
    const lines = (texts.get(file) ?? '').split('\n')
    expect(texts.has(file) || file === 'content/plan.yaml', file).toBe(true)
    expect(line, file).toBeGreaterThan(0)
    expect(line, file).toBeLessThanOrEqual(lines.length)
    expect(column, file).toBeGreaterThan(0)
    expect(column, file).toBeLessThanOrEqual((lines[line - 1] as string).length + 1)
  }
}

describe('buildCalendar', () => {
  it('has no faults to find in whole content', () => {
    expect(faultsIn(buildCalendar(sourcesOf(whole), now))).toEqual([])
  })

  it('orders posts by slug, activities by time, glossary and authors as written', () => {
    const built = buildCalendar(
      sourcesOf({
        ...whole,
        'content/activities/a.yaml':
          '- { title: Late, at: 2026-12-09 }\n- { title: Early, at: 2026-12-01 }\n',
      }),
      now,
    )
    if ('faults' in built) throw new Error('faults')
    const { posts, activities, glossary, authors: people } = built.calendar
    expect(posts.map(({ slug }) => slug)).toEqual(['gone', 'how-often', 'idea', 'short'])
    expect(activities.map(({ title }) => title)).toEqual(['Early', 'Fair', 'Late'])
    expect(glossary.map(({ term }) => term)).toEqual(['Cadence', 'KPI'])
    expect(Object.keys(people)).toEqual(['mari', 'jaan'])
  })

  it('keeps the faults of files that could not be read', () => {
    const fault = { file: 'content/posts/x.mdx', line: 1, column: 1, what: 'not UTF-8', mend: 'save it anew' }
    expect(buildCalendar({ ...sourcesOf(whole), faults: [fault] }, now)).toEqual({ faults: [fault] })
  })

  it.each([
    ['related to a post with a fault', { 'content/posts/b.mdx': post('titel: B') }, ['content/posts/b.mdx']],
    ['related to a file without an entry', { 'content/posts/b.mdx': 'Words' }, ['content/posts/b.mdx']],
    [
      'related to a folder with a fault',
      { 'content/posts/b/index.mdx': post('titel: B') },
      ['content/posts/b/index.mdx'],
    ],
    ['related to nothing', {}, ['content/posts/a.mdx']],
    [
      'signed by someone from a file with a fault',
      {
        'content/authors.yaml': 'mari: { nam: M }\n',
        'content/posts/b.mdx': post('title: B', 'author: mari'),
      },
      ['content/authors.yaml'],
    ],
    [
      'done by someone whom the plan names',
      {
        'content/plan.yaml': plan.replace('owner: mari', 'owner: nobody'),
        'content/activities/a.yaml': '- { title: A, at: 2026-12-09, channel: linkedin }\n',
        'content/posts/b.mdx': post('title: B'),
      },
      ['content/plan.yaml'],
    ],
  ])('blames the file that is wrong: %s', (_, files, blamed) => {
    const sources = sourcesOf({ 'content/posts/a.mdx': post('title: A', 'related: [b]'), ...files })
    expect(faultsIn(buildCalendar(sources, now)).map(({ file }) => file)).toEqual(blamed)
  })

  it.each([
    ['9999 years', 'reviewAfter: 9999 years'],
    ['an amount that is no number', `reviewAfter: ${'9'.repeat(400)} days`],
    ['a year beyond time', 'blackouts: [999999-01-01]'],
    ['no days in a period', 'channels: { x: { network: x, dimmers: { link: 1/0 weeks } } }'],
    ['effort without end', `hours: ${'9'.repeat(400)}h`],
  ])('refuses %s', (_, line) => {
    const sources = sourcesOf({
      'content/plan.yaml': `${barePlan.replace('channels: {}\n', line.startsWith('channels') ? '' : 'channels: {}\n')}${line}\n`,
      'content/posts/a.mdx': post('title: A', 'publish: 2026-12-08'),
    })
    expect(faultsIn(buildCalendar(sources, now))).toMatchObject([{ file: 'content/plan.yaml' }])
  })

  it('takes 999 years from the last of days', () => {
    const sources = sourcesOf({
      'content/plan.yaml': `${barePlan}reviewAfter: 999 years\n`,
      'content/posts/a.mdx': post('title: A', 'publish: 2199-12-31'),
    })
    expect(buildCalendar(sources, now)).toMatchObject({ calendar: { posts: [{ reviewBy: '3198-12-31' }] } })
  })
})

describe('buildCalendar: laws', () => {
  const names = Object.keys(whole)
  /** A change somewhere in a text: something cut out, something put in. */
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(
      fc.constantFrom(
        '',
        '\n',
        ' ',
        ':',
        ': ',
        '#',
        ' #x',
        '- ',
        '"',
        "'",
        '[',
        '}',
        '*a',
        '&a ',
        '\t',
        '\r\n',
        '0',
        '-',
        '---\n',
        '\uFEFF',
        'null',
        '[]',
        '{}',
        '__proto__: 1\n',
        'ready',
        '2027-03-28 03:30',
      ),
      anyText,
    ),
  })
  const mutate = (text: string, changes: readonly { at: number; cut: number; put: string }[]) =>
    changes.reduce((now, { at, cut, put }) => {
      const from = Math.floor(at * now.length)
      return now.slice(0, from) + put + now.slice(from + cut)
    }, text)
  const mutated = fc
    .dictionary(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 3 }), { maxKeys: 3 })
    .map((changes) =>
      Object.fromEntries(
        Object.entries(whole).map(([file, text]) => [file, mutate(text, changes[file] ?? [])]),
      ),
    )
  const anyName = fc.oneof(
    fc.constantFrom(
      ...names,
      'content/posts/.mdx',
      'content/posts/index.mdx',
      'content/posts/a b/Ä.mdx',
      'content/activities/x.yaml',
    ),
    anyText.map((text) => `content/posts/${text}.mdx`),
  )

  it('never throws on changed content, and places every fault inside its file', () => {
    let faulty = 0
    fc.assert(
      fc.property(mutated, (files) => {
        const sources = sourcesOf(files)
        const built = buildCalendar(sources, now)
        faulty += 'faults' in built ? 1 : 0
        expectPlacesInside(built, sources)
      }),
      { numRuns: 200 },
    )
    expect(faulty).toBeGreaterThan(50)
  })

  it('never throws on any strings as files, nor on any `now`', () => {
    fc.assert(
      fc.property(
        fc.dictionary(anyName, anyText, { maxKeys: 4 }),
        fc.oneof(fc.constant(now), anyText),
        (files, when) => {
          const sources = sourcesOf(files)
          expectPlacesInside(buildCalendar(sources, when), sources)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('gives the same twice, in whatever order files come', () => {
    const shuffled = mutated.chain((files) =>
      fc.tuple(fc.constant(files), fc.shuffledSubarray(Object.entries(files), { minLength: names.length })),
    )
    fc.assert(
      fc.property(shuffled, ([files, entries]) => {
        const sources = sourcesOf(files)
        const built = buildCalendar(sources, now)
        expect(buildCalendar(sources, now)).toEqual(built)
        expect(buildCalendar({ ...sources, texts: new Map(entries) }, now)).toEqual(built)
        expect(JSON.stringify(buildCalendar({ ...sources, texts: new Map(entries) }, now))).toBe(
          JSON.stringify(built),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('does not care which of two equals comes first', () => {
    const files = {
      'content/posts/a/same.mdx': post('title: A', 'formerSlugs: [old]'),
      'content/posts/b/same.mdx': post('title: B', 'formerSlugs: [old]'),
      'content/posts/c.mdx': post('title: C', 'formerSlugs: [old]'),
      'content/activities/a.yaml':
        '- { title: A, at: 2026-12-09, owner: nobody }\n- { title: B, at: 2026-12-09 }\n',
      'content/activities/b.yaml': '- { title: C, at: 2026-12-09, owner: nobody }\n',
    }
    const sources = sourcesOf(files)
    const backwards = { ...sources, texts: new Map([...sources.texts].reverse()) }
    expect(faultsIn(buildCalendar(sources, now))).toHaveLength(5)
    expect(buildCalendar(backwards, now)).toEqual(buildCalendar(sources, now))
  })

  it('lists faults by place', () => {
    fc.assert(
      fc.property(mutated, (files) => {
        const faults = faultsIn(buildCalendar(sourcesOf(files), now))
        expect(faults.toSorted(byPlace)).toEqual(faults)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves its sources as they are', () => {
    const sources = sourcesOf(whole)
    const before = structuredClone(sources)
    buildCalendar(sources, now)
    expect(sources).toEqual(before)
  })
})
