import { describe, expect, it } from 'vitest'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { defineSnippetRule, defineTextRule, type Rule } from '../../../plugins/lint/rule.ts'
import { lintContent } from '../../../plugins/lint/run/lint-content.ts'
import { readContent } from '../../../src/read-content.ts'

const plan = `site: { name: Acme, about: A shop's notes, url: https://notes.example }
zone: UTC
channels:
  linkedin: { network: linkedin, serves: acquire }
  fans: { network: facebook, serves: retain }
`
const phrases = [{ phrase: 'blue bread' }]
const ofTexts = defineTextRule({
  id: 'test-text',
  summary: '',
  why: '',
  level: 'warning',
  inSnippets: true,
  phrases,
  check: ({ goal }, { matches, report }) => {
    for (const match of matches) report({ at: match, message: goal, because: '' })
  },
})
const ofBodies = { ...ofTexts, id: 'test-body', inSnippets: false }
const ofSnippets = defineSnippetRule({
  id: 'test-snippet',
  summary: '',
  why: '',
  level: { acquire: 'warning', retain: 'suggestion' },
  phrases,
  check: ({ channel, snippet }, { matches, report }) => {
    for (const match of matches)
      report({ at: match, message: `${channel} ${snippet.kind ?? 'link'}`, because: '' })
  },
})

/** What rules say of a post, as `rule line:column level message`, with the words that stand there. */
function said(frontMatter: string, body: string, rules: readonly Rule[] = [ofTexts, ofSnippets]): string[] {
  const source = `---\ntitle: Bread\nstatus: draft\n${frontMatter}---\n${body}\n`
  const texts = new Map([
    ['content/plan.yaml', plan],
    ['content/posts/bread.mdx', source],
  ])
  const content = readContent({ texts, assets: new Set(), faults: [] }, '2026-12-01T09:00Z', [])
  expect(content.faults).toEqual([])
  const linter = makeLinter({ ...(content.calendar && { calendar: content.calendar }), rules })
  return lintContent(content, linter, [])
    .flatMap(({ findings }) => findings)
    .map(
      ({ rule, line, column, level, message, start, end }) =>
        `${rule} ${line}:${column} ${level} ${message}: ${source.slice(start, end)}`,
    )
}

describe('the words of a snippet', () => {
  it.each([
    ['alone', 'snippets: { linkedin: Eat blue bread. }\n', '4:27', 'blue bread'],
    [
      'in quotes',
      `snippets: { linkedin: "\\u201cYes\\u201d, \\U0001F600 \\"so\\": blue bread" }\n`,
      '4:60',
      'blue bread',
    ],
    ['in single quotes', "snippets: { linkedin: 'It''s blue bread' }\n", '4:30', 'blue bread'],
    [
      'folded',
      'snippets:\n  linkedin: >-\n    😀 2 kinds of\n    blue\n    bread.\n',
      '7:5',
      'blue\n    bread',
    ],
    ['as lines', 'snippets:\n  linkedin: |2\n      Further in.\n\n    blue bread\n', '8:5', 'blue bread'],
    ['over plain lines', 'snippets:\n  linkedin: Eat\n    more blue bread\n', '6:10', 'blue bread'],
  ])('stand where they are, written %s', (_, frontMatter, place, words) => {
    expect(said(frontMatter, 'Text.', [ofTexts])).toEqual([`test-text ${place} warning acquire: ${words}`])
  })

  it('are all that is posted: its text, the parts of a thread, its first comment', () => {
    const frontMatter = `snippets:
  linkedin:
    - parts:
        - First blue bread.
        - >
          Then
          blue bread.
      firstComment: 'More blue bread'
  fans:
    - kind: question
      text: Why blue bread?
`
    expect(said(frontMatter, 'Text.', [ofSnippets])).toEqual([
      'test-snippet 7:17 warning linkedin link: blue bread',
      'test-snippet 10:11 warning linkedin link: blue bread',
      'test-snippet 11:27 warning linkedin link: blue bread',
      'test-snippet 14:17 suggestion fans question: blue bread',
    ])
  })

  it('are for whom their channel serves, and unseen by rules of bodies', () => {
    expect(said('snippets: { fans: Eat blue bread. }\n', 'Text.', [ofTexts, ofBodies])).toEqual([
      'test-text 4:23 warning retain: blue bread',
    ])
  })
})

describe('a sentence in `<Share>`', () => {
  const share = '<Share channel="fans">\n\nEat **blue** bread.\n\n</Share>'

  it('is prose of its post, and a snippet for its channel', () => {
    expect(said('', share)).toEqual([
      'test-snippet 7:7 suggestion fans link: blue** bread',
      'test-text 7:7 warning acquire: blue** bread',
    ])
  })

  it('is one for no channel in particular where it names none', () => {
    expect(said('', share.replace(' channel="fans"', ''), [ofSnippets])).toEqual([
      'test-snippet 7:7 warning  link: blue** bread',
    ])
  })

  it('is left alone where a comment says so', () => {
    expect(said('', `{/* coldread disable-next test-snippet -- a joke */}\n\n${share}`)).toEqual([
      'test-text 9:7 warning acquire: blue** bread',
    ])
  })
})
