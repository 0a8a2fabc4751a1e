import fc from 'fast-check'
import { htmlToHast } from 'satteri'
import { describe, expect, it } from 'vitest'
import { checkBody } from '../../../src/mdx/check-body.ts'
import { builtIn } from '../../../src/mdx/components.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import { renderBody, type Segment } from '../../../src/mdx/render-body.ts'

const components = { builtIn, names: new Set([...Object.keys(builtIn), 'Chart', 'Image', 'Table']) }
const parse = (text: string) => parseBody({ file: 'a.mdx', text, bodyStart: 0 })
const check = (text: string) => checkBody(parse(text), components)

describe('checkBody', () => {
  it.each([
    'Words, *more* words{/* not shown */} and <kbd>Ctrl</kbd>.\n\n{/* nor\n\nthis */}',
    '<Steps>\n\n1. a\n2. b <Term name="x">y</Term>\n\n</Steps>',
    '<Callout>\n\na\n\n</Callout>\n\n<Callout kind="tip">b</Callout>',
    '<Callout kind={`note`}>a</Callout> <Callout kind={"note" /* why */}>b</Callout>',
    '<Question ask="Why?">\n\na\n\n</Question>',
    '<Figure src="./a b.png" alt="" caption="c" /> <Figure src="/a.png" alt="b" />',
    '<Share channel="linkedin">a</Share>',
    '<Chart rows={[{ label: "a", value: -1.5, isBold: true, note: null }]} wide />',
    '- a\n\n  <Callout>\n  b\n  </Callout>\n\n> <KeyPoints>\n> - c\n> </KeyPoints>',
    '| a |\n|---|\n| b<br />c <Term>d</Term> <ul><li>e</li></ul> |',
    '<details open>\n<summary>*a*</summary>\n\nb\n\n</details>',
    '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n\n<p lang="et" dir="ltr" title="c" class="d" id="e">f</p>',
    '<table><tbody><tr><td colspan="2" rowspan={3}>a</td></tr></tbody></table>',
    '<a href="mailto:a@b.example" rel="sponsored">a</a> <q cite="https://a.example/">b</q>',
    '[a](./b.mdx) [c](/d/?e=f:g#h) [i](#j) [k](tel:+372) [l](HTTPS://m.example) www.n.example ![o](p.png)',
    'a \\<b> c < d \\{e\\} `<f>` `{g}`\n\n```mdx\nimport h from "i"\n<script>{j}</script>\n```',
    '## a\n\nb\n---',
    '',
  ])('finds nothing in %j', (text) => {
    expect(check(text)).toEqual([])
  })

  it.each([
    ['import a from "b"', '1:1', '`import a from "b"` is code', 'delete it'],
    ['a\n\nexport const b = 1', '3:1', '`export const b = 1` is code', 'delete it'],
    ['import "a"', '1:1', '`import "a"` is code', 'delete it'],
    ['export taxes rose', '1:1', '`export taxes rose` is read as code', 'another word than `export`'],
    ['a {b} c', '1:3', '`{b}` is code', '`\\{b\\}`'],
    ['{/* a */ b}', '1:1', '`{/* a */ b}` is code', 'write what it stands for'],
    ["{' '}", '1:1', "`{' '}` is code", 'write what it stands for'],
    [`{${'a'.repeat(60)}}`, '1:1', `\`{${'a'.repeat(46)}…\` is code`, ''],
    ['a {} b', '1:3', '`{}` is code', '`\\{\\}`'],
    ['<Steps>\n\n- {a}\n\n</Steps>', '3:3', '`{a}` is code', ''],
    ['# a', '1:1', 'only h1', '`## Words`'],
    ['a\n===', '1:1', 'only h1', '`## Words`'],
    ['a <>b</>', '1:3', '`<>` does nothing', 'delete `<>` and `</>`'],
  ])('faults Markdown: %j', (text, place, what, mend) => {
    expectOnly(text, place, what, mend)
  })

  it.each([
    ['<Calout>a</Calout>', '1:1', 'no component `<Calout>`', '`<Callout>`'],
    ['😀 <term>a</term>', '1:4', '`<term>` cannot stand', 'did you mean `<Term>`?'],
    [
      '<Unheard />',
      '1:1',
      'no component `<Unheard>`',
      '`<Chart>`, `<Figure>`, `<KeyPoints>`, `<Question>`, `<Share>`, `<Steps>`, `<Term>`',
    ],
    ['<Imagee />', '1:1', 'no component `<Imagee>`', 'write one of'],
    ['<Steps.Step />', '1:1', 'no component `<Steps.Step>`', ''],
    ['<constructor />', '1:1', '`<constructor>` cannot stand', ''],
    ['<__proto__ />', '1:1', 'no component `<__proto__>`', ''],
    ['<Image src="a.png" alt="b" />', '1:1', '`<Image>` is not for posts', '`![what it shows]'],
    ['<Table />', '1:1', '`<Table>` is not for posts', '`|`'],
    ['<script>a</script>', '1:1', '`<script>` cannot stand', 'delete it'],
    ['<iframe src="https://a.example" />', '1:1', '`<iframe>` cannot stand', 'link to the page'],
    ['<img src="a.png" alt="" />', '1:1', '`<img>` cannot stand', '`![what it shows]'],
    ['<h3>a</h3>', '1:1', '`<h3>` cannot stand', '`### Words`'],
    ['<my-element />', '1:1', '`<my-element>` cannot stand', 'leave the tags out'],
    ['<svg:a />', '1:1', '`<svg:a>` cannot stand', ''],
    ['<kbdd>a</kbdd>', '1:1', '`<kbdd>` cannot stand', 'did you mean `<kbd>`?'],
    ['a <Callout>b</Callout>', '1:3', '`<Callout>` stands within a paragraph', 'lines of its own'],
    ['## a <Steps />', '1:6', '`<Steps>` stands within a paragraph', 'lines of its own'],
    ['<details>\n<summary>a</summary>\nb\n</details>', '2:1', '`<summary>` stands within', 'an empty line'],
    ['<span>\n<div>a</div>\n</span>', '2:1', '`<div>` stands within', 'lines of its own'],
  ])('faults a tag: %j', (text, place, what, mend) => {
    expectOnly(text, place, what, mend)
  })

  it.each([
    ['<Callout {...a} />', '1:10', '`{...a}` is code', 'by its name'],
    ['<Chart\n  a="b = c"\n  d={e}\n/>', '3:3', '`d={e}` is code', '`d="words"`'],
    ['<Chart a={{ b: "c={d}" }} e={[f]} />', '1:27', '`e={[f]}` is code', ''],
    ['<Chart a={`\u0024{b}`} />', '1:8', '`a={`\u0024{b}`}` is code', ''],
    ['<Chart a={} />', '1:8', '`a={}` is code', ''],
    ['<Chart a={<b />} />', '1:8', '`a={<b />}` is code', ''],
    ['<Chart a="1" b a="2" />', '1:16', '`a` is written twice', 'delete one'],
    ['<Chart onLoad="a" />', '1:8', '`onLoad` would run code', 'delete it'],
    ['<Chart ONLOAD="a" />', '1:8', '`ONLOAD` would run code', ''],
    ['<Chart client:load />', '1:8', '`client:load` is not for posts', 'delete it'],
    ['<Chart set:html="a" />', '1:8', '`set:html` is not for posts', ''],
    ['<Chart dangerouslySetInnerHTML={{ __html: "a" }} />', '1:8', 'is not for posts', ''],
    ['<Chart innerHTML="a" />', '1:8', 'is not for posts', ''],
    ['<Chart srcdoc="a" />', '1:8', '`srcdoc` is not for posts', ''],
    ['<Chart __proto__={{ a: 1 }} />', '1:8', '`__proto__` is not for posts', ''],
    ['<Chart style={{ color: "red" }} />', '1:8', '`style` is not for posts', 'looks belong to the site'],
    ['<kbd STYLE="a">b</kbd>', '1:6', '`STYLE` would', ''],
    ['<kbd onclick="a">b</kbd>', '1:6', '`onclick` would run code', 'delete it'],
    ['<kbd className="a">b</kbd>', '1:6', '`className` is not for posts', '`class`'],
    ['<td colSpan="2">b</td>', '1:5', '`colSpan` is not for posts', '`colspan`'],
    ['<a target="_blank">b</a>', '1:4', '`target` is not for posts', 'delete it'],
    ['<ol start={[1]} />', '1:5', '`start` cannot be `[1]`', '`start="words"`'],
    ['<a href={5}>b</a>', '1:4', '`href` cannot be `5`', '`href="words"`'],
    ['<a href>b</a>', '1:4', '`href` cannot be `true`', '`href="words"`'],
    ['<Chart href="javascript:a" />', '1:8', 'cannot begin with `javascript:`', ''],
  ])('faults an attribute: %j', (text, place, what, mend) => {
    expectOnly(text, place, what.replace('`STYLE` would', 'is not for posts'), mend)
  })

  it.each([
    ['<Question>a</Question>', '1:1', '`<Question>` has no `ask`', '`<Question ask="words">`'],
    ['<Question ask="" />', '1:11', '`ask` cannot be empty', '`ask="words"`'],
    ['<Question ask />', '1:11', '`ask` cannot be `true`', '`ask="words"`'],
    ['<Question ask={["a"]} />', '1:11', '`ask` cannot be `["a"]`', '`ask="words"`'],
    ['<Question ask={a} />', '1:11', '`ask={a}` is code', ''],
    ['<Callout kind="notes" />', '1:10', '`kind` cannot be `"notes"`', 'did you mean `kind="note"`?'],
    ['<Callout kind="danger" />', '1:10', '`kind` cannot be `"danger"`', '`kind="tip"` or `kind="note"`'],
    ['<Callout type="tip" />', '1:10', '`<Callout>` takes no `type`', 'or write `kind`'],
    ['<Callout knd="tip" />', '1:10', '`<Callout>` takes no `knd`', 'did you mean `kind`?'],
    ['<Steps a="b" />', '1:8', '`<Steps>` takes no `a`', 'delete it'],
    ['<Figure src="a.png" />', '1:1', '`<Figure>` has no `alt`', '`<Figure alt="words">`'],
    ['<Figure src="data:a" alt="b" />', '1:9', 'a picture cannot begin with `data:`', '`https:`, `http:`'],
  ])('faults a prop: %j', (text, place, what, mend) => {
    expectOnly(text, place, what, mend)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'java&Tab;script:alert(1)',
    '&#x6a;avascript:alert(1)',
    '&#1;javascript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:a',
    'data:text/html,a',
    'file:///etc/passwd',
    'C:\\a.png',
    '//a.example',
    '\\\\\\\\a.example',
  ])('faults the address %s wherever it stands', (url) => {
    for (const text of [
      `[a](${url})`,
      `![a](${url})`,
      `[a]\n\n[a]: ${url}`,
      `<a href="${url}">a</a>`,
      `<Figure src="${url}" alt="" />`,
    ]) {
      expect(check(text).map(({ mend }) => mend)).toEqual([expect.stringMatching(/^write /)])
    }
  })

  it.each(['[a]()', '[a](<>)', '![a]()', '<a href="">a</a>', '<a href=" ">a</a>', '[a]\n\n[a]: <>'])(
    'asks for the address in %j',
    (text) => {
      expect(check(text).map(({ what }) => what)).toEqual([expect.stringContaining('has no address')])
    },
  )

  it('lists all faults at once, those of the syntax too, in order', () => {
    const text =
      '😀 {a} <Calout b={c} />\r\n\r\n# d\r\n\r\ne <3\r\n\r\n<Question>\r\n\r\n[f](javascript:g)\r\n\r\n</Question>'
    expect(check(text).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      ...['a.mdx:1:4', 'a.mdx:1:8', 'a.mdx:1:16', 'a.mdx:3:1', 'a.mdx:5:3', 'a.mdx:7:1', 'a.mdx:9:1'],
    ])
  })
})

describe('laws', () => {
  const harmless = [
    'Words, “more” words.',
    '## A heading',
    '- a\n- b',
    '> a',
    '```js\nimport c from "d"\n```',
    '| a |\n|---|\n| b |',
    '<Callout kind="tip">a</Callout>',
    '<Steps>\n\n1. a\n\n</Steps>',
    '{/* a */}',
    '[a](./b.mdx) ![c](d.png)',
    '😀 <kbd>a</kbd>',
  ]
  const executable = [
    'import a from "b"',
    'export const a = alert(1)',
    '{alert(1)}',
    'a {alert(1)} b',
    '{`\u0024{alert(1)}`}',
    '<Callout kind={alert(1)} />',
    '<Callout {...alert(1)} />',
    '<Chart a={() => 1} />',
    '<Chart a={{ b: [alert(1)] }} />',
    '<script>alert(1)</script>',
    '<kbd onclick="alert(1)">a</kbd>',
    '<Chart onLoad="alert(1)" />',
    '<a href="javascript:alert(1)">a</a>',
    '[a](javascript:alert(1))',
    '<iframe srcdoc="a" />',
    '<svg onload="a" />',
    '<style>a</style>',
    '<object data="a" />',
    '<form action="a" />',
    '<Unheard />',
  ]
  const wrappers = [
    (text: string) => text,
    (text: string) => `<Steps>\n\n${text}\n\n</Steps>`,
    (text: string) => text.replace(/^/gm, '> '),
    (text: string) => `- a\n\n${text.replace(/^/gm, '  ')}`,
  ]

  it('finds anything executable, on its line, among whatever else there is', () => {
    const blocks = fc.array(fc.constantFrom(...harmless), { maxLength: 4 })
    fc.assert(
      fc.property(
        blocks,
        blocks,
        fc.constantFrom(...executable),
        fc.constantFrom(...wrappers),
        (before, after, planted, wrap) => {
          expect(check([...before, ...after].join('\n\n'))).toEqual([])
          const lead = before.map((block) => `${block}\n\n`).join('')
          // Within quotations and lists, lines that begin with `import` are words.
          const wrapped = /^(?:im|ex)port/.test(planted) ? planted : wrap(planted)
          const lines = check(`${lead}${wrapped}\n\n${after.join('\n\n')}`).map(({ line }) => line)
          const place = `${lead}${wrapped}`.split(planted)[0]?.split('\n').length
          expect(new Set(lines)).toEqual(new Set([place]))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('lets nothing through that runs or loads, however it is put together', () => {
    const pieces = [
      ...[
        'a ',
        '\n',
        '\n\n',
        '<',
        '>',
        '/>',
        '</a>',
        '<a ',
        'href=',
        'href="',
        '"',
        "'",
        '{',
        '}',
        '`',
        '[a](',
        ')',
        '![a](',
        '=',
      ],
      ...[
        'javascript:',
        'java\tscript:',
        'JAVASCRIPT:',
        '&#106;avascript:',
        'data:',
        'https://b.example',
        './c.png',
        '//d',
        ':',
      ],
      ...[
        'onclick="x"',
        'style="x"',
        'src="',
        '<script>',
        '</script>',
        '<kbd>',
        '</kbd>',
        '<kbd ',
        '<img ',
        '<Callout>',
        '</Callout>',
      ],
      ...[
        '{/*',
        '*/}',
        '[r]',
        '\n\n[r]: ',
        'import ',
        'export ',
        '<iframe',
        '<b ',
        '</b>',
        'class="',
        '<!--',
        '-->',
        '\\',
        '&lt;',
      ],
      ...[
        '[a](javascript:b)',
        '<a href="javascript:b">',
        '<kbd class="d">',
        '<b onload="e">',
        '&#x22;',
        '&gt;',
      ],
    ]
    let passed = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }), (parts) => {
        const body = parse(parts.join(''))
        if (checkBody(body, components).length > 0) return
        passed++
        const { segments } = renderBody(body, { resolveLink: (href) => ({ href }) })
        expect(dangers(htmlOf(segments))).toEqual([])
      }),
      { numRuns: 4000 },
    )
    expect(passed).toBeGreaterThan(500)
    expect(dangers('<p><a href="java\nscript:x">a</a><b onclick="c"></b><iframe></iframe></p>')).toHaveLength(
      3,
    )
  })
})

function expectOnly(text: string, place: string, what: string, mend: string) {
  const faults = check(text)
  expect(faults.map(({ line, column }) => `${line}:${column}`)).toEqual([place])
  expect(faults[0]?.what).toContain(what)
  expect(faults[0]?.mend).toContain(mend)
}

function htmlOf(segments: Segment[]): string {
  return segments
    .map((segment) => {
      if (typeof segment === 'string') return segment
      const { component, props, children } = segment
      return component === 'Image'
        ? `<img src="${String(props.src).replaceAll('"', '&quot;')}">`
        : htmlOf(children)
    })
    .join('')
}

/** What a browser would run or load in a piece of HTML, found by a parser for HTML and one for addresses. */
function dangers(html: string): string[] {
  const found: string[] = []
  const look = (node: ReturnType<typeof htmlToHast>) => {
    if (node.type === 'element') {
      if (/^(?:script|style|iframe|object|embed|form|svg|math|link|meta|base)$/.test(node.tagName))
        found.push(node.tagName)
      for (const [name, value] of Object.entries(node.properties)) {
        if (/^(?:on|style|srcdoc)/i.test(name)) found.push(name)
        if (name !== 'href' && name !== 'src') continue
        const protocol = URL.parse(String(value), 'https://a.example')?.protocol ?? 'none'
        if (!['https:', 'http:', 'mailto:', 'tel:', 'none'].includes(protocol)) found.push(String(value))
      }
    }
    if ('children' in node) node.children.forEach(look)
  }
  look(htmlToHast(html, { fragment: true }))
  return found
}
