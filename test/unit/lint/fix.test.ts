import { applyPatch } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../plugins/lint/finding.ts'
import { applyFixes } from '../../../plugins/lint/fix/fix.ts'
import { fixAll } from '../../../plugins/lint/fix/fix-all.ts'
import { renderDiff } from '../../../plugins/lint/fix/fix-diff.ts'
import { lintText } from '../../../plugins/lint/lint-text.ts'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { defineTextRule } from '../../../plugins/lint/rule.ts'
import { lintContent } from '../../../plugins/lint/run/lint-content.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import { visit } from '../../../src/mdx/visit.ts'
import { readContent } from '../../../src/read-content.ts'
import { anyCharacters, anyDocument } from '../../support/any-document.ts'
import { plan, post } from '../../support/scratch-site.ts'

/** Replaces long words by short ones; one replacement calls for another, one has to be quoted in YAML. */
const rule = defineTextRule({
  id: 'test-wordy',
  summary: 'long words of a test',
  why: 'So that there is something to mend.',
  level: 'warning',
  inSnippets: true,
  phrases: [
    { phrase: 'utilize', to: 'use' },
    { phrase: 'utilization', to: 'utilize' },
    { phrase: 'in order to', to: 'to' },
    { phrase: 'namely', to: 'that is:' },
    { phrase: 'tagged', to: 'so #called' },
    { phrase: 'braced', to: '{' },
  ],
  check(_text, { matches, report }) {
    for (const { phrase, ...at } of matches)
      report({ at, message: 'Long.', because: 'on the list', fixes: [{ to: phrase.to, isSafe: true }] })
  },
})
const linter = makeLinter({ rules: [rule] })

const lintFile = (file: string, source: string, by = linter): Finding[] => {
  const { text, faults } = readFile(file, source, by.lexicon)
  const errors = faults.map(() => ({ level: 'error', fixes: [] as Finding['fixes'] }) as Finding)
  return [...errors, ...lintText(text, by).findings]
}
const fixFile = (source: string, file = 'a.mdx', by = linter) => {
  const fixed = fixAll(new Map([[file, source]]), (texts) =>
    [...texts].map(([path, text]) => ({
      path,
      scores: { promotion: 0, hype: 0 },
      findings: lintFile(path, text, by),
    })),
  )
  return { ...fixed, text: fixed.texts.get(file) ?? source }
}

const file = 'content/posts/a.mdx'
const fixPost = (source: string) => {
  const lint = (texts: ReadonlyMap<string, string>) => {
    const content = readContent({ texts, assets: new Set(), faults: [] }, '2026-12-01T09:00:00Z', [])
    return lintContent(content, makeLinter({ calendar: content.calendar as never, rules: [rule] }), [])
  }
  const { texts, files } = fixAll(
    new Map([
      ['content/plan.yaml', plan],
      [file, source],
    ]),
    lint,
  )
  const left = files.flatMap(({ findings }) => findings.map((finding) => finding.rule))
  return { text: texts.get(file) ?? source, left }
}

describe('in a body', () => {
  it.each([
    ['Utilize it in order to win.', 'use it to win.'],
    ['In\norder to win', 'to win'],
    ['Utilization', 'use'],
    ['utilize utilize,utilize', 'use use,use'],
    ['`utilize` [utilize](/utilize/) "utilize"', '`utilize` [use](/utilize/) "utilize"'],
    ['in **order** to', 'in **order** to'],
    ['**in order** to', '**in order** to'],
    ['utilize\\* and utilize&amp;', 'use\\* and use&amp;'],
    ['in&#32;order to', 'in&#32;order to'],
    ['A <Note>utilize</Note> {/* utilize */}', 'A <Note>use</Note> {/* utilize */}'],
    ['A braced utilize', 'A braced utilize'],
  ])('%j becomes %j', (before, after) => {
    expect(fixFile(before).text).toBe(after)
  })

  it('takes back a round that breaks a file, and mends the others', () => {
    const sources = new Map([
      ['a.mdx', 'A braced utilize'],
      ['b.mdx', 'A utilize'],
    ])
    const { texts, applied, files } = fixAll(sources, (given) =>
      [...given].map(([path, text]) => ({
        path,
        scores: { promotion: 0, hype: 0 },
        findings: lintFile(path, text),
      })),
    )
    expect([...texts]).toEqual([['b.mdx', 'A use']])
    expect(applied.map((finding) => finding.file)).toEqual(['b.mdx'])
    expect(files.flatMap(({ findings }) => findings.map(({ quote }) => quote))).toEqual(['braced', 'utilize'])
  })

  it('makes the first of fixes that meet, and none that is not safe', () => {
    const finding = (start: number, end: number, text: string, isSafe = true) =>
      ({
        file: 'a.mdx',
        rule: 'r',
        start,
        end,
        fixes: [{ label: '', isSafe, edits: [{ start, end, text }] }],
      }) as never
    const { text, applied } = applyFixes('0123456789', [
      finding(4, 6, 'x'),
      finding(0, 3, 'a'),
      finding(2, 5, 'b'),
      finding(3, 4, 'touches'),
      finding(8, 9, 'unsafe', false),
      finding(9, 99, 'outside'),
      finding(7, 8, '7'),
    ])
    expect(text).toBe('a3x6789')
    expect(applied).toHaveLength(2)
  })
})

describe('in a field', () => {
  it.each([
    ['title: Utilize it', 'title: use it'],
    ['title: "Utilize \\"it\\" in order to win"', 'title: "use \\"it\\" to win"'],
    ["title: 'Don''t utilize it'", "title: 'Don''t use it'"],
    ['title: >-\n  How to utilize it in\n  order to win', 'title: >-\n  How to use it to win'],
    ['title: |-\n  How to utilize it in order to win', 'title: |-\n  How to use it to win'],
    ['title: A way to utilize it # utilize', 'title: A way to use it # utilize'],
    ['title: What it is, namely good', 'title: What it is, namely good'],
    ['title: "What it is, namely good"', 'title: "What it is, that is: good"'],
    ['title: A tagged thing', 'title: A tagged thing'],
    ["title: 'A tagged thing'", "title: 'A so #called thing'"],
    ['title: A tagged thing\nanswer: Utilize it', 'title: A tagged thing\nanswer: use it'],
    ['title: A\nsnippets:\n  phone: Utilize it', 'title: A\nsnippets:\n  phone: use it'],
    [
      'title: A\nsnippets:\n  phone:\n    - parts: [Utilize it, "In order to"]',
      'title: A\nsnippets:\n  phone:\n    - parts: [use it, "to"]',
    ],
  ])('%j becomes %j', (before, after) => {
    expect(fixPost(`---\n${before}\nstatus: draft\n---\nA body.\n`).text).toBe(
      `---\n${after}\nstatus: draft\n---\nA body.\n`,
    )
  })

  it('lets fields be taken away whole, and no other change of more than words', () => {
    const source = '---\ntitle: A\nlint:\n  off:\n    x: y\n    z: y\n---\nA\n'
    const cut = (words: string, text = '') => {
      const start = source.indexOf(words)
      const edits = [{ start, end: start + words.length, text }]
      return applyFixes(source, [
        { file, rule: 'r', start, end: start, fixes: [{ label: '', isSafe: true, edits }] } as never,
      ]).applied.length
    }
    expect(cut('    x: y\n')).toBe(1)
    expect(cut('    x: y\n    z: y\n')).toBe(1)
    expect(cut('title: A\n', 'title: B\nmore: C\n')).toBe(0)
    expect(cut('off:\n')).toBe(0)
    expect(cut('---\nA', 'A')).toBe(0)
  })
})

const words = fc.constantFrom(
  'utilize',
  'Utilization',
  'in order to',
  'namely',
  'tagged',
  'plain',
  'don’t',
  '😀',
  'a: b',
  '*so*',
  '"x"',
)
const line = fc.array(words, { minLength: 1, maxLength: 5 }).map((each) => each.join(' '))
const field = fc
  .tuple(fc.constantFrom('plain', 'single', 'double', 'folded', 'literal'), line)
  .map(([style, text]) => {
    if (style === 'single') return `'${text.replaceAll("'", "''")}'`
    if (style === 'double') return JSON.stringify(text)
    if (style === 'folded') return `>-\n  ${text.replaceAll(' ', '\n  ')}`
    return style === 'literal' ? `|-\n  ${text}` : text
  })

describe('laws', () => {
  const eol = fc.constantFrom('\n', '\r\n')
  const body = fc
    .tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 5 }), eol, fc.boolean())
    .map(([mark, lines, eol, isEnded]) => mark + lines.join(eol + eol) + (isEnded ? eol : ''))

  it('mends all that is safe, changes nothing again, keeps every other byte', () => {
    fc.assert(
      fc.property(body, (source) => {
        const { text, files } = fixFile(source)
        expect(files.flatMap(({ findings }) => findings.flatMap(({ fixes }) => fixes))).toEqual([])
        expect(fixFile(text)).toMatchObject({ text, applied: [] })
        const long = /utilization|utilize|in order to|namely|tagged/gi
        const short = /\b(?:use|to)\b|that is:|so #called/g
        expect(text.split(short).join('·')).toBe(source.split(long).join('·'))
      }),
    )
  })

  it('leaves fields that read as they did but for the words that were meant', () => {
    const mended = (text: string) =>
      text
        .replace(/utilization|utilize/gi, 'use')
        .replace(/in order to/gi, 'to')
        .replace(/namely/gi, 'that is:')
        .replace(/tagged/gi, 'so #called')
    fc.assert(
      fc.property(field, field, (title, answer) => {
        const source = post('A').replace(/title: .*\nanswer: .*/, `title: ${title}\nanswer: ${answer}`)
        const entry = (text: string) =>
          readYaml(file, text, 4, text.indexOf('\n---', 3)).value as Record<string, string>
        const before = entry(source)
        fc.pre(typeof before?.title === 'string' && typeof before.answer === 'string')
        const { text } = fixPost(source)
        const after = entry(text)
        for (const name of ['title', 'answer'])
          expect(mended(after[name] as string)).toBe(mended(before[name] as string))
        expect({ ...after, title: '', answer: '' }).toEqual({ ...before, title: '', answer: '' })
        expect(fixPost(text).text).toBe(text)
      }),
      { numRuns: 40 },
    )
  })

  it('of the rules that there are leave every document whole', () => {
    const all = makeLinter()
    const errors = (findings: readonly Finding[]) => findings.filter(({ level }) => level === 'error').length
    const shapeOf = (source: string, file: string) => {
      const types: string[] = []
      visit(readFile(file, source, all.lexicon).text.tree, (node) => {
        // Words in the place of others join what is around them, and comments may go.
        if (!/^(?:text|html|mdx(?:Flow|Text)Expression)$/.test(node.type)) types.push(node.type)
      })
      return types
    }
    fc.assert(
      fc.property(fc.oneof(anyDocument, anyCharacters), ({ file, source }) => {
        const { text, files } = fixFile(source, file, all)
        expect(fixFile(text, file, all).text).toBe(text)
        expect(errors(files.flatMap(({ findings }) => findings))).toBe(errors(lintFile(file, source, all)))
        expect(shapeOf(text, file)).toEqual(shapeOf(source, file))
      }),
      { numRuns: 60 },
    )
  })

  it('has a diff that makes the same change', () => {
    fc.assert(
      fc.property(body, (source) => {
        const { text } = fixFile(source)
        const diff = renderDiff('content/posts/a.mdx', source, text)
        expect(applyPatch(source, diff, { autoConvertLineEndings: false })).toBe(text)
      }),
    )
    expect(renderDiff('/docs/a.md', 'A\nutilize', 'A\nuse')).toBe(
      '--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1,2 +1,2 @@\n A\n-utilize\n\\ No newline at end of file\n+use\n\\ No newline at end of file\n',
    )
  })
})
