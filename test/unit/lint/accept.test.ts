import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Accepted, acceptWord } from '../../../plugins/lint/accept/accept.ts'
import { glossarySchema } from '../../../src/calendar/glossary.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import { termFinder } from '../../../src/mdx/term-finder.ts'

const because = 'every shopkeeper says it'
const accepted = (source: string, word: string, more: Partial<Accepted> = { because }) => {
  const accepting = acceptWord(source, { word, ...more })
  if ('text' in accepting) return accepting.text
  return 'problem' in accepting
    ? accepting.problem
    : accepting.faults.map(({ line, what }) => `${line} ${what}`).join()
}
const glossaryOf = (source: string) => glossarySchema.parse(readYaml('content/glossary.yaml', source).value)

describe('the file', () => {
  const entry = `- term: till\n  kind: term\n  accepted: ${because}\n`
  it.each([
    ['nothing', '', entry],
    ['an empty list', '[]\n', entry],
    ['a comment', '# Words\n', `# Words\n\n${entry}`],
    [
      'entries set apart',
      '- term: a\n  accepted: b\n\n- term: c\n  accepted: d\n',
      `- term: a\n  accepted: b\n\n- term: c\n  accepted: d\n\n${entry}`,
    ],
    [
      'entries close together',
      '- {term: a, accepted: b}\n- term: c\n  accepted: d # e',
      `- {term: a, accepted: b}\n- term: c\n  accepted: d # e\n${entry}`,
    ],
    [
      'an indented list',
      '  - term: a\n    accepted: b\n  # end\n',
      `  - term: a\n    accepted: b\n  # end\n\n${entry.replace(/^(?=.)/gm, '  ')}`,
    ],
    [
      'other line ends',
      '- term: a\r\n  accepted: b\r\n',
      `- term: a\r\n  accepted: b\r\n\r\n${entry.replaceAll('\n', '\r\n')}`,
    ],
    [
      'a text over lines',
      '- term: a\n  accepted: >-\n    b\n    c\n',
      `- term: a\n  accepted: >-\n    b\n    c\n\n${entry}`,
    ],
  ])('keeps %s as it is', (_name, source, text) => {
    expect(accepted(source, 'till')).toBe(text)
  })

  it.each([
    ['[{ term: a, accepted: b }]', /add this by hand:\n- term: till/],
    ['- term: a\n  accepted: b\n...\n', /add this by hand/],
    ['- term: a\n', /1 a word without a meaning/],
    ['- term: "a\n', /^1 /],
  ])('is left alone where it is %j', (source, problem) => {
    expect(accepted(source, 'till')).toMatch(problem)
  })

  it('holds what was there and the new word, whatever that is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('a: b', '#x', "it's", '- x', '"q"', 'yes', '1', 'null'),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), text, (words, reason) => {
        fc.pre(reason.trim() !== '')
        let source = '# Words\n'
        for (const word of words) {
          const accepting = acceptWord(source, { word, because: reason })
          if (!('text' in accepting)) continue
          expect(accepting.text.startsWith(source)).toBe(true)
          expect(glossaryOf(accepting.text)).toEqual([
            ...(source === '# Words\n' ? [] : glossaryOf(source)),
            accepting.entry,
          ])
          source = accepting.text
        }
      }),
    )
  })
})

describe('the word', () => {
  it.each([
    ['till', { term: 'till', kind: 'term' }],
    ['  cash   register ', { term: 'cash register', kind: 'term' }],
    ['POS', { term: 'POS', kind: 'acronym' }],
    ['SLAs', { term: 'SLA', kind: 'acronym' }],
    ['B2B', { term: 'B2B', kind: 'acronym' }],
    ['SaaS', { term: 'SaaS', kind: 'acronym' }],
    ['Bluesky', { term: 'Bluesky', kind: 'public' }],
    ['YouTube', { term: 'YouTube', kind: 'public' }],
    ['Search Console', { term: 'Search Console', kind: 'public' }],
  ])('%j is %j', (word, entry) => {
    expect(acceptWord('', { word, because })).toMatchObject({ entry, line: 1 })
  })

  it('is explained where its meaning is given, with a reason or without', () => {
    expect(accepted('', 'till', { meaning: 'It is where customers pay.' })).toBe(
      '- term: till\n  meaning: It is where customers pay.\n  kind: term\n',
    )
    expect(accepted('', 'till', { meaning: 'It is where customers pay.', because })).toContain(
      `accepted: ${because}`,
    )
    expect(accepted('', 'till', { meaning: 'so '.repeat(31) })).toBe(
      'For `till`: a meaning of 31 words; say it in 30 words or fewer.',
    )
  })

  const glossary =
    '- term: config\n  accepted: known\n- term: Monday sweep\n  kind: internal\n  instead: weekly hour\n- term: IT\n  kind: acronym\n  accepted: known\n'
  it.each([
    ['till', {}, /^Say why readers know `till`: --because/],
    ['till', { because: '  ' }, /^Say why readers know `till`/],
    ['…', { because }, /is no word/],
    ['config', { because }, '`config` is in the glossary already (content/glossary.yaml:1).'],
    ['Configs', { because }, '`Configs` is in the glossary already, as `config` (content/glossary.yaml:1).'],
    [
      'monday sweep',
      { because },
      '`Monday sweep` is internal (content/glossary.yaml:3): only your team knows it. Write `weekly hour` instead.',
    ],
    ['IT', { because }, /already/],
  ])('%j with %j is refused', (word, more, problem) => {
    expect(accepted(glossary, word, more)).toMatch(problem)
  })

  it.each(['configurtions', 'config file', 'Monday', 'it'])('%j is another word', (word) => {
    expect(accepted(glossary, word)).toContain(`term: ${word}\n`)
  })

  it('covers its forms and no other word', () => {
    const text = accepted('', 'config')
    const found = termFinder(glossaryOf(text)).find(
      'Config, configs, config’s: configurtions, reconfig, config-file, configured',
    )
    expect(found.map(({ start }) => start)).toEqual([0, 8, 17])
  })
})
