import { describe, expect, it } from 'vitest'
import { applyFixes } from '../../../plugins/lint/fix/fix.ts'
import { searchStems, stemOf } from '../../../plugins/lint/search/stems.ts'
import { letterWidths } from '../../../src/calendar/letter-widths.ts'
import { lintExample } from '../../support/rule-examples.ts'

const widthOf = (text: string) =>
  Math.round(letterWidths(text, 20).reduce((sum, { width }) => sum + width, 0))

/** A post that could be live: one day of 2026, a month a letter. */
function post(slug: string, entry: Record<string, string>, body = 'Ask.'): [string, string] {
  const fields = { title: 'Where to keep a boat?', status: 'draft', ...entry }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  return [`content/posts/${slug}.mdx`, `---\n${lines.join('\n')}\n---\n${body}\n`]
}

const live = {
  answer: 'Keep a boat in the harbor, where somebody looks at it every day of the year.',
  purpose: 'awareness',
  status: 'ready',
  publish: '2026-10-06',
}

const found = (rule: string, ...posts: [string, string][]) =>
  lintExample({ files: new Map(posts) }, rule).map(({ file, line, message }) => ({
    at: `${file.replace(/^.*\//, '')}:${line}`,
    message,
  }))
const places = (rule: string, ...posts: [string, string][]) => found(rule, ...posts).map(({ at }) => at)

describe('what a search is about', () => {
  it.each([
    ['how to plan a content calendar', ['plan', 'content', 'calendar']],
    ['how often should a small shop post?', ['small', 'shop', 'post']],
    ["what's the best bakery's opening hours", ["bakery's", 'opening', 'hours']],
    ['is it', []],
  ])('%s', (search, words) => {
    expect([...searchStems(search).values()]).toEqual(words)
  })

  it('is the same in other forms, and in words that mean the same', () => {
    expect(stemOf('shops')).toBe(stemOf('store'))
    expect(stemOf('posting')).toBe(stemOf('posts'))
    expect(stemOf('pricing')).toBe(stemOf('costs'))
    expect(stemOf('often')).toBeUndefined()
  })
})

describe('the width of a title', () => {
  // As string-pixel-width 1.11.0 has it, whose widths are rounded.
  it.each([
    ['', 0],
    ['iiiiiiiiii', 44],
    ['WWWWWWWWWW', 189],
    ['How to plan a content calendar', 277],
    ['Café', 42],
    ['日本語', 60],
  ])('of %j', (title, width) => {
    expect(Math.abs(widthOf(title) - width)).toBeLessThanOrEqual(2)
  })
})

describe('search-title', () => {
  it.each([
    ['Boat storage over the cold months', 'where to keep a boat over winter', '[boat storage]', 0],
    ['Boats, and where we have seen them', 'where to keep a bicycle over winter', '[]', 1],
    ['Meeting rooms: how to book one', 'how to book a meeting room', '[]', 0],
    ['Meet the harbor', 'where to keep a boat', '[]', 1],
    ['Introducing two dogs to each other', 'introducing two dogs', '[]', 0],
  ])('on %j for %j', (title, query, aka, count) => {
    expect(found('search-title', post('a', { title: JSON.stringify(title), query, aka }))).toHaveLength(count)
  })

  it('leaves other languages alone', () => {
    const entry = { title: 'Wohin mit dem Rad', query: 'Fahrrad im Winter', lang: 'de' }
    expect(found('search-title', post('a', entry))).toEqual([])
  })
})

describe('search-answer-early', () => {
  const long = 'The old market hall had a leaking roof and three cats of its own. '.repeat(12)
  it.each([
    ['an answer', { answer: 'Keep a boat in the harbor.' }, 'Ask.', 0],
    ['an answer that says something else', { answer: 'It depends on you.' }, 'Ask.', 1],
    ['an answer that asks', { answer: 'Where would you keep a boat?' }, 'Ask.', 1],
    ['an answer about us', { answer: 'We keep a boat in the harbor.' }, 'Ask.', 1],
    ['a first sentence', {}, `You keep a boat in the harbor. ${long}`, 0],
    ['a late sentence', {}, `${long} You keep a boat in the harbor.`, 1],
    ['a list at once', {}, `There are two ways.\n\n- the harbor\n- the yard\n\n${long}`, 0],
    ['a table at once', {}, `| place | price |\n| --- | --- |\n| harbor | 5 |\n\n${long}`, 0],
    ['a late list', {}, `${long}\n\n- the harbor`, 1],
    ['a list of steps a little later', { intent: 'do' }, `${'Bring a rope. '.repeat(45)}\n\n1. Pull.`, 0],
    ['words with other meaning', { aka: '[boat parking]' }, `Boat parking is free. ${long}`, 0],
    ['nothing yet', {}, 'Ask.', 0],
    ['customers', { goal: 'retain' }, long, 0],
  ])('takes %s', (_name, entry, body, count) => {
    expect(found('search-answer-early', post('a', entry as Record<string, string>, body))).toHaveLength(count)
  })
})

describe('search-outline', () => {
  it.each([
    ['a post', '---\ntitle: A\nstatus: draft\n---\n### B\n\n#### C\n\n## D\n\n#### E\n', [3, 1]],
    ['nested leaps', '## A\n\n#### B\n\n###### C\n\n##### D\n', [2]],
    ['an underlined heading', 'A\n=\n\n#### B\n', [1]],
  ])('mends %s, and finds no leap afterwards', (_name, source) => {
    const file = source.startsWith('---') ? 'content/posts/a.mdx' : 'a.md'
    const said = (text: string) => lintExample({ files: new Map([[file, text]]) }, 'search-outline')
    expect(said(source).length).toBeGreaterThan(0)
    const { text } = applyFixes(source, said(source))
    expect(said(text)).toEqual([])
    expect(text.replaceAll('#', '')).toBe(source.replaceAll('#', ''))
  })

  it('counts neither code nor tables, and list items apart', () => {
    const words = 'word '.repeat(200)
    const said = (body: string) =>
      lintExample({ files: new Map([['a.md', `# A\n\n${body}\n`]]) }, 'search-outline')
    expect(said(`${words}\n\n${words}`)).toHaveLength(1)
    expect(said(`${words}\n\n- ${words}`)).toHaveLength(0)
    expect(said(`${words}\n\n\`\`\`\n${words}\n\`\`\``)).toHaveLength(0)
    expect(said(`${words}\n\n| ${words} |\n| --- |\n| ${words} |`)).toHaveLength(0)
    expect(said(`- ${words}\n- ${words}`)).toHaveLength(1)
  })
})

describe('search-internal-links', () => {
  const text = (title: string, more = {}) => ({ ...live, title, ...more })
  const hub = post('hub', text('How to sail?', { publish: '2026-09-01' }), 'See [boats](./boats.mdx).')

  it('takes links in the text, by address or reference, and those to a retired post', () => {
    const old = post('old', { title: 'Boats once', status: 'retired', redirectTo: 'hub' })
    expect(
      places(
        'search-internal-links',
        hub,
        old,
        post('boats', text('Where to keep a boat?'), '[sail](/old/)'),
      ),
    ).toEqual([])
    const byReference = post('boats', text('Where to keep a boat?'), 'See [how][h].\n\n[h]: ./hub.mdx')
    expect(places('search-internal-links', hub, byReference)).toEqual([])
  })

  it('counts neither a post itself, nor drafts, nor pages elsewhere', () => {
    const own = post(
      'boats',
      text('Where to keep a boat?'),
      '[here](./boats.mdx), [there](https://example.com)',
    )
    const draft = post('draft', { title: 'A draft' }, 'See [sailing](./hub.mdx).')
    expect(
      found('search-internal-links', hub, own, draft).map(
        ({ at, message }) => `${at} ${message.slice(0, 20)}`,
      ),
    ).toEqual(['boats.mdx:2 `Where to keep a boa', 'hub.mdx:2 No other post leads '])
  })

  it('says nothing of the only post, or of one for customers', () => {
    expect(places('search-internal-links', post('boats', text('Where to keep a boat?')))).toEqual([])
    const news = post('news', text('A new roof', { goal: 'retain' }))
    expect(
      places(
        'search-internal-links',
        news,
        post('a', text('A?'), '[b](./b.mdx)'),
        post('b', text('B?'), '[a](./a.mdx)'),
      ),
    ).toEqual([])
  })
})

describe('search-title-clash and search-query-clash', () => {
  const same = { title: 'Opening hours' }
  it.each([
    ['two for strangers', same, same, 0, 2],
    ['one for customers', same, { ...same, goal: 'retain' }, 2, 0],
    ['two languages', same, { ...same, lang: 'de' }, 2, 0],
    ['two parts of a series', { ...same, series: 's' }, { ...same, series: 's' }, 2, 0],
    ['one retired', same, { ...same, status: 'retired', redirectTo: 'a' }, 0, 0],
    ['one idea', same, { ...same, status: 'idea' }, 0, 0],
    ['other titles', same, { title: 'Closing time' }, 0, 0],
  ])('speak of %s once', (_name, a, b, byTitle, byQuery) => {
    const posts = [post('a', a), post('b', b)] as const
    expect(found('search-title-clash', ...posts)).toHaveLength(byTitle)
    expect(found('search-query-clash', ...posts)).toHaveLength(byQuery)
  })
})

describe('search-stale', () => {
  it.each([
    ['a year that is over', { title: 'Boats in 2025', publish: '2025-03-04' }, 'Ask.', 1],
    ['this year', { title: 'Boats in 2026' }, 'Ask.', 0],
    [
      'a year that people search for',
      { title: 'Boats in 2025', query: 'boats 2025', publish: '2025-03-04' },
      'Ask.',
      0,
    ],
    ['a year long ago', { title: 'What 2008 taught us of boats' }, 'Ask.', 0],
    ['a draft', { title: 'Boats in 2025', status: 'draft' }, 'Ask.', 0],
    ['`this year`, soon after', {}, 'The harbor grew this year.', 0],
    ['`this year`, late', { publish: '2025-03-04' }, 'The harbor grew this year.', 1],
    ['twice, said once', { publish: '2025-03-04' }, 'It grew this year. Our new pier, too.', 1],
    [
      'checked since',
      { publish: '2025-03-04', updated: '{ on: 2026-11-01, note: Read }' },
      'It grew this year.',
      0,
    ],
    ['words of others', { publish: '2025-03-04' }, 'They said "this year" again.', 0],
  ])('on %s', (_name, entry, body, count) => {
    expect(
      found('search-stale', post('a', { ...live, ...(entry as Record<string, string>) }, body)),
    ).toHaveLength(count)
  })
})

it('keeps posts for customers out of the rules for search', () => {
  const entry = {
    title: 'Introducing our new roof, which is wider than every roof that this harbor ever had',
    goal: 'retain',
  }
  const body = 'We built a roof.\n\n## Overview\n\nWe like it.'
  const said = lintExample({ files: new Map([post('a', entry, body)]) })
  expect(said.map(({ rule }) => rule).filter((rule) => rule.startsWith('search-'))).toEqual([])
})
