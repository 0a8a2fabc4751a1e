import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateLinks, withoutTemplates } from '../../../src/audit/template-code.ts'

describe('code of a template', () => {
  it.each([
    ['a {% include x.html %} b', `a ${' '.repeat(20)} b`],
    ['a {{ site.name }} b', 'a                 b'],
    [
      '{% highlight sh %}\nLEVERAGE\n{% endhighlight %} b',
      '                  \n        \n                   b',
    ],
    ['{{< highlight go >}}x{{< /highlight >}}y', `${' '.repeat(39)}y`],
    ['{% raw %}{{ x }}{% endraw %}y', `${' '.repeat(28)}y`],
    ['{% highlight sh %}\nno end', '                  \nno end'],
    ['{# a comment #}y', '               y'],
    ['* TOC\n{:toc}\ny', '     \n      \ny'],
    ['a {: .note }b', 'a           b'],
    ['[a]({{ site.baseurl }}/tea/)', `[a](${'/'.repeat(18)}/tea/)`],
    ['{ a } {b}', '{ a } {b}'],
    ['{% no end', '{% no end'],
  ])('%j gives way', (text, plain) => {
    expect(withoutTemplates(text)).toBe(plain)
  })

  it('stays an address where it is one', () => {
    const text = '[tea]({% post_url 2019-03-04-tea %})'
    expect(withoutTemplates(text)).toBe(`[tea](#${'-'.repeat(28)})`)
  })

  it('never moves a place', () => {
    const parts = fc.constantFrom(
      '{%',
      '%}',
      '{{',
      '}}',
      '{#',
      '#}',
      'raw',
      'endraw',
      ' ',
      '\n',
      'a',
      '(',
      '<',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (all) => {
        const text = all.join('')
        const plain = withoutTemplates(text)
        expect(plain).toHaveLength(text.length)
        expect(plain.replace(/[^\n]/g, '.')).toBe(text.replace(/[^\n]/g, '.'))
      }),
    )
  })
})

it.each([
  ['{% post_url 2019-03-04-tea %}', '2019-03-04-tea'],
  ['{%- link _posts/2019-03-04-tea.md -%}', '_posts/2019-03-04-tea.md'],
  ['{{< ref "tea.md" >}}', 'tea.md'],
  ['{{% relref path="/blog/tea" lang="en" %}}', '/blog/tea'],
  ["{{ '/tea/' | relative_url }}", '/tea/'],
  ['{{ "/tea/" | url }}', '/tea/'],
])('%s leads to %s', (code, to) => {
  expect(templateLinks(`see [x](${code}) and {{ other }}`)).toEqual([to])
})
