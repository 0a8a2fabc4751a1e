import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBody } from '../../../src/mdx/check-body.ts'
import { builtIn } from '../../../src/mdx/components.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import type { ForeignBody } from '../../../src/moving/foreign-post.ts'
import { toMdx } from '../../../src/moving/to-mdx/to-mdx.ts'

const leads = {
  link: (url: string) => (url.includes('gone') ? undefined : url.replace(/^\/old\/$/, './new.mdx')),
  instead: (url: string) => (url.startsWith('https:') ? url : undefined),
  image: (url: string) => (/^https?:|gone/.test(url) ? undefined : `./post/${url.split('/').at(-1)}`),
}

function converted(text: string, syntax: ForeignBody['syntax'] = 'markdown'): string {
  const result = toMdx({ syntax, text, line: 1 }, 'The title', leads)
  return 'text' in result ? result.text : result.problem
}

describe('toMdx', () => {
  it.each([
    ['braces', 'a {b} and \\{c}', 'a \\{b} and \\{c}'],
    ['signs that are no tags', '1 < 2, 3 <4 and a <- b', '1 \\< 2, 3 \\<4 and a \\<- b'],
    ['code as it is', '`{a} <b>`', '`{a} <b>`'],
    ['addresses in angle brackets', '<https://a.example/x>', '[https://a.example/x](https://a.example/x)'],
    ['comments', 'a\n\n<!-- b -->\n\nc', 'a\n\n{/* b */}\n\nc'],
    ['marks of where a list cuts off', 'a\n\n<!--more-->\n\nb<!-- truncate -->', 'a\n\nb'],
    ['tags that want an end', 'a<br>b', 'a<br />b'],
    ['pictures of HTML', 'a <img src="/x.png" alt="y">', 'a ![y](./post/x.png)'],
    ['pictures with words below', '![a](x.png "b")', '<Figure src="./post/x.png" alt="a" caption="b" />'],
    ['pictures that are elsewhere', '![a](https://b.example/x.png)', '[a](https://b.example/x.png)'],
    ['words below pictures that are gone', '![a](/gone.png "b")', 'a (b)'],
    ['pictures that are gone', '![a](/gone.png)', 'a'],
    ['indented code', '- a\n\n      b {\n\nc', '- a\n\n  ```\n  b {\n  ```\n\nc'],
    ['code in a quotation', '>     a\n>     b', '> ```\n> a\n> b\n> ```'],
    ['headings as high as the title', '# A\n\n## B', '## A\n\n### B'],
    ['headings with a line below', 'A *b*\n=====\n\nC\n-', '## A *b*\n\n### C'],
    ['the title at the start', '# The title!\n\nText', 'Text'],
    ['addresses of headings', '## A b {#c}\n\n[d](#c) [e](#a-b) [f](#g)', '## A b\n\n[d](#a-b) [e](#a-b) f'],
    ['links to posts', '[a](/old/ "b") [c]\n\n[c]: /old/', '[a](./new.mdx "b") [c]\n\n[c]: ./new.mdx'],
    ['links that lead nowhere', '[a **b**](/gone) [c]\n\n[c]: /gone', 'a **b** c'],
    ['words that begin like code', 'import is a word', ' import is a word'],
    ['scripts', 'a <script>b</script> c', 'a  c'],
    ['components that nobody knows', 'a <Foo b="c">d</Foo>', 'a `<Foo b="c">`d`</Foo>`'],
    ['tags that nothing closes', 'a <b>c', 'a c'],
    ['tags that cross', '*a <b>b* c</b>', '*a b* c'],
  ])('makes MDX of %s', (_, text, mdx) => expect(converted(text)).toBe(mdx))

  it.each([
    ['imports', "import A from 'a'\n\nText", 'Text'],
    ['exports', 'export const a = 1\n\nText', 'Text'],
    ['expressions', 'a {b.c} d', 'a `{b.c}` d'],
    ['words in braces', "a{' '}b {'c'}", 'a b c'],
    ['imported pictures', 'import a from \'./a.png\'\n\n<img src={a} alt="b" />', '![b](./post/a.png)'],
    ['blocks', '<div style={{ a: 1 }}>\n\n**b**\n\n</div>', '**b**'],
    ['indented blocks', '<Tabs>\n  <TabItem label="A">\n\n    b\n\n  </TabItem>\n</Tabs>', '**A**\n\nb'],
    ['what is no MDX', 'a < b and {c', 'a \\< b and \\{c'],
  ])('makes data of %s in MDX', (_, text, mdx) => expect(converted(text, 'mdx')).toBe(mdx))

  const part = fc.constantFrom(
    ...[
      'a',
      ' ',
      '\n',
      '\n\n',
      '{',
      '}',
      '<',
      '>',
      '</b>',
      '<b>',
      '<br>',
      '<Foo a={1}>',
      '</Foo>',
      '<div>',
      '</div>',
      '`',
      '```\n',
    ],
    ...[
      '<!-- x -->',
      '<!--',
      '-->',
      '# ',
      '> ',
      '- ',
      '    ',
      '\t',
      '[a](/old/)',
      '![b](c.png)',
      '![',
      '](',
      '<details>',
      '</details>',
    ],
    ...[
      'import a',
      'export const b = 1',
      '\\',
      '*',
      '_',
      '|',
      '\n|-|-|\n',
      '&lt;',
      '&#123;',
      '{/*',
      '*/}',
      '<Callout kind="tip">',
      '</Callout>',
    ],
    ...[
      '===\n',
      '[r]: /old/\n',
      '[r]',
      '<https://a.example>',
      'www.a.example',
      '{#x}',
      '1. ',
      '~~',
      '[^1]',
      '[^1]: ',
      '\r\n',
      '<summary>s</summary>',
    ],
  )

  it.each(['markdown', 'mdx', 'html'] as const)('makes a body without faults of any %s', (syntax) => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = converted(parts.join(''), syntax)
        const body = parseBody({ file: 'f', text: `${text}\n`, bodyStart: 0 })
        const components = { builtIn, names: new Set(Object.keys(builtIn)) }
        expect([...body.faults, ...checkBody(body, components)]).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
