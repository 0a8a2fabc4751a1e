import { describe, expect, it } from 'vitest'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import { type RenderOptions, renderBody } from '../../../src/mdx/render-body.ts'

const asWritten: RenderOptions['resolveLink'] = (href) => ({ href })
const render = (text: string, resolveLink = asWritten) =>
  renderBody(parseBody({ file: 'a.mdx', text, bodyStart: 0 }), { resolveLink })

describe('segments', () => {
  const term = (word: string) => ({ component: 'Term', props: {}, children: [word] })

  it.each([
    ['a component in a sentence', 'a <Term>*b*</Term>, c', ['<p>a ', term('<em>b</em>'), ', c</p>']],
    ['one alone, without a paragraph around it', '<Term>b</Term>', [term('b')]],
    ['one in a heading', '## a <Term>b</Term>', ['<h2 id="a-b">a ', term('b'), '</h2>']],
    [
      'one in a list item',
      '- a\n- <Term>b</Term>',
      ['<ul>\n<li>a</li>\n<li>\n', term('b'), '\n</li>\n</ul>'],
    ],
    ['one in other marks', '**a <Term>b</Term>**', ['<p><strong>a ', term('b'), '</strong></p>']],
    ['one in HTML', '<kbd><Term>b</Term></kbd>', ['<kbd>', term('b'), '</kbd>']],
    ['one in a footnote', 'a[^1]\n\n[^1]: <Term>b</Term>', expect.arrayContaining([term('b')])],
    [
      'one in another, and that in a list',
      '- a\n\n  <Callout>\n  b <Term>c</Term>\n  </Callout>',
      [
        '<ul>\n<li>\n<p>a</p>\n',
        { component: 'Callout', props: { kind: 'note' }, children: ['<p>b ', term('c'), '</p>'] },
        '\n</li>\n</ul>',
      ],
    ],
    [
      'one in a cell',
      '| a |\n|:-:|\n| <Term>b</Term> |',
      [
        {
          component: 'Table',
          props: {},
          children: [
            '<table>\n<thead>\n<tr>\n<th class="align-center">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-center">',
            term('b'),
            '</td>\n</tr>\n</tbody>\n</table>',
          ],
        },
      ],
    ],
    ['two side by side', '<Term>a</Term><Term>b</Term>', [term('a'), '\n', term('b')]],
    ['one with nothing inside', '<Share />', [{ component: 'Share', props: {}, children: [] }]],
    ['no component', 'a', ['<p>a</p>']],
    ['nothing', '', []],
    ['comments', 'a {/* b */}c\n\n{/* d */}', ['<p>a c</p>\n']],
  ])('%s', (_, text, expected) => {
    expect(render(text).segments).toEqual(expected)
  })

  it('hands over props as values, defaults included', () => {
    const [segment] = render('<Chart a="b" c={[1, { d: null }]} e f={"g" /* h */} />\n').segments
    expect(segment).toEqual({
      component: 'Chart',
      props: { a: 'b', c: [1, { d: null }], e: true, f: 'g' },
      children: [],
    })
    expect(render('<Callout>a</Callout>').segments).toMatchObject([{ props: { kind: 'note' } }])
    expect(render('<Callout kind="tip">a</Callout>').segments).toMatchObject([{ props: { kind: 'tip' } }])
  })

  it('cannot be deceived by text that looks like a component', () => {
    const text = `a <Term>b</Term> \\<"0"> \`<"0">\` &lt;"0"> [c](d '<"0">') <abbr title='<"0">'>e</abbr>`
    expect(render(text).segments).toHaveLength(3)
  })
})

describe('HTML', () => {
  const html = (text: string, resolveLink = asWritten) => render(text, resolveLink).segments.join('')

  it.each([
    ['a<br />b <kbd class="c">d</kbd>', '<p>a<br>b <kbd class="c">d</kbd></p>'],
    ['<abbr title="a &quot;b&quot; <c>">d</abbr>', '<abbr title="a &quot;b&quot; <c>">d</abbr>'],
    [
      '<ol start={3} reversed>\n<li value="5">a</li>\n</ol>',
      '<ol start="3" reversed><li value="5">a</li></ol>',
    ],
    [
      '<details open="">\n<summary>\na\n</summary>\n\nb\n\n</details>',
      '<details open><summary>a</summary><p>b</p></details>',
    ],
    ['<p>\na\n\nb\n</p>', '<p>a\nb</p>'],
    ['<div>\na\n</div>', '<div><p>a</p></div>'],
    ['```\na < b\n```', '<pre tabindex="0"><code>a &lt; b\n</code></pre>'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected)
  })

  it('hands over code in a language, so that it can be colored', () => {
    expect(render('```js title="x"\na < b\n```').segments).toEqual([
      {
        component: 'Code',
        props: { language: 'js', code: 'a < b\n' },
        children: ['<pre tabindex="0"><code class="language-js">a &lt; b\n</code></pre>'],
      },
    ])
  })

  it('keeps words alone of what a post may not hold, should it come this far', () => {
    expect(html('<script>a</script> <b onclick="c" class="d">e</b> <>f</> {g} [h](javascript:i)')).toBe(
      '<p>a <b class="d">e</b> f  h</p>',
    )
  })

  it('leaves quotes straight where making them typographic would take too long', () => {
    expect(html('"a" '.repeat(1000))).toContain('“a”')
    expect(html('"a" '.repeat(1000).concat('\n').repeat(3))).toContain('"a"')
  })
})

describe('links', () => {
  it('asks for each, as written and with its place', () => {
    const asked: string[] = []
    const text =
      'a [b](./ü%20c.mdx) <a href="d">e</a>\n\n[f][g] https://h.example i[^1]\n\n[g]: <j k>\n\n[^1]: [l](m)'
    render(text, (href, { file, line, column }) => {
      asked.push(`${file}:${line}:${column} ${href}`)
      return { href }
    })
    expect(asked).toEqual([
      'a.mdx:1:3 ./ü%20c.mdx',
      'a.mdx:1:23 d',
      'a.mdx:3:1 j k',
      'a.mdx:3:8 https://h.example',
      'a.mdx:7:7 m',
    ])
  })

  it('writes what they lead to, or their words alone', () => {
    const { segments } = render(
      '[*a*](b "t") [c](d) <a href="d" class="x">e</a> <a href="b" class="x">f</a>',
      (href) => (href === 'b' ? { href: '/b/?x&y' } : { plain: true }),
    )
    expect(segments).toEqual([
      '<p><a href="/b/?x&amp;y" title="t"><em>a</em></a> c e <a href="/b/?x&amp;y" class="x">f</a></p>',
    ])
  })

  it('makes none that was not asked for', () => {
    const asked: string[] = []
    const { segments } = render('b--c@d.example <a id="e">f</a>', (href) => {
      asked.push(href)
      return { href }
    })
    expect(asked).toEqual([])
    expect(segments).toEqual(['<p>b–c@d.example <a id="e">f</a></p>'])
  })

  it('leaves those of footnotes alone', () => {
    const { segments } = render('a[^1]\n\n[^1]: b', () => ({ plain: true }))
    expect(segments.join('').match(/href="#user-content-fn[^"]*"/g)).toEqual([
      'href="#user-content-fn-1"',
      'href="#user-content-fnref-1"',
    ])
  })
})

describe('pictures', () => {
  it('become components, and those beside the post are listed as written', () => {
    const text = [
      '![a *b*](./ü%20c.png "d") [![](../e.png)](f)',
      '![g](https://h.example/i.png) ![j](/k.png) ![l][m]',
      '<Figure src="n.png" alt="o" /> ![p](n.png)\n\n[m]: <q r.png>',
    ].join('\n\n')
    const { segments, images } = render(text)
    expect(images).toEqual(['./ü%20c.png', '../e.png', 'q r.png', 'n.png'])
    expect(segments.filter((segment) => typeof segment === 'object').map(({ props }) => props)).toEqual([
      { src: './ü%20c.png', alt: 'a b', title: 'd' },
      { src: '../e.png', alt: '' },
      { src: 'https://h.example/i.png', alt: 'g' },
      { src: '/k.png', alt: 'j' },
      { src: 'q r.png', alt: 'l' },
      { src: 'n.png', alt: 'o' },
      { src: 'n.png', alt: 'p' },
    ])
  })
})

describe('headings', () => {
  it('have ids of their words, each of its own, wherever they stand', () => {
    const text =
      '## A *b* `c` {/* d */}\n\n### A b c\n\n<Callout>\n\n#### “É” & <Term>f</Term>[^1]\n\n</Callout>\n\n## 🎉\n\n[^1]: g'
    const { headings, segments } = render(text)
    expect(headings).toEqual([
      { depth: 2, slug: 'a-b-c', text: 'A b c' },
      { depth: 3, slug: 'a-b-c-1', text: 'A b c' },
      { depth: 4, slug: 'é--f', text: '“É” & f' },
      { depth: 2, slug: 'section', text: '🎉' },
    ])
    const html = JSON.stringify(segments).replaceAll('\\"', '"')
    for (const { slug, depth } of headings) expect(html).toContain(`<h${depth} id="${slug}">`)
    expect(html).toContain('<h2 class="sr-only" id="footnote-label">Footnotes</h2>')
  })
})

describe('text and words', () => {
  it.each([
    ['a *b*<br />c\n\n- d\n- e  f', 'a b\nc\nd\ne f', 6],
    ["It's 5 % off — 24/7", 'It’s 5 % off — 24/7', 4],
    ['`a` b\n\n```\nc d\n```', 'a b\nc d', 4],
    ['| a | b |\n|---|---|\n| c | d |', 'a\nb\nc\nd', 4],
    ['a[^1] b\n\n[^1]: c', 'a b\nc', 3],
    ['<Question ask="a?">\n\nb\n\n</Question>', 'a?\nb', 2],
    ['<Figure src="a.png" alt="b" caption="c d" />', 'c d', 2],
    ['a <Term name="b">c</Term>d {/* e */} ![f](g.png)', 'a cd', 2],
    ['[a](b.mdx) https://c.example', 'a https://c.example', 2],
    ['', '', 0],
  ])('%j', (source, text, words) => {
    expect(render(source)).toMatchObject({ text, words })
  })
})
