import fc from 'fast-check'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h, s } from 'hastscript'
import { expect, it } from 'vitest'
import { writeHtml } from '../../../src/board/write-html.ts'

const words = fc.string({ unit: fc.constantFrom(...'ab <>&"\'=`é\u00a0👍') })
const properties = fc.record(
  {
    id: words,
    className: fc.array(fc.constantFrom('a', 'b-c', 'd&e')),
    href: words,
    ariaHidden: fc.constantFrom('true', 'false'),
    dataTime: words,
    open: fc.boolean(),
    hidden: fc.constant(true),
    colSpan: fc.integer({ min: 1, max: 9 }),
    tabIndex: fc.constant(-1),
    title: fc.constant(undefined),
  },
  { requiredKeys: [] },
)
const drawing = fc.record({ viewBox: words, textAnchor: words, strokeDasharray: words }, { requiredKeys: [] })

const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    words.map((value): ElementContent => ({ type: 'text', value })),
    fc
      .tuple(fc.constantFrom('p', 'li', 'td', 'details', 'a'), properties, fc.array(tie('node')))
      .map(([name, own, children]) => h(name, own, children)),
    fc
      .tuple(fc.constantFrom('input', 'br', 'meta', 'link', 'img', 'hr'), properties)
      .map(([name, own]) => h(name, own)),
    fc
      .tuple(drawing, fc.array(fc.tuple(fc.constantFrom('path', 'text'), drawing, tie('node'))))
      .map(([own, inside]) =>
        s(
          'svg',
          own,
          inside.map(([name, of, child]) =>
            s(
              name,
              of,
              [child].filter(({ type }) => type === 'text'),
            ),
          ),
        ),
      ),
  ),
}))

it('writes what hast-util-to-html writes', () => {
  fc.assert(
    fc.property(fc.array(node), (children) => {
      const page: Element = h('main', children)
      expect(writeHtml(page)).toBe(toHtml(page))
    }),
    { numRuns: 300 },
  )
})
