import { expect, it } from 'vitest'
import { auditPost } from '../../../plugins/audit/audit-post.ts'
import { assembleLinter } from '../../../plugins/lint/assemble-linter.ts'
import { textRules } from '../../../plugins/lint/text-rules.ts'
import type { ForeignPost } from '../../../src/moving/foreign-post.ts'

const linter = assembleLinter({ rules: textRules, ids: textRules.map(({ id }) => id) })

function auditOf(text: string, fields: Partial<ForeignPost> = {}, line = 5) {
  const post: ForeignPost = {
    file: 'a.md',
    kind: 'post',
    state: 'published',
    addresses: [],
    categories: [],
    tags: [],
    body: { syntax: 'markdown', text, line },
    dropped: [],
    ...fields,
  }
  return auditPost(post, linter)
}

const placesOf = (rule: string, post: ReturnType<typeof auditOf>) =>
  post.heard
    .filter((each) => each.rule === rule)
    .map(({ quote, line, column, times }) => [quote, line, column, times])

it('keeps the places of the file, each word once with how often it is said', () => {
  const post = auditOf('Load the XQZV first.\n\nThen wait for the RTK, and the XQZV again.', {
    title: 'How to load',
  })
  expect(placesOf('jargon-acronym', post)).toEqual([
    ['XQZV', 5, 10, 2],
    ['RTK', 7, 19, 1],
  ])
})

it('reads a title too, where it stands before the text', () => {
  expect(placesOf('jargon-acronym-title', auditOf('Words.', { title: 'What the XQZV taught' }))).toEqual([
    ['XQZV', 1, 10, 1],
  ])
})

it('takes the main heading for a title where there is no other, at its own place', () => {
  const post = auditOf('Words.\n\n# What the *XQZV* taught', {}, 1)
  expect(post.title).toBe('What the XQZV taught')
  expect(placesOf('jargon-acronym-title', post)).toEqual([['XQZV', 3, 13, 1]])
  expect(auditOf('> # Quoted\n\n## Below').title).toBeUndefined()
})

it('passes over the code of templates, but not over where it leads', () => {
  const post = auditOf(
    '{% highlight sh %}\nLEVERAGE the XQZV\n{% endhighlight %}\n\nSee [cups]({% post_url 2020-01-01-cups %}), <a class="x" href="/tea/">tea</a> and the RTK.',
  )
  expect(placesOf('jargon-acronym', post)).toEqual([['RTK', 9, 87, 1]])
  expect(post.links).toEqual(expect.arrayContaining(['2020-01-01-cups', '/tea/']))
})

it('takes braces of MDX for what they are', () => {
  const body = { syntax: 'mdx' as const, text: '<Cup style={{ a: 1 }} href="/tea/" />\n\nThe XQZV.', line: 1 }
  const post = auditOf('', { body })
  expect(post.links).toEqual(['/tea/'])
  expect(placesOf('jargon-acronym', post)).toEqual([['XQZV', 3, 5, 1]])
})

it('hears nothing English in another language, said or seen', () => {
  const german =
    'Man füllt die Kanne mit warmem Wasser, gibt einen Löffel Zitronensäure hinein und wartet eine halbe Stunde. Danach spült man sie zweimal aus, und der Kalk ist weg. Recently launched: XQZV.'
  for (const post of [auditOf(german), auditOf('We recently launched the XQZV.', { lang: 'de-AT' })]) {
    expect(post.lang).toMatch(/^(?:und|de-AT)$/)
    expect(post).toMatchObject({ promotion: 0, dated: [] })
    expect(post.heard.filter(({ rule }) => /^(?:jargon|promo)/.test(rule))).toEqual([])
  }
})

it('finds words that date, and days that no calendar has are none', () => {
  const post = auditOf('One.\n\nThis year we begin.', {
    published: { local: '2024-02-31' },
    updated: { instant: '2024-03-01T10:00:00Z' },
  })
  expect(post.dated).toEqual([{ words: 'This year', line: 7, column: 1 }])
  expect(post).not.toHaveProperty('published')
  expect(post.updated).toBe('2024-03-01')
})
