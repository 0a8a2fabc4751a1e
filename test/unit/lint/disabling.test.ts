import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../plugins/lint/finding.ts'
import { edited } from '../../../plugins/lint/fix/fix-edits.ts'
import { lintText } from '../../../plugins/lint/lint-text.ts'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { defineTextRule } from '../../../plugins/lint/rule.ts'
import { rules as allRules } from '../../../plugins/lint/rules.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'
import { lintExample } from '../../support/rule-examples.ts'

/** Flags one word wherever it stands. */
const flagger = (word: string) =>
  defineTextRule({
    id: `test-${word}`,
    summary: `the word ${word}`,
    why: 'It is a test.',
    level: 'warning',
    phrases: [{ phrase: word }],
    check(_text, { matches, report }) {
      for (const match of matches)
        report({ at: match, message: `\`${word}\` stands here.`, because: 'a test' })
    },
  })
const linter = makeLinter({
  rules: [flagger('wow'), flagger('meh'), ...allRules.filter(({ id }) => id.startsWith('lint-'))],
})

function lint(source: string, file = 'a.mdx'): readonly Finding[] {
  const { text, faults } = readFile(file, source, linter.lexicon)
  expect(faults).toEqual([])
  return lintText(text, linter).findings
}

const render = ({ rule, line, column }: Finding) => `${rule} ${line}:${column}`

describe('a comment switches rules off', () => {
  it.each([
    ['to the end', '{/* coldread disable test-wow -- why */}\n\nwow\n\n## wow\n\n- wow', []],
    ['from there on', 'wow\n\n{/* coldread disable test-wow -- why */}\n\nwow', ['test-wow 1:1']],
    ['and no other', '{/* coldread disable test-wow -- why */}\n\nwow meh', ['test-meh 3:5']],
    ['several at once', '{/* coldread disable test-wow, test-meh -- why */}\n\nwow meh', []],
    ['several, without a comma', '{/* coldread disable test-wow test-meh -- why */}\n\nwow meh', []],
    [
      'until they are enabled',
      '{/* coldread disable test-wow -- why */}\n\nwow\n\n{/* coldread enable test-wow */}\n\nwow',
      ['test-wow 7:1'],
    ],
    [
      'of which one is enabled again',
      '{/* coldread disable test-wow, test-meh -- why */}\n\nwow meh\n\n{/* coldread enable test-wow */}\n\nwow meh',
      ['test-wow 7:1'],
    ],
    [
      'in the element around it',
      '<Callout>\n\n{/* coldread disable test-wow -- why */}\n\nwow\n\n</Callout>\n\nwow',
      ['test-wow 9:1'],
    ],
    [
      'where an inner `enable` does not reach',
      '{/* coldread disable test-wow -- why */}\n\n<Callout>\n\n{/* coldread enable test-wow */}\n\nwow\n\n</Callout>',
      ['lint-unused 5:1'],
    ],
    ['for the next block', '{/* coldread disable-next test-wow -- why */}\n\nwow\n\nwow', ['test-wow 5:1']],
    [
      'for a list that is next',
      '{/* coldread disable-next test-wow -- why */}\n\n- wow\n- wow\n\nwow',
      ['test-wow 6:1'],
    ],
    [
      'for the next block, past other comments',
      '{/* coldread disable-next test-wow -- why */}\n\n{/* coldread disable-next test-meh -- why */}\n\nwow meh\n\nwow meh',
      ['test-wow 7:1', 'test-meh 7:5'],
    ],
    [
      'in an item of a list',
      '- one\n\n  {/* coldread disable test-wow -- why */}\n\n  wow\n\n- wow',
      ['test-wow 7:3'],
    ],
    [
      'in a paragraph, to its end',
      'wow {/* coldread disable test-wow -- why */} wow *wow*\nwow\n\nwow',
      ['test-wow 1:1', 'test-wow 4:1'],
    ],
    [
      'next to it in a paragraph',
      'wow {/* coldread disable-next test-wow -- why */} wow\n\nwow',
      ['test-wow 1:1', 'test-wow 3:1'],
    ],
    [
      'in a quotation',
      '> {/* coldread disable test-wow -- why */}\n>\n> one\n\nwow',
      ['lint-unused 1:3', 'test-wow 5:1'],
    ],
    ['with a comment of two lines', '{/* coldread disable test-wow\n  -- why */}\n\nwow', []],
    [
      'with two comments in one pair of braces',
      '{/* coldread disable test-wow -- a */ /* coldread disable test-meh -- b */}\n\nwow meh',
      [],
    ],
    ['unless it is code', '`{/* coldread disable test-wow -- why */}`\n\nwow', ['test-wow 3:1']],
  ])('%s', (_name, source, found) => {
    expect(lint(source).map(render)).toEqual(found)
  })

  it.each([
    ['to the end', '<!-- coldread disable test-wow -- why -->\n\nwow', []],
    ['for the next block', '<!-- coldread disable-next test-wow -- why -->\n\nwow\n\nwow', ['test-wow 5:1']],
    [
      'until it is enabled',
      '<!-- coldread disable test-wow -- why -->\n\nwow\n\n<!-- coldread enable test-wow -->\n\nwow',
      ['test-wow 7:1'],
    ],
    [
      'in a paragraph',
      'wow <!-- coldread disable test-wow -- why --> wow\n\nwow',
      ['test-wow 1:1', 'test-wow 3:1'],
    ],
    [
      'in an item of a list',
      '- one\n\n  <!-- coldread disable test-wow -- why -->\n\n  wow\n\n- wow',
      ['test-wow 7:3'],
    ],
  ])('in Markdown %s', (_name, source, found) => {
    expect(lint(source, 'a.md').map(render)).toEqual(found)
  })
})

describe('a comment that is wrong', () => {
  it.each([
    ['no reason', '{/* coldread disable test-wow */}\n\nwow', 'lint-reason 1:1', 'gives no reason'],
    ['an empty reason', '{/* coldread disable test-wow -- */}\n\nwow', 'lint-reason 1:1', 'gives no reason'],
    [
      'a dash for the hyphens',
      '{/* coldread disable test-wow — a test */}\n\nwow',
      'lint-reason 1:1',
      'behind `—`',
    ],
    [
      'an unknown verb',
      '{/* coldread disabel test-wow -- why */}',
      'lint-unknown-rule 1:1',
      'did you mean `disable`?',
    ],
    ['a verb like none', '{/* coldread hush test-wow -- why */}', 'lint-unknown-rule 1:1', '`hush`'],
    [
      'an unknown rule',
      '{/* coldread disable test-wwo -- why */}',
      'lint-unknown-rule 1:22',
      'did you mean `test-wow`?',
    ],
    ['no rule', '{/* coldread disable -- why */}', 'lint-unknown-rule 1:1', 'names no rule'],
    [
      'an unknown rule to enable',
      '{/* coldread enable test-wwo */}',
      'lint-unknown-rule 1:21',
      'did you mean',
    ],
    [
      'capitals',
      '{/* Coldread Disable test-wow -- why */}',
      'lint-unknown-rule 1:1',
      'did you mean `disable`?',
    ],
    ['nothing to enable', '{/* coldread enable test-wow */}', 'lint-unused 1:1', 'nothing to enable'],
    [
      'nothing to disable',
      '{/* coldread disable test-wow -- why */}',
      'lint-unused 1:1',
      'nothing to disable',
    ],
    [
      'nothing next',
      '{/* coldread disable-next test-wow -- why */}',
      'lint-unused 1:1',
      'nothing to disable',
    ],
  ])('with %s is a finding', (_name, source, place, message) => {
    const findings = lint(source)
    expect(findings.map(render)).toEqual([place])
    expect(findings[0]?.message).toContain(message)
  })

  it.each([
    ['one {/* coldread disable test-wow -- why */} two', 'one  two'],
    ['one\n\n{/* coldread disable test-wow -- why */}\n\ntwo', 'one\n\ntwo'],
    ['{/* coldread disable test-wow -- why */}\n\ntwo', 'two'],
    ['one\n\n{/* coldread disable test-wow -- why */}', 'one\n\n'],
    [
      '{/* coldread disable test-wow, test-meh -- why */}\n\nmeh',
      '{/* coldread disable test-meh -- why */}\n\nmeh',
    ],
    [
      '{/* coldread disable test-wwo, test-meh, test-wow -- why */}',
      '{/* coldread disable test-wwo -- why */}',
    ],
  ])('and needless is mended: %j', (source, mended) => {
    const fixes = lint(source).flatMap(({ fixes }) => fixes.filter(({ isSafe }) => isSafe))
    expect(edited(source, fixes[0]?.edits ?? [])).toBe(mended)
  })

  it.each([
    ['{/* coldread disabel test-wow -- why */}\n\nwow', '{/* coldread disable test-wow -- why */}\n\nwow'],
    ['{/* coldread disable test-wwo -- why */}\n\nwow', '{/* coldread disable test-wow -- why */}\n\nwow'],
    ['{/* coldread disable test-wow – why */}\n\nwow', '{/* coldread disable test-wow -- why */}\n\nwow'],
  ])('and misspelled is mended when its writer says so: %j', (source, mended) => {
    const fixes = lint(source).flatMap(({ fixes }) => fixes)
    expect(fixes.map(({ isSafe }) => isSafe)).toEqual([false])
    expect(edited(source, fixes[0]?.edits ?? [])).toBe(mended)
    expect(lint(mended)).toEqual([])
  })
})

it('says that a comment of MDX is none in Markdown, and writes another', () => {
  const source = 'meh\n\n{/* coldread disable test-wow -- why */}\n\nwow'
  const [, found] = lint(source, 'a.md')
  expect(found).toMatchObject({ rule: 'lint-unknown-rule', line: 3, column: 1 })
  const mended = edited(source, found?.fixes[0]?.edits ?? [])
  expect(mended).toBe('meh\n\n<!-- coldread disable test-wow -- why -->\n\nwow')
  expect(lint(mended, 'a.md').map(render)).toEqual(['test-meh 1:1'])
  expect(lint('`{/* coldread disable test-wow -- why */}`', 'a.md')).toEqual([])
})

describe('the entry of a post', () => {
  const post = (entry: string, body: string) => ({
    files: new Map([
      [
        'content/posts/a.mdx',
        `---\ntitle: Introducing the harbor\nquery: where to keep a boat\nstatus: draft\n${entry}---\n${body}\n`,
      ],
    ]),
  })
  const found = (entry: string, body: string, about: RegExp) =>
    lintExample(post(entry, body))
      .filter(({ rule }) => about.test(rule))
      .map(render)

  it('switches off what is said of its fields, which a comment cannot', () => {
    expect(found('', 'Ask.', /search-title$|lint/)).toEqual(['search-title 2:8'])
    expect(found('', '{/* coldread disable search-title -- why */}\n\nAsk.', /search-title$|lint/)).toEqual([
      'search-title 2:8',
      'lint-unused 6:1',
    ])
    expect(found('lint: { off: { search-title: why } }\n', 'Ask.', /search-title$|lint/)).toEqual([])
  })

  it('switches off what is said of all posts together', () => {
    expect(found('', 'Ask.', /search-description/)).toEqual(['search-description 2:8'])
    expect(found('lint: { off: { search-description: why } }\n', 'Ask.', /search-desc|lint/)).toEqual([])
  })

  it('is told of a rule that does not exist, and of one that says nothing', () => {
    const entry = 'lint: { off: { search-titel: why, search-alt: why } }\n'
    expect(found(entry, 'Ask.', /lint/)).toEqual(['lint-unknown-rule 5:30', 'lint-unused 5:47'])
  })

  it('is told that a rule says nothing once body, snippets and calendar are known', () => {
    const off = (rule: string) => `lint: { off: { ${rule}: why } }\n`
    const snippet = (text: string) => `snippets: { linkedin: ${text} }\n`
    expect(found(off('promo-hype') + snippet('A seamless harbor'), 'Ask.', /lint|hype/)).toEqual([])
    expect(found(off('promo-hype') + snippet('A harbor'), 'Ask.', /lint|hype/)).toEqual(['lint-unused 5:28'])
    expect(found(off('search-query-clash'), 'Ask.', /lint/)).toEqual(['lint-unused 5:36'])
    expect(found(off('search-query-clash'), '<Open>', /lint/)).toEqual([])
  })

  it.each(['mdx-syntax', 'content-fault', 'lint-reason'])(
    'cannot switch off %s, nor can a comment',
    (rule) => {
      expect(found(`lint: { off: { ${rule}: why } }\n`, 'Ask.', /lint/)).toEqual([
        expect.stringMatching(/^lint-unknown-rule 5:/),
      ])
      expect(found('', `{/* coldread disable ${rule} -- why */}`, /lint/)).toEqual(['lint-unknown-rule 6:22'])
    },
  )

  it('lets a comment switch off what the calendar says of its body', () => {
    const aged = (comment: string) => ({
      files: new Map([
        [
          'content/posts/a.mdx',
          `---\ntitle: Where to keep a boat?\nanswer: Keep a boat in the harbor.\npurpose: awareness\nstatus: ready\npublish: 2024-01-09\n---\n${comment}The harbor grew this year.\n`,
        ],
      ]),
    })
    const stale = (comment: string) =>
      lintExample(aged(comment))
        .filter(({ rule }) => /search-stale|lint/.test(rule))
        .map(render)
    expect(stale('')).toEqual(['search-stale 8:17'])
    expect(stale('{/* coldread disable search-stale -- why */}\n\n')).toEqual([])
  })
})
