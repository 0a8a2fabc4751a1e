import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import { renderBody, type Segment } from '../../../src/mdx/render-body.ts'
import { type TermFinder, termFinder } from '../../../src/mdx/term-finder.ts'
import { plainContent } from '../../../src/reader/plain-content.ts'

const glossary = termFinder([
  { term: 'query', kind: 'term' },
  { term: 'search', kind: 'term' },
  { term: 'search intent', kind: 'term' },
  { term: 'CTA', kind: 'acronym' },
])
const none: TermFinder = { find: () => [], named: glossary.named }

function render(text: string, terms: TermFinder | undefined) {
  const body = parseBody({ file: 'a.mdx', text, bodyStart: 0 })
  return renderBody(body, { resolveLink: (href) => ({ href }), ...(terms && { terms }) })
}

/** A body's HTML; components are tags, and each word that is explained stands in brackets, with its number. */
function flat(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      if (typeof segment === 'string') return segment
      const { component, props, children } = segment
      const inside = flat(children)
      return component === 'Term' ? `[${props.number} ${inside}]` : `<${component}>${inside}</${component}>`
    })
    .join('')
}

const marked = (text: string) => flat(render(text, glossary).segments)

describe('a glossary word', () => {
  it.each([
    ['at its first use only', 'A query, a query.\n\nQueries.', 'A [1 query], a query.'],
    ['in emphasis', 'a **query** b', '<strong>[1 query]</strong>'],
    ['in a list', '- a query\n- a query', '<li>a [1 query]</li>\n<li>a query</li>'],
    ['in a quotation, but not where it says whose', '> query\n>\n> — query', '[1 query]</p>\n<p>— query'],
    ['not in a quotation’s source', '> — query, 2026\n\nquery', '<p>[1 query]</p>'],
    ['not in headings', '## query\n\nquery', '<p>[1 query]</p>'],
    ['not in links', '[query](x) query', '</a> [1 query]'],
    ['not in code', '`query` query\n\n```\nquery\n```', '</code> [1 query]'],
    ['not in blocks of code', '```\nquery\n```\n\nquery', '<p>[1 query]</p>'],
    ['not in HTML that says what it is', '<abbr title="a">CTA</abbr> <kbd>CTA</kbd> CTA', '</kbd> [1 CTA]'],
    ['not in another language', '<span lang="fr">query</span> query', '</span> [1 query]'],
    ['in cells, but not in heads', '| query |\n|---|\n| query |', '<td>[1 query]</td>'],
    ['in components that go on with the text', '<Steps>\n\n1. query\n\n</Steps>', '<li>[1 query]</li>'],
    [
      'not in a sentence that is set apart',
      '<Share>\n\nquery\n\n</Share>\n\nquery',
      '</Share>\n<p>[1 query]</p>',
    ],
    ['not in a component of the site', '<Chart>\n\nquery\n\n</Chart>\n\nquery', '</Chart>\n<p>[1 query]</p>'],
    [
      'not in props',
      '<Question ask="query">\n\nquery\n\n</Question>',
      '<Question><p>[1 query]</p></Question>',
    ],
    ['only where it is whole', 'un**query**able query', '</strong>able [1 query]'],
    ['not over marks', '*search* intent, search', '<em>search</em> intent, [1 search]'],
    ['the longest', 'search intent, search', '[1 search intent], [2 search]'],
    [
      'not within one that was used',
      'search intent, search intent, search',
      'intent], search intent, [2 search]',
    ],
    ['after a line break', 'a<br />query', 'a<br>[1 query]'],
    ['with footnotes numbered after the text', '[^1] CTA\n\n[^1]: query', '[2 query]'],
  ])('is marked %s: %j', (_, text, expected) => {
    expect(marked(text)).toContain(expected)
    expect(marked(text).match(/\[\d query\]/g) ?? []).toHaveLength(/query\]/.test(expected) ? 1 : 0)
  })

  it.each([
    ['by hand', '<Term>query</Term>, query', '[1 query], query'],
    ['by hand, bent', '<Term name="query">asking</Term>', '[1 asking]'],
    ['by hand, and nowhere before', 'query <Term>queries</Term>', 'query [1 queries]'],
    ['by hand, in a heading too', '## <Term>query</Term>\n\nquery', '[1 query]</h2>\n<p>query</p>'],
    ['by hand, once', 'a <Term>query</Term> <Term>query</Term>', 'a [1 query] query'],
    ['not for a word that nobody knows', '<Term>nonsense</Term> query', 'nonsense [1 query]'],
  ])('is marked %s: %j', (_, text, expected) => {
    expect(marked(text)).toContain(expected)
  })

  it('is listed as the glossary has it, in the order of the numbers', () => {
    const { terms } = render('CTAs and queries\n\n> <Term name="search">looking</Term>', glossary)
    expect(terms).toEqual(['CTA', 'query', 'search'])
  })
})

describe('laws', () => {
  const words = ['query', 'Queries', 'search', 'search intent', 'CTA', 'cta', 'other', 'a b', 'é', '検索']
  const inline = fc.oneof(
    fc.constantFrom(...words, ' ', ', ', '. ', '’s ', '-', '\n', '<br />', '{/* c */}', '&amp;'),
    fc
      .tuple(
        fc.constantFrom(
          ['*', '*'],
          ['**', '**'],
          ['`', '`'],
          ['[', '](x)'],
          ['<kbd>', '</kbd>'],
          ['<span lang="fr">', '</span>'],
          ['<Term>', '</Term>'],
          ['<Term name="query">', '</Term>'],
        ),
        fc.constantFrom(...words),
      )
      .map(([[open = '', close = ''], word]) => open + word + close),
  )
  const sentence = fc.array(inline, { maxLength: 12 }).map((parts) => `w ${parts.join('')}`)
  const block = fc
    .tuple(
      fc.constantFrom(
        ['', ''],
        ['## ', ''],
        ['> ', ''],
        ['> — ', ''],
        ['- ', ''],
        ['<Callout>\n\n', '\n\n</Callout>'],
        ['<Share>\n\n', '\n\n</Share>'],
        ['```js\n', '\n```'],
      ),
      sentence,
    )
    .map(
      ([[open = '', close = ''], text]) => open + text.replaceAll('\n', close || open ? ' ' : '\n') + close,
    )
  const body = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n'))

  it('no word of the text changes, and without marks it is what it was', () => {
    let marks = 0
    fc.assert(
      fc.property(body, (text) => {
        const [with_, without] = [render(text, glossary), render(text, none)]
        marks += with_.terms.length
        expect(flat(plainContent(with_.segments))).toBe(flat(plainContent(without.segments)))
        expect(with_.text).toBe(without.text)
        expect(with_.headings).toEqual(without.headings)
      }),
      { numRuns: 1000 },
    )
    expect(marks).toBeGreaterThan(500)
  })

  it('each word is marked once at the most, in running text', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { segments, terms } = render(text, glossary)
        expect(new Set(terms).size).toBe(terms.length)
        const html = flat(segments)
        expect(html.match(/\[\d+ /g) ?? []).toHaveLength(terms.length)
        const byHand = render(text, none).terms
        const open: string[] = []
        for (const [, close, name, , number] of html.matchAll(/<(\/?)([a-zA-Z]\w*)([^>]*)>|\[(\d+) /g)) {
          if (number) {
            const term = terms[Number(number) - 1] as string
            if (!byHand.includes(term))
              expect(open.filter((tag) => /^(?:a|code|pre|kbd|span|h\d|Share|Code)$/.test(tag))).toEqual([])
          } else if (close) expect(open.pop()).toBe(name)
          else if (name !== 'br') open.push(name as string)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
