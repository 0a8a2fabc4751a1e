import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBody } from '../../../src/mdx/parse-body.ts'

const parse = (text: string, bodyStart = 0) => parseBody({ file: 'content/posts/a.mdx', text, bodyStart })
const places = (text: string) => parse(text).faults.map(({ line, column }) => `${line}:${column}`)

describe('parseBody', () => {
  it('keeps the places of the file, and reads nothing of the front matter', () => {
    const text = '---\r\ntitle: "<b> 😀 {"\r\n---\r\n\r\n😀 *there*\r\n'
    const { tree, faults, text: parsed } = parse(text, text.indexOf('\r\n\r\n'))
    expect(faults).toEqual([])
    expect(parsed).toHaveLength(text.length + 1)
    const [paragraph] = tree.children
    expect(paragraph).toMatchObject({ type: 'paragraph', position: { start: { line: 5, column: 1 } } })
    expect(text.slice(paragraph?.position?.start.offset, paragraph?.position?.end.offset)).toBe('😀 *there*')
  })

  it('reads no front matter in a body', () => {
    expect(parse('---\na: 1\n---\n').tree.children.map(({ type }) => type)).toEqual([
      'thematicBreak',
      'heading',
    ])
  })

  it('is not led astray by a byte order mark', () => {
    expect(parse('\ufeff## a').tree.children[0]).toMatchObject({
      type: 'heading',
      position: { start: { offset: 1 } },
    })
    expect(places('\ufeffa <3')).toEqual(['1:4'])
    const text = '\ufeff---\na: b\n---\nc <3'
    expect(parse(text, text.indexOf('c')).faults).toMatchObject([{ line: 4, column: 3 }])
  })

  it('lets no NUL and no bare carriage return through', () => {
    expect(parse('a\0b\rc\nd').text).toBe('a\ufffdb c\nd\n')
  })

  it.each([
    ['<Steps>\n\n1. a', '1:1', '`<Steps>` is not closed', '`</Steps>`'],
    ['😀 <b> c', '1:4', '`<b>` is not closed', '`</b>`'],
    ['a<br>b', '1:2', '`<br>` is not closed', '`/>`'],
    ['a List<String> b', '1:7', '`<String>` is not closed', '`\\<String>`'],
    ['<B>c\n</B>', '1:1', '`<B>` is not closed in its paragraph', 'lines of their own'],
    ['- <B>\n\n</B>', '1:3', '`<B>` is not closed in its list item', 'indent `</B>`'],
    ['> <B>\n\n</B>', '1:3', '`<B>` is not closed in its quotation', '`>` before `</B>`'],
    ['<>a', '1:1', '`<>` is not closed', '`</>`'],
    ['a </b> c', '1:3', '`</b>` closes a tag that was never opened', 'delete it'],
    ['<A>\n<B>\n</A>\n</B>', '3:1', '`</A>` comes while `<B>` of line 2 is still open', '`</B>` before it'],
    ['<B>\nc</B>', '2:2', '`</B>` stands inside a paragraph', 'on a line of its own'],
    ['a <3 b', '1:3', 'no name follows', '`\\<`'],
    ['1<2', '1:2', 'no name follows', '`\\<`'],
    ['see <https://x.example/y>', '1:5', '`<https://x.example/y>` is read as a tag', 'leave out'],
    ['x\r\n\r\nsee <me@x.example>', '3:5', '`<me@x.example>` is read as a tag', 'leave out'],
    ['<A b=c />', '1:1', '`<A b=c />` is not a whole tag', '`<A name="words">`'],
    ['<A b=“c” />', '1:1', 'is not a whole tag', 'straight quotes'],
    ['<A b="c', '1:1', 'is not a whole tag', '`<A name="words">`'],
    ['a <!-- b --> c', '1:3', '`<!-- b -->` is a comment of HTML', '`{/*`'],
    ['<!DOCTYPE html>', '1:1', '`<!` begins nothing', '`\\<!`'],
    ['a { b', '1:3', '`{` begins code', '`\\{`'],
    ['a {/* b', '1:3', 'this comment has no end', '`*/}`'],
    ['{/* b }', '1:1', 'this comment has no end', '`*/}`'],
    ['{a b}', '1:1', '`{a b}` is read as code', '`\\{`'],
    ['{{#if}}', '1:1', '`{{#if}}` is read as code', '`\\{`'],
    ['## a {#b}', '1:6', '`{#b}` is read as code', 'delete it'],
    ['<A b={1+} />', '1:6', '`{1+}` is read as code', '`\\{`'],
    ['<A {...b c} />', '1:4', '`{...b c}` is read as code', '`\\{`'],
    ['| a |\n|---|\n| <b> |', '3:3', '`<b>` is not closed', '`</b>`'],
  ])('explains %j', (text, place, what, mend) => {
    const [fault, ...others] = parse(text).faults
    expect(`${fault?.line}:${fault?.column}`).toBe(place)
    expect(fault?.what).toContain(what)
    expect(fault?.mend).toContain(mend)
    expect(others).toEqual([])
  })

  it.each([
    ['see <https://x.example>', 'https://x.example'],
    ['<mailto:me@x.example>', 'me@x.example'],
    ['<!--more-->', '{/* more */}'],
    ['a<br class="x">b', '<br class="x" />'],
  ])('has the cure of %j to paste', (text, paste) => {
    expect(parse(text).faults[0]?.paste).toBe(paste)
    expect(parse(paste).faults).toEqual([])
  })

  it('has an explanation of its own for every message that Sätteri has', () => {
    const broken = [
      '<a',
      '<!--',
      '<a>',
      '</a>',
      '<a></b>',
      '<B>\nc</B>',
      '{',
      '{1+}',
      '{/*}',
      '<A><b></A></b>',
      'a <',
      '<',
    ]
    for (const text of broken) {
      for (const { what } of parse(text).faults) expect(what).not.toContain('cannot be read')
    }
  })

  it('finds the other faults of a text too, where that raises no false alarm', () => {
    expect(places('a <3\n\n<!-- <b> -->\n\nb { c\n\n<br>\n\n{a b}')).toEqual([
      '1:3',
      '3:1',
      '5:3',
      '7:1',
      '9:1',
    ])
    expect(places('<A>b\n</A>\n\nc <3')).toEqual(['1:1'])
    expect(places('<3\n\n'.repeat(500))).toHaveLength(20)
  })

  it('still gives a tree of a text with such faults', () => {
    expect(parse('a <3\n\n## b').tree.children.map(({ type }) => type)).toEqual(['paragraph', 'heading'])
    expect(parse('<A>b\n</A>').tree.children).toEqual([])
  })
})

describe('a text that Sätteri would crash or hang on', () => {
  const deep = 50_000
  const [line, post, passage] = ['line is too long', 'post is too long', 'passage is too long']
  const [brackets, tags, levels] = ['brackets are open', 'tags up to here', 'levels stand inside']
  it.each([
    ['brackets in an expression', `{${'('.repeat(4000)}1${')'.repeat(4000)}}`, brackets],
    ['lists in a prop', `<A b={${'['.repeat(4000)}${']'.repeat(4000)}} />`, brackets],
    ['brackets over lines', `{${'[\n'.repeat(deep)}`, brackets],
    ['open comments', '{/* '.repeat(2000), brackets],
    ['links', '['.repeat(9000), brackets],
    ['unary operators', `{${'!'.repeat(deep)}1}`, line],
    ['unary operators over lines', `{${'!\n'.repeat(deep)}1}`, passage],
    ['quotations', `${'>'.repeat(9000)} a`, levels],
    [
      'quotations, a level a line',
      Array.from({ length: 500 }, (_, level) => '>'.repeat(level + 1)).join('\n'),
      levels,
    ],
    ['lists', `${'- '.repeat(4000)}a`, levels],
    ['emphasis', `${'*a '.repeat(2000)}${'b*'.repeat(2000)}`, levels],
    ['tags within tags', `${'<B>\n'.repeat(200)}a\n${'</B>\n'.repeat(200)}`, levels],
    ['tags', '<b>'.repeat(deep), tags],
    ['tags over lines', '<B>\n\n'.repeat(deep), tags],
    ['entities', '&amp;'.repeat(deep), passage],
    ['entities over lines', 'a&amp;b\n'.repeat(40_000), passage],
    ['a line without end', 'a'.repeat(300_000), line],
    ['a text without end', 'a b\n\n'.repeat(100_000), post],
  ])('gets a fault instead: %s', (_, text, what) => {
    const { faults, tree } = parse(text)
    expect(faults.map((fault) => fault.what)).toEqual([expect.stringContaining(what)])
    expect(tree.children).toEqual([])
  })

  it.each([
    ['a long post', 'Some words, “quotes” & `code`. '.repeat(8).concat('\n\n').repeat(1200)],
    ['a long block of code', `~~~js\n${'const a = { b: [1, "c"], d: f(x) } // <e>\n'.repeat(1000)}~~~`],
    ['a wide and long table', `| a | b |\n|---|---|\n${'| some *words* | [x](y) |\n'.repeat(1000)}`],
    ['braces that are not closed in code', '~~~\nif (a) {\n~~~\n\n'.repeat(400)],
  ])('is not what %s is', (_, text) => {
    expect(parse(text).faults).toEqual([])
  })
})

it.each(['export "\\', "import {a'\\", 'export\n\\`\\', '{"\\', '<A b="\\'])(
  'a backslash at the very end does not end the process: %s',
  (text) => {
    expect(parse(text).text).toHaveLength(text.length + 1)
  },
)

describe('laws', () => {
  const pieces = [
    ...[
      'a',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '\t',
      '😀',
      '\ud800',
      '\0',
      '\ufeff',
      '>',
      '- ',
      '1. ',
      '# ',
      '|',
      '---',
      '```',
    ],
    ...[
      '<',
      '>',
      '</',
      '/>',
      '<b>',
      '</b>',
      '<A',
      '<A>',
      '</A>',
      '=',
      '"',
      "'",
      '{',
      '}',
      '{/*',
      '*/}',
      '{...',
      '...',
      '`',
    ],
    ...[
      '[',
      ']',
      '(',
      ')',
      '![',
      '[^1]',
      '[^1]: ',
      '*',
      '**',
      '_',
      '~~',
      '&',
      '&amp;',
      '\\',
      'import ',
      'export ',
      '<!--',
      '-->',
    ],
  ]
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
    fc
      .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 300 }))
      .map(([piece, times]) => piece.repeat(times)),
  )

  it('never throws, and faults stand in the body', () => {
    let faulty = 0
    fc.assert(
      fc.property(texts, fc.boolean(), (body, hasFrontMatter) => {
        const before = hasFrontMatter ? '---\ntitle: <b>\n---\n' : ''
        const text = before + body
        const lines = text.split('\n')
        const { faults, text: parsed } = parse(text, before.length)
        expect(parsed).toHaveLength(text.length + 1)
        for (const { line, column } of faults) {
          faulty++
          expect(line).toBeGreaterThan(hasFrontMatter ? 3 : 0)
          expect(column).toBeGreaterThan(0)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
      }),
      { numRuns: 2000 },
    )
    expect(faulty).toBeGreaterThan(500)
  })
})
