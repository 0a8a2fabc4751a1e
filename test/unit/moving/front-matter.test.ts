import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitForeign } from '../../../src/moving/front-matter.ts'

const read = (source: string) => {
  const split = splitForeign('post.md', source)
  return 'fault' in split ? split.fault : { ...split, body: source.slice(split.bodyStart) }
}

describe('splitForeign', () => {
  it.each([
    ['YAML', '---\ntitle: A\ndate: 2019-03-04\n---\nBody', 'yaml', { title: 'A', date: '2019-03-04' }],
    ['YAML that ends in dots', '---\ntitle: A\n...\nBody', 'yaml', { title: 'A' }],
    ['YAML with line ends of Windows', '---\r\ntitle: A\r\n---\r\nBody', 'yaml', { title: 'A' }],
    ['YAML with a byte order mark', '\uFEFF---\ntitle: A\n---\nBody', 'yaml', { title: 'A' }],
    ['empty YAML', '---\n---\nBody', 'yaml', {}],
    ['TOML', '+++\ntitle = "A"\n+++\nBody', 'toml', { title: 'A' }],
    ['a day of TOML', '+++\nd = 2019-03-04\n+++\nBody', 'toml', { d: '2019-03-04' }],
    ['JSON of Hugo', '{\n "title": "A }"\n}\nBody', 'json', { title: 'A }' }],
    ['JSON of Eleventy', '---json\n{ "title": "A" }\n---\nBody', 'json', { title: 'A' }],
    ['none', 'Body', 'none', {}],
  ])('reads %s', (_, source, syntax, data) => {
    expect(read(source)).toMatchObject({ syntax, body: 'Body' })
    expect(JSON.parse(JSON.stringify(splitForeign('f', source)))).toMatchObject({ data })
  })

  it.each([
    ['a line across', '---\n\nBody'],
    ['a shortcode', '{{< toc >}}\nBody'],
    ['braces in a sentence', '{name} is here'],
  ])('takes %s for text', (_, source) => expect(read(source)).toMatchObject({ syntax: 'none', body: source }))

  it.each([
    [
      'code',
      '---js\n{ title: process.exit(3) }\n---\n',
      1,
      'front matter written in `js`, which would have to be run',
    ],
    ['front matter without an end', '---\ntitle: A\n', 1, 'front matter that never ends'],
    ['broken YAML', '---\ntitle: [\n---\n', 2, 'not readable as YAML'],
    ['broken TOML', '+++\na = 1\nb =\n+++\n', 3, 'not readable as TOML'],
    ['broken JSON', '{\n "a": 1,\n}\nBody', 3, 'front matter that is no JSON'],
    ['a list', '---\n- a\n---\n', 2, 'front matter that has no names'],
    ['deep brackets', `---\na: ${'['.repeat(9000)}\n---\n`, 2, 'values nested too deeply'],
    [
      'references that grow',
      `---\na0: &a0 [x]\n${Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join('\n')}\n---\n`,
      2,
      'references (`*name`) that lead in circles or grow without end',
    ],
  ])('says what is wrong with %s', (_, source, line, what) => {
    const fault = read(source)
    expect(fault).toMatchObject({ file: 'post.md', line })
    expect((fault as { what: string }).what).toContain(what)
  })

  it('inherits nothing from names that objects have', () => {
    const split = splitForeign('f', '---\n__proto__: { title: B }\nconstructor: x\n---\n')
    expect('data' in split && split.data.title).toBeUndefined()
    expect(({} as { title?: string }).title).toBeUndefined()
  })

  it('never throws', () => {
    const words = fc.constantFrom(
      '---',
      '+++',
      '\n',
      '{',
      '}',
      '"',
      'a: ',
      '*a',
      '&a ',
      '[',
      '= 1',
      '---json',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => void splitForeign('f', parts.join(''))),
    )
  })
})
