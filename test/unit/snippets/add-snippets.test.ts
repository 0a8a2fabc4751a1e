import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { addSnippets } from '../../../src/snippets/add-snippets.ts'
import type { Suggestion } from '../../../src/snippets/suggest.ts'

const tip: Suggestion = { channel: 'work', kind: 'tip', text: 'Rest: it "helps".' }
const link: Suggestion = { channel: 'sky', kind: 'link', text: 'Post twice a week.' }
const post = (entry: string) => `---\ntitle: A\n${entry}---\nWords.\n`
const added = (entry: string, ...suggestions: Suggestion[]) =>
  addSnippets('content/posts/a.mdx', post(entry), suggestions)

it.each<[string, string, Suggestion[], string]>([
  [
    'where there were none',
    'status: idea # for now\n',
    [tip, link],
    'status: idea # for now\nsnippets:\n  work:\n    - kind: tip\n      text: \'Rest: it "helps".\'\n  sky: Post twice a week.\n',
  ],
  [
    'beside another channel, before what follows',
    'snippets:\n  sky: Hello. # short\n\n# mine\nstatus: idea\n',
    [tip],
    'snippets:\n  sky: Hello. # short\n  work:\n    - kind: tip\n      text: \'Rest: it "helps".\'\n\n# mine\nstatus: idea\n',
  ],
  [
    'behind the list of its channel',
    'snippets:\n  work:\n  - text: Hello.\n    kind: news\nstatus: idea\n',
    [tip],
    'snippets:\n  work:\n  - text: Hello.\n    kind: news\n  - kind: tip\n    text: \'Rest: it "helps".\'\nstatus: idea\n',
  ],
  [
    'with words that stood alone',
    'snippets:\n    work: Hello.\n    sky: >-\n      Good\n\n      bye.\n',
    [tip, link],
    'snippets:\n    work:\n      - text: Hello.\n      - kind: tip\n        text: \'Rest: it "helps".\'\n    sky:\n      - text: >-\n          Good\n\n          bye.\n      - text: Post twice a week.\n',
  ],
])('puts them %s', (_, entry, suggestions, after) => {
  expect(added(entry, ...suggestions)).toBe(post(after))
})

it.each([
  ['an entry in braces', 'snippets: { work: Hello. }\n'],
  ['a list in brackets', 'snippets:\n  work: [{ text: Hello. }]\n'],
  ['nothing after the colon', 'snippets:\n'],
  ['a fault', 'snippets: [\n'],
])('leaves %s alone', (_, entry) => {
  expect(added(entry, tip)).toBeUndefined()
})

it('keeps the line ends of the file', () => {
  const source = post('snippets:\n  work: >-\n    Good\n    day.\n').replaceAll('\n', '\r\n')
  const text = addSnippets('content/posts/a.mdx', source, [tip]) ?? ''
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  expect(text.endsWith('---\r\nWords.\r\n')).toBe(true)
})

it('loses and changes nothing, whatever the words', () => {
  const words = fc
    .string({
      unit: fc.constantFrom('a', ' ', '\n', ':', '#', '"', "'", '-', '>', '|', '{', 'é', '👍', '\\'),
    })
    .filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(words, words, fc.constantFrom('tip', 'link'), (before, after, kind) => {
      const entry = `snippets:\n  work: ${JSON.stringify(before)}\n  sky:\n    - text: ${JSON.stringify(before)}\n`
      const suggestions = ['work', 'sky', 'fresh'].map(
        (channel): Suggestion => ({ channel, kind: kind as 'tip', text: after }),
      )
      const text = added(entry, ...suggestions)
      if (text === undefined) return
      const { snippets } = parse(text.slice(4, text.lastIndexOf('---\n')))
      expect(snippets.work[0]).toEqual({ text: before })
      expect(snippets.sky[0]).toEqual({ text: before })
      expect([snippets.work[1].text, snippets.sky[1].text]).toEqual([after, after])
    }),
  )
})
