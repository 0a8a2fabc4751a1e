import fc from 'fast-check'
import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { markdownToHtml } from 'satteri'
import { describe, expect, it } from 'vitest'
import { DropList } from '../../../src/moving/html/drop-list.ts'
import { escapeHtml } from '../../../src/moving/html/escape-html.ts'
import { footnoteHandlers } from '../../../src/moving/html/footnotes.ts'
import { markdownTree } from '../../../src/moving/html/markdown-tree.ts'
import { parseHtml, textOf } from '../../../src/moving/html/parse-html.ts'
import { tidy } from '../../../src/moving/html/tidy.ts'
import { writeMarkdown } from '../../../src/moving/html/write-markdown.ts'
import { htmlToMarkdown } from '../../../src/moving/html-to-markdown.ts'

describe('what stays', () => {
  it.each([
    ['a break in a paragraph', '<p>one<br>two</p>', 'one\\\ntwo'],
    ['spaces at marks', '<p>a<strong> so </strong>b, <em>so: <br></em>c</p>', 'a **so** b, *so:*\\\nc'],
    ['marks within words', '<p>in<em>tra</em>word</p>', 'in*tra*word'],
    ['tags that cross', '<p>one <b>bold <i>both</b> it</i></p>', 'one **bold _both_** *it*'],
    [
      'signs of Markdown',
      '<p>2*3*4 a_b [x](y) `c` # 1. &lt;b&gt; &amp;amp;</p>',
      '2\\*3\\*4 a_b \\[x]\\(y) \\`c\\` # 1. \\<b> \\&amp;',
    ],
    [
      'a line that begins like a list',
      '<p>1. not a list</p><p>- nor this</p>',
      '1\\. not a list\n\n\\- nor this',
    ],
    ['empty paragraphs', '<p>&nbsp;</p><p>x</p><h2> </h2><p><strong></strong></p>', 'x'],
    ['a heading in bold', '<h2><strong>How?</strong><br>So</h2>', '## How? So'],
    [
      'lists in lists',
      '<ol><li><p>One</p><ul><li>a<ol><li>b</li></ol></li></ul></li></ol>',
      '1. One\n\n   - a\n     1. b',
    ],
    ['a list between items', '<ul><li>One</li><ul><li>in</li></ul><li>two</li></ul>', '- One\n  - in\n- two'],
    ['boxes to tick', '<ul><li><input type="checkbox" checked> done</li></ul>', '- [x] done'],
    [
      'a table',
      '<table><tr><th>a|b</th><th style="text-align: right">c</th></tr><tr><td>d<br>e</td><td>1</td></tr></table>',
      '| a\\|b | c |\n| - | -: |\n| d e | 1 |',
    ],
    [
      'code with its language',
      '<pre class="brush: php; x"><code>a &lt; b\n\n  `c`</code></pre>',
      '```php\na < b\n\n  `c`\n```',
    ],
    ['code with breaks', '<pre>a<br>b <b>c</b></pre>', '```\na\nb c\n```'],
    ['verse', '<pre class="wp-block-verse">one\n two</pre>', 'one\\\ntwo'],
    ['code in a sentence', '<p><code>a`b</code></p>', '``a`b``'],
    [
      'a quotation and who said it',
      '<blockquote><p>So.</p><cite>Anna</cite></blockquote>',
      '> So.\n>\n> Anna',
    ],
    ['raised and lowered numbers', '<p>x<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup></p>', 'x², H₂O, 1st'],
    ['words struck out', '<p><s>no</s> <ins>yes</ins> <u>so</u></p>', '~~no~~ yes so'],
    ['a fold', '<details><summary>Why?</summary><p>So.</p></details>', '**Why?**\n\nSo.'],
    ['words for definitions', '<dl><dt>tea</dt><dd>leaves</dd></dl>', '- tea\n\n  leaves'],
    ['a bare address', '<p>https://a.example/b</p>', '[https://a.example/b](https://a.example/b)'],
    [
      'an address with a space',
      '<p><a href="https://a.example/b c">x </a>y</p>',
      '[x](<https://a.example/b c>) y',
    ],
    ['an anchor', '<p><a name="x"></a><a id="y">words</a></p>', 'words'],
  ])('%s', (_name, html, markdown) => {
    expect(htmlToMarkdown(html)).toEqual({ text: `${markdown}\n`, dropped: [] })
  })
})

describe('pictures', () => {
  it.each([
    [
      'words below it',
      '<figure><img src="a.jpg" alt="A"><figcaption>So <em>it</em> “is”</figcaption></figure>',
      '![A](a.jpg "So it “is”")',
    ],
    ['a link to its own larger file', '<p><a href="a-full.jpg"><img src="a.jpg"></a></p>', '![](a.jpg)'],
    [
      'a link elsewhere',
      '<p><a href="https://b.example/"><img src="a.jpg"></a></p>',
      '[![](a.jpg)](https://b.example/)',
    ],
    [
      'a link below it',
      '<figure><img src="a.jpg"><figcaption>By <a href="https://b.example/">B</a></figcaption></figure>',
      '![](a.jpg)\n\nBy [B](https://b.example/)',
    ],
    [
      'a late one',
      '<p><img src="data:image/gif;base64,AA" data-src="//c.example/a.png"></p>',
      '![](https://c.example/a.png)',
    ],
    [
      'several',
      '<figure><figure><img src="a"><figcaption>A</figcaption></figure><figure><img src="b"></figure><figcaption>Both</figcaption></figure>',
      '![](a "A")\n\n![](b)\n\nBoth',
    ],
  ])('with %s', (_name, html, markdown) => {
    expect(htmlToMarkdown(html)).toEqual({ text: `${markdown}\n`, dropped: [] })
  })
})

describe('what is left behind', () => {
  it.each([
    [
      'a script',
      '<script src="https://x.example/a.js">evil()</script>',
      '',
      ['<script> of https://x.example/a.js'],
    ],
    ['a style', '<style>p{}</style><p style="x">y</p>', 'y\n', ['<style>']],
    ['forms', '<form><p>Join</p></form><form></form>', '', ['<form>, 2 times']],
    [
      'a frame',
      '<iframe src="//www.youtube.com/embed/abc?x=1"></iframe>',
      '[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)\n',
      ['a frame of www.youtube.com'],
    ],
    ['a frame of itself', '<iframe srcdoc="<script>x</script>"></iframe>', '', ['a frame']],
    ['a player', '<video><source src="a.mp4">old browser</video>', '[a.mp4](a.mp4)\n', ['a player of video']],
    ['a link that runs', '<a href=" java\nscript:x()">words</a>', 'words\n', ['a link to java script:x()']],
    ['a picture in the text', '<img alt="Dot" src="data:image/gif;base64,AA">', '', ['a picture, “Dot”']],
    [
      'merged cells',
      '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>',
      '| | |\n| - | - |\n| a | |\n| b | c |\n',
      ['merged cells of a table'],
    ],
    ['colors', '<p><span style="color:red">red</span></p>', 'red\n', ['styles on words']],
    ['drawings', '<svg width="200"><text>x</text></svg>', '', ['<svg>']],
  ])('%s', (_name, html, text, dropped) => {
    const marked = htmlToMarkdown(html)
    expect(marked.text).toBe(text)
    expect(marked.dropped.map(({ what }) => what)).toEqual(dropped)
  })
})

it.each([
  ['elements in elements', `${'<div>'.repeat(100_000)}words`],
  ['lists in lists', `${'<ul><li>'.repeat(5000)}words`],
  ['quotations', `${'<blockquote>'.repeat(5000)}words`],
  ['marks that never close', `${'<b><i>'.repeat(20_000)}words`],
  ['tables in tables', `${'<table><tr><td>'.repeat(2000)}words`],
])('keeps the words in %s without end', (_name, html) => {
  expect(htmlToMarkdown(html).text).toContain('words')
})

const word = fc.string({
  unit: fc.constantFrom(...'abcäß茶 \n*_[](){}<>|#+-=.!`~\\&"\'1:/@^$'),
  minLength: 1,
  maxLength: 12,
})
const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
  inline: fc.oneof(
    { weight: 3, arbitrary: word.map(escapeHtml) },
    fc
      .tuple(fc.constantFrom('strong', 'em', 'b', 'i', 'del', 'span', 'code'), tie('inline'), tie('inline'))
      .map(([tag, a, b]) => `<${tag}>${a}</${tag}>${b}`),
    tie('inline').map((inner) => `<a href="https://a.example/">${inner}</a>`),
  ),
  block: fc.oneof(
    { maxDepth: 4 },
    tie('inline').map((inner) => `<p>${inner}</p>`),
    fc
      .tuple(fc.constantFrom('h2', 'blockquote', 'div'), tie('inline'))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('inline'), { minLength: 1, maxLength: 3 }))
      .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
    fc.tuple(tie('block'), tie('block')).map((both) => both.join('\n')),
    word.map((text) => `<pre><code>${escapeHtml(text)}</code></pre>`),
  ),
}))
const wordsOf = (html: string) => textOf(parseHtml(html)).replace(/\s+/g, '')

it('keeps every word, whatever signs are in it', () => {
  fc.assert(
    fc.property(block, (html) => {
      const { text } = htmlToMarkdown(html)
      expect(wordsOf(markdownToHtml(text).html)).toBe(wordsOf(html))
    }),
    { numRuns: 500 },
  )
})

it('takes the short way where it gives what the library gives', () => {
  fc.assert(
    fc.property(block, (html) => {
      const tree = tidy(parseHtml(html), new DropList())
      const byLibrary = toMdast(structuredClone(tree), { document: true, handlers: footnoteHandlers })
      expect(writeMarkdown(markdownTree(tree))).toBe(writeMarkdown(byLibrary))
    }),
    {
      numRuns: 500,
      examples: [['<pre><code>a\n\n</code></pre>'], ['<p><strong><strong>&amp;</strong>amp;</strong> a</p>']],
    },
  )
})

it('escapes what means something, and leaves most words alone', () => {
  const careful = (text: string) =>
    toMarkdown(
      { type: 'paragraph', children: [{ type: 'text', value: text }] },
      { extensions: [gfmToMarkdown()] },
    )
  fc.assert(
    fc.property(word, (text) => {
      const trimmed = text.trim()
      expect(writeMarkdown({ type: 'paragraph', children: [{ type: 'text', value: trimmed }] })).toBe(
        careful(trimmed),
      )
    }),
    { numRuns: 2000 },
  )
})
