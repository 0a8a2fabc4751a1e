import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../plugins/lint/text/field-places.ts'
import { splitFrontMatter } from '../../../src/calendar/front-matter.ts'
import { blogRoot } from '../../support/run-coldread.ts'

const file = 'content/posts/a.mdx'

/** Where YAML itself says that a field stands. */
function parsed(source: string, name: string): readonly [number, number] {
  const split = splitFrontMatter(file, source)
  return ('fault' in split ? undefined : split.yaml.rangeOf([name])) ?? [0, 0]
}

const folder = `${blogRoot}/content/posts`
const posts = readdirSync(folder).filter((name) => name.endsWith('.mdx'))

describe('where a field of a post stands', () => {
  it.each(posts)('is where YAML has it: %s', (name) => {
    const source = readFileSync(`${folder}/${name}`, 'utf8')
    const fields = [...source.matchAll(/^(\w+):/gm)].map(([, field = '']) => field)
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(fieldsOf(file, source).rangeOf([field])).toEqual(parsed(source, field))
  })

  it.each([
    ['plain', '---\ntitle: How often?\nstatus: draft\n---\nBody\n', 'How often?'],
    ['last', '---\nstatus: draft\ntitle: How often?\n---\nBody\n', 'How often?'],
    ['quoted', '---\ntitle: "How often?"\n---\n', '"How often?"'],
    ['with a comment', '---\ntitle: How often # really\n---\n', 'How often'],
    ['on two lines', '---\ntitle: How often\n  and when\n---\n', 'How often\n  and when'],
    ['with a colon', '---\ntitle: Notes 2:1\n---\n', 'Notes 2:1'],
    ['with spaces behind it', '---\ntitle: How often  \n---\n', 'How often'],
    ['in a file from Windows', '---\r\ntitle: How often\r\n---\r\n', 'How often'],
    ['inside another', '---\nseries:\n  title: Not this\ntitle: This one\n---\n', 'This one'],
    ['in a block of text', '---\nanswer: |\n  title: Not this\ntitle: This one\n---\n', 'This one'],
    ['in the body alone', '---\nstatus: draft\n---\ntitle: Not this\nmore: yes\n\n---\n', ''],
  ])('is found where it is written %s', (_, source, value) => {
    const [start, end] = fieldsOf(file, source).rangeOf(['title'])
    expect(source.slice(start, end)).toBe(value)
  })

  it('is where YAML has it, whatever stands around', () => {
    const line = fc.constantFrom(
      ...['title: One two', 'title: "a"', 'title: a b # c', '  title: x', 'status: draft', 'aka: [a, b]'],
      ...[
        'answer: |',
        '  more',
        '',
        '# title: no',
        'titles: all',
        'title:',
        '---',
        'title: é ü',
        "title: it's",
      ],
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const source = `---\n${lines.join('\n')}\n---\nBody\n`
        const split = splitFrontMatter(file, source)
        fc.pre(!('fault' in split) && split.yaml.faults.length === 0)
        expect(fieldsOf(file, source).rangeOf(['title'])).toEqual(parsed(source, 'title'))
      }),
      { numRuns: 2000 },
    )
  })
})
