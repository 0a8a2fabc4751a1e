import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeOffsets } from '../../../src/mdx/attribute-offsets.ts'
import { collectLinks } from '../../../src/mdx/collect-links.ts'
import { isJsx } from '../../../src/mdx/jsx.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'

const parse = (text: string, bodyStart = 0) => parseBody({ file: 'a.mdx', text, bodyStart })

describe('collectLinks', () => {
  it.each([
    ['[a](./b.mdx)', ['1:1 link ./b.mdx']],
    ['😀 [a](./b.mdx "c") and ![d](./e%20f.png)', ['1:4 link ./b.mdx', '1:25 image ./e%20f.png']],
    ['a\r\n\r\n- [b](<./c d.mdx>)', ['3:3 link ./c d.mdx']],
    ['[a][b] [b][] [b] ![c][b]\n\n[b]: /d', ['1:1 link /d', '1:8 link /d', '1:14 link /d', '1:18 image /d']],
    ['[a]\n\n[a]: /b\n[A]: /c', ['1:1 link /b']],
    ['[a]: /b', []],
    ['[![a](b.png)](c.mdx)', ['1:1 link c.mdx', '1:2 image b.png']],
    ['https://a.example, me@b.example', ['1:1 link https://a.example', '1:20 link mailto:me@b.example']],
    ['<a href="./a.mdx">b</a>', ['1:4 link ./a.mdx']],
    ['<Figure\n  alt="src=c"\n  src="a.png"\n/>', ['3:3 image a.png']],
    ['<Figure alt="b" src={"a.png"} />', ['1:17 image a.png']],
    ['<Figure src={a} />', []],
    ['<Chart constructor="a" toString="b" />', []],
    ['a[^1]\n\n[^1]: [b](c)', ['3:7 link c']],
    ['`[a](b)` {/* [c](d) */}', []],
  ])('finds those of %j', (text, expected) => {
    const links = collectLinks(parse(text))
    expect(links.map(({ line, column, kind, url }) => `${line}:${column} ${kind} ${url}`)).toEqual(expected)
  })

  it('counts from the start of the file', () => {
    const text = '---\ntitle: "[a](b)"\n---\n[c](d)'
    expect(collectLinks(parse(text, text.indexOf('[c]')))).toEqual([
      { kind: 'link', url: 'd', offset: 24, file: 'a.mdx', line: 4, column: 1 },
    ])
  })
})

describe('attributeOffsets', () => {
  const names = fc.constantFrom('a', 'b-c', 'd', 'src', 'é')
  const values = fc.constantFrom(
    ...[
      '',
      '="a=1"',
      '=\'b="2"\'',
      '={3}',
      ' = { [4, "d={5}"] }',
      '={{ a: { d: "}" } }}',
      '={`\n  a=6\n`}',
      '=""',
      '="\n d=7"',
    ],
  )
  const spaces = fc.constantFrom(' ', '\n', '\n    ', '  ')
  const attributes = fc.array(fc.tuple(spaces, names, values), { maxLength: 6 })

  it.each([
    ['> <A b={[1,\n> 2]} c="1" />', ['b=', 'c=']],
    ['- a\n\n\t<A\n\t\tb={`\n\t\t  c=1\t`} c="1" />', ['b=', 'c="']],
    ['<A {...b} c="{...d}" {...d} />', ['{...b}', 'c=', '{...d} /']],
    ['<A b = "1" c/>', ['b =', 'c/']],
  ])('finds those of %j', (text, expected) => {
    const offsets = offsetsOfFirst(parse(text)) ?? []
    expect(offsets.map((offset, index) => text.startsWith(expected[index] ?? '?', offset))).toEqual(
      expected.map(() => true),
    )
  })

  it('finds every attribute where it was written', () => {
    fc.assert(
      fc.property(attributes, fc.constantFrom('', '- ', '😀 a\n\n'), (written, before) => {
        let text = `${before}<A`
        const expected = written.map(([space, name, value]) => {
          const offset = text.length + space.length
          text += space + name + value
          return offset
        })
        text += ' />'
        const body = parse(text)
        expect(body.faults).toEqual([])
        expect(offsetsOfFirst(body)).toEqual(expected)
      }),
    )
  })
})

function offsetsOfFirst({ tree, text }: ReturnType<typeof parse>): number[] | undefined {
  let nodes: (typeof tree | (typeof tree)['children'][number])[] = [tree]
  for (; nodes.length > 0; nodes = nodes.flatMap((node) => ('children' in node ? node.children : []))) {
    const element = nodes.find((node) => isJsx(node))
    if (element) return attributeOffsets(element, text)
  }
  return undefined
}
