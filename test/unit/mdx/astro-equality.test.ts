import { createSatteriMarkdownProcessor, satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri'
import { evaluate } from 'satteri'
import { describe, expect, it } from 'vitest'
import { builtIn } from '../../../src/mdx/components.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import { renderBody, type Segment } from '../../../src/mdx/render-body.ts'

/** What is meant to differ from Astro: alignment by class, blocks of code that can be scrolled, fewer entities. */
function alike(html: string): string {
  return html
    .replace(/ style="text-align: (left|center|right)"/g, ' class="align-$1"')
    .replaceAll(' tabindex="0"', '')
    .replaceAll('&gt;', '>')
    .replace(/<br ?\/>/g, '<br>')
    .trim()
}

function ours(text: string): string {
  const body = parseBody({ file: 'a.mdx', text, bodyStart: 0 })
  expect(body.faults).toEqual([])
  return alike(flat(renderBody(body, { resolveLink: (href) => ({ href }) }).segments))
}

function flat(segments: Segment[]): string {
  return segments
    .map((segment) => {
      if (typeof segment === 'string') return segment
      const { component, props, children } = segment
      if (component === 'Table' || component === 'Code') return flat(children)
      return component === 'Image'
        ? `<img${attributes({ ...props, src: encodeURI(String(props.src)) })}>`
        : element(component, props, flat(children))
    })
    .join('')
}

describe("the HTML of a body is that of Astro's Markdown", async () => {
  const astro = await createSatteriMarkdownProcessor({ syntaxHighlight: false })

  it.each([
    'Words, *more* __words__ ~~less~~ ***all***',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '| a | b | c |\n|:--|:-:|--:|\n| `x \\| y` | "q" |',
    '> | a |\n> |---|\n> | b<br />c |',
    'See[^1] and[^n] and[^1].\n\n[^1]: Note "q".\n\n    More.\n\n[^n]: *b*',
    '- a\n  - b\n    1. c\n    2. d\n\n       e\n- f',
    '5. a\n6. b\n\n\n7. c',
    '* a\n+ b\n- c',
    '- [ ] a\n- [x] b',
    'A &amp; B &lt; C &copy; &nbsp; &#x1F600; &quot; &bogus;',
    '😀 **b** 🎉 👩‍👩‍👧',
    `"Hi" 'there', don't, '90s, 5'10" -- a --- b ... c`,
    "## \"Don't\" stop...\n\n## Don't stop\n\n## Don't stop\n\n### 1. É à `c` *d* [e](/f)",
    'Title\n=====\n\nSub *title*\n---',
    '```js title="x"\nconst a = "<b>" && `1`\n```\n\n~~~\na\n\n\tb\n~~~',
    '`` a`b `` and `<b>` & `"` and ` `',
    'a  \nb\\\nc\nd',
    'https://a.example/c?d=e&f=g, www.b.example. me@c.example',
    '[a](b "t \'x\' \\"y\\"") ![i *j*](/x.png "t") [](y)',
    '[r], [s][r], ![t][R]\n\n[r]: </x y> "T"',
    '[![a](/b.png)](/c)',
    '> a\n> > b\nc\n\n***\n\n___',
    'a\tb   c\u00a0d\u3000e',
    'x\r\n\r\n- y\r\n- z\r\n',
    'ü [ü](/ü?ü=1#ü)',
    'a \\* b \\< c \\{d\\} } \\\\ \\_',
    'The <abbr title="a &quot;b&quot; c">d</abbr> of H<sub>2</sub>O<br />and <kbd>Ctrl</kbd>',
    '*a\nb* **c**d __e__f _g_h',
    'a\n***b***\n\n\n\nc',
    '',
  ])('%j', async (text) => {
    expect(ours(text)).toBe(alike((await astro.render(text)).code))
  })

  it('would notice a difference', async () => {
    expect(ours('a *b*')).not.toBe(alike((await astro.render('a **b**')).code))
  })
})

describe('components stand where @astrojs/mdx puts them', () => {
  it.each([
    'a <Term name="b">c *d*</Term>, e.',
    '<Term>a</Term>',
    '<Term>a</Term> b',
    '<Callout kind="tip">\na\n</Callout>',
    '<Callout kind="tip">a <Term>b</Term></Callout>',
    '<Callout kind="tip">\n\n## a\n\n- b\n\n</Callout>\n\nc',
    'a\n\n<Steps>\n\n1. b\n2. c\n\n   <Callout kind="tip">\n   d\n   </Callout>\n\n</Steps>\n\ne',
    '- <Term>a</Term>\n- b <Term>c</Term>\n\n  d',
    '> <KeyPoints>\n> - a\n> </KeyPoints>',
    '| a |\n|---|\n| <Term>b</Term> c |',
    '<Term>a</Term> <Term>b</Term>\n<Term>c</Term>',
    '<Term>a</Term> {/* b */}',
    '**<Term>a</Term>** [<Term>b</Term>](c)',
    'a[^1]\n\n[^1]: b <Term>c</Term>',
    '<details>\n<summary>a</summary>\n\nb <Term>c</Term>\n\n</details>',
    '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>',
    '<div class="a">\n<Callout kind="tip">\n<Steps>\n1. b\n</Steps>\n</Callout>\n</div>',
    'a\n<Share channel="b">\nc\n</Share>\nd',
  ])('%j', (text) => {
    expect(ours(text)).toBe(alike(viaMdx(text)))
  })
})

type Props = Record<string, unknown>

/** What @astrojs/mdx makes of a text: its compiler and its heading ids, run on strings. */
function viaMdx(text: string): string {
  const jsx = (type: unknown, props: unknown): unknown => {
    if (typeof type === 'function') return type(props)
    const { children, ...others } = props as Props
    return new Html(element(String(type), others, html(children)))
  }
  const module = evaluate(text, {
    ...{ jsx, jsxs: jsx, Fragment: ({ children }: Props) => new Html(html(children)) },
    features: { gfm: true, smartPunctuation: true },
    elementAttributeNameCase: 'html',
    hastPlugins: [satteriHeadingIdsPlugin()],
  }) as { default(props: Props): unknown }
  const components = Object.keys(builtIn).map((name) => [name, (props: Props) => jsx(name, props)])
  return html(module.default({ components: Object.fromEntries(components) }))
}

class Html {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

function html(children: unknown): string {
  if (Array.isArray(children)) return children.map(html).join('')
  if (children instanceof Html) return children.html
  return children === undefined || children === null
    ? ''
    : String(children).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function element(name: string, props: object, inside: string): string {
  return /^(?:br|hr|img|input)$/.test(name)
    ? `<${name}${attributes(props)}>`
    : `<${name}${attributes(props)}>${inside}</${name}>`
}

function attributes(props: object): string {
  return Object.entries(props)
    .map(([name, value]) =>
      value === true ? ` ${name}` : ` ${name}="${String(value).replaceAll('"', '&quot;')}"`,
    )
    .join('')
}
