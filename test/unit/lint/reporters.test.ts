import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Finding, Level } from '../../../plugins/lint/finding.ts'
import { renderGithub } from '../../../plugins/lint/reporters/github.ts'
import { renderJson } from '../../../plugins/lint/reporters/json.ts'
import { renderMarkdown } from '../../../plugins/lint/reporters/markdown.ts'
import { mendFirst, verdicts } from '../../../plugins/lint/reporters/mend-first.ts'
import { renderPretty } from '../../../plugins/lint/reporters/pretty.ts'
import { renderSarif } from '../../../plugins/lint/reporters/sarif.ts'
import { renderShort } from '../../../plugins/lint/reporters/short.ts'
import { widthOf, wrap } from '../../../plugins/lint/reporters/terminal-text.ts'
import { rules } from '../../../plugins/lint/rules.ts'
import { findingAbout, reportOf } from '../../support/lint-report.ts'

const source = '---\ntitle: A title\n---\nLoad the CDP, then the CDP, then the API.\n'
const path = 'content/posts/load.mdx'
const about = (words: string, given: Partial<Parameters<typeof findingAbout>[1]> = {}) =>
  findingAbout(words, { file: path, source, ...given })
const fixes = [
  { label: 'Write `platform`', edits: [{ start: 33, end: 36, text: 'platform' }], isSafe: false },
]
const load = {
  path,
  source,
  findings: [
    about('A title', { rule: 'search-title', level: 'suggestion', message: '`A title` says little.' }),
    about('CDP', { fixes }),
    about('CDP', { at: 1 }),
    about('API', { level: 'error' }),
  ],
}
const calm = { path: 'content/posts/calm.mdx', source: 'All is well.\n', findings: [] }
const report = reportOf([calm, load])
const nothing = reportOf([calm])

describe('for people', () => {
  it('says by file, worst first, what to do, why once, and what to mend first', () => {
    expect(renderPretty(report)).toBe(`content/posts/load.mdx

  error       \`API\` is never spelled out; say what it means.
              content/posts/load.mdx:4:38
                Load the CDP, then the CDP, then the API.
                                                     ^^^
              A reader from search has never seen it.
              https://notes.example/rules/jargon-acronym/

  warning     \`CDP\` is never spelled out; say what it means. (1 more below)
              content/posts/load.mdx:4:10  jargon-acronym
                Load the CDP, then the CDP, then the API.
                         ^^^

  suggestion  \`A title\` says little.
              content/posts/load.mdx:2:8  search-title

1 error, 2 warnings, 1 suggestion in 1 of 2 files.

Mend first:
  1. jargon-acronym, 3 times
     \`API\` is never spelled out; say what it means.
     content/posts/load.mdx:4:38
  2. search-title
     \`A title\` says little.
     content/posts/load.mdx:2:8`)
  })

  it('puts first what is worst, then what judges a whole text, then what is said most often', () => {
    const found = (rule: string, level: Level, words = 'API') => about(words, { rule, level })
    const file = (...findings: Finding[]) => ({ path, source, findings })
    const order = (...findings: Finding[]) =>
      mendFirst(reportOf([file(...findings)]).files).map(({ rule }) => rule)
    const twice = [found('jargon-term', 'warning'), found('jargon-term', 'warning', 'CDP')]
    expect(order(found('a', 'suggestion'), found('b', 'suggestion'))).toEqual([])
    expect(order(...twice, found('search-alt', 'error'))).toEqual(['search-alt', 'jargon-term'])
    expect(order(...twice, found('promo-hype', 'warning'), found('promo-page', 'warning'))).toEqual([
      'promo-page',
      'jargon-term',
      'promo-hype',
    ])
    const many = Array.from({ length: 9 }, () => found('jargon-wordy', 'suggestion'))
    expect(order(...many, found('promo-hype', 'warning'))).toEqual(['promo-hype', 'jargon-wordy'])
    const known = new Set(rules.map(({ id }) => id))
    expect([...verdicts].filter((id) => !known.has(id))).toEqual([])
  })

  it('says one line when all is well', () => {
    expect(renderPretty(nothing)).toBe('Nothing to mend in 1 file.')
    expect(renderPretty(reportOf([]))).toBe('Nothing to lint.')
    expect(renderPretty({ ...nothing, hidden: 2 })).toBe(
      'Nothing to mend in 1 file. 2 older findings are in the baseline.',
    )
  })

  it('marks words by their dress where there is one', () => {
    const style = (format: string, text: string) => `<${format}>${text}</${format}>`
    const said = renderPretty({ ...report, style })
    expect(said).toContain('<dim>Load the </dim><underline>CDP</underline><dim>, then')
    expect(said).not.toContain('^^^')
  })

  it('puts files with more errors first, then those with more warnings', () => {
    const files = ['b', 'a', 'c'].map((name) => {
      const file = { path: `${name}.md`, source: 'ABC DEF\n' }
      const level = name === 'c' ? 'error' : 'warning'
      return { ...file, findings: [findingAbout('ABC', { file: file.path, source: file.source, level })] }
    })
    const said = renderPretty(reportOf(files))
    expect([...said.matchAll(/^(\w\.md)$/gm)].map(([name]) => name)).toEqual(['c.md', 'a.md', 'b.md'])
  })

  it('lets nothing from a text steer the terminal', () => {
    const evil = { path: 'a\u001b[31m.md', source: 'See \u001b]0;pwned\u0007 here\u202E\n' }
    const finding = findingAbout('\u001b]0;pwned\u0007', { file: evil.path, source: evil.source })
    const file = { ...evil, findings: [finding] }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(renderPretty(reportOf([file]))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })

  it('keeps within the terminal, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 34, max: 120 }),
        (text, columns) => {
          const line = text.replace(/\s/g, ' ')
          const words = line.trim() || 'word'
          const file = { path: 'a.md', source: `${line} ${words} ${line}\n` }
          const finding = findingAbout(words, {
            file: 'a.md',
            source: file.source,
            url: 'https://x.example/',
          })
          const said = renderPretty(reportOf([{ ...file, findings: [finding] }], { columns }))
          for (const each of said.split('\n')) expect(widthOf(each)).toBeLessThanOrEqual(columns)
        },
      ),
    )
  })

  it('is short while somebody writes', () => {
    expect(renderShort(report)).toBe(
      [
        'content/posts/calm.mdx  nothing to mend',
        'content/posts/load.mdx:4:38  error  `API` is never spelled out; say what it means.',
        'content/posts/load.mdx:4:10  warning  `CDP` is never spelled out; say what it means. (1 more below)',
        'content/posts/load.mdx:2:8  suggestion  `A title` says little.',
      ].join('\n'),
    )
  })
})

describe('wrap', () => {
  it.each([
    ['one two three', 8, ['one two', 'three']],
    ['日本語の文章です', 8, ['日本語の', '文章です']],
    ['see https://notes.example/a/b now', 10, ['see', 'https://notes.example/a/b', 'now']],
    ['', 10, []],
  ])('breaks %s', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines)
  })
})

describe('for programs', () => {
  it('lists every file as JSON, those without findings too', () => {
    const { version, files } = JSON.parse(renderJson(report))
    expect(version).toBe(1)
    expect(files).toMatchObject([
      { path: calm.path, scores: { promotion: 0, hype: 0 }, findings: [] },
      {
        path,
        findings: [{ rule: 'search-title' }, { quote: 'CDP', line: 4, more: 1 }, { quote: 'API', more: 0 }],
      },
    ])
  })

  // Zod takes no relative address for a reference.
  const schema = z.fromJSONSchema(
    JSON.parse(
      readFileSync(new URL('../../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
      (name, value) => (name === 'format' && value === 'uri-reference' ? undefined : value),
    ),
  )

  it('is SARIF by its schema', () => {
    const odd = { path: '/elsewhere/a b,#ü.md', source, findings: load.findings }
    for (const each of [report, nothing, reportOf([odd])]) {
      const log = JSON.parse(renderSarif(each), (name, value) => {
        if (name === 'uri') expect(URL.canParse(value, 'file:///')).toBe(true)
        return value
      })
      expect(schema.safeParse(log).error).toBeUndefined()
    }
    expect(schema.safeParse({ version: '2.1.0', runs: [{ tool: {} }] }).success).toBe(false)
  })

  it('gives SARIF places, help, fixes, and fingerprints', () => {
    const { runs } = JSON.parse(renderSarif(report))
    const { driver } = runs[0].tool
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(['jargon-acronym', 'search-title'])
    expect(driver.rules[0].helpUri).toBe('https://notes.example/rules/jargon-acronym/')
    expect(runs[0].results.map(({ level }: { level: string }) => level)).toEqual(['note', 'warning', 'error'])
    expect(runs[0].results[1]).toMatchObject({
      ruleId: 'jargon-acronym',
      ruleIndex: 0,
      message: { text: '`CDP` is never spelled out; say what it means. (1 more below)' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: path, uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 10, endLine: 4, endColumn: 13 },
          },
        },
      ],
      partialFingerprints: { 'coldread/v1': 'print-CDP' },
      fixes: [
        {
          artifactChanges: [
            {
              replacements: [
                {
                  deletedRegion: { charOffset: 33, charLength: 3 },
                  insertedContent: { text: 'platform' },
                },
              ],
            },
          ],
        },
      ],
    })
  })

  it('annotates on GitHub, with every sign escaped that it would take for its own', () => {
    const file = { path: 'a,b:c%.md', source: 'ABC\n' }
    const message = '100 % `ABC`:\r\nsay, what'
    const finding = findingAbout('ABC', { file: file.path, source: file.source, message })
    expect(renderGithub(reportOf([{ ...file, findings: [finding] }]))).toBe(
      '::warning file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=4,title=jargon-acronym::' +
        '100 %25 `ABC`:%0D%0Asay, what%0AA reader from search has never seen it.%0Ahttps://notes.example/rules/jargon-acronym/',
    )
    expect(
      renderGithub(report)
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['::notice', '::warning', '::error'])
    expect(renderGithub(nothing)).toBe('')
  })

  it('writes a table for a comment, in which nothing becomes markup', () => {
    const file = { path: 'a|b.md', source: 'ABC\n' }
    const message = '`a|b` and <img src=x> @team [here](x) **now**'
    const finding = findingAbout('ABC', { file: file.path, source: file.source, message })
    const table = renderMarkdown(reportOf([{ ...file, findings: [finding] }]))
    expect(table).toContain('**1 warning** in 1 of 1 file.')
    expect(table.split('\n').at(-1)).toBe(
      '| warning | `a\\|b.md:1` | `a\\|b` and &#60;img src=x&#62; &#64;team &#91;here&#93;(x) &#42;&#42;now&#42;&#42; ' +
        '| [jargon-acronym](https://notes.example/rules/jargon-acronym/) |',
    )
    expect(renderMarkdown(nothing)).toBe('### A cold read\n\nNothing to mend in 1 file.')
  })
})
