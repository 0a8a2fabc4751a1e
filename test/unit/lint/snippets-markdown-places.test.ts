import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../plugins/lint/text/make-text.ts'
import { Lexicon } from '../../../plugins/lint/words/lexicon.ts'

/** What may stand between two words of a paragraph. */
const inline = fc.constantFrom(
  ...[' ', '  ', ' \n', '\n', '  \n', '\\\n', '\t', ' <br/> '],
  ...['\\*', '\\\\', '\\_', '\\>', '\\`', '\\"', '\\a', '\\&amp;', '\\<'],
  ...[
    '&amp;',
    '&copy;',
    '&nbsp;',
    '&#8212;',
    '&#x1F600;',
    '&#38;',
    '&NotEqualTilde;',
    '&Afr;',
    '&unknown;',
    '& ',
    '&lt;',
  ],
  ...['“', '”', '’', "'", '"', '…', '—', '😀', '👩‍👩‍👧', 'é', 'e\u0301', '\u00a0'],
  ...[
    ' **bold** ',
    '*',
    '_',
    '`code`',
    ' `` `a` `` ',
    ' [link](https://example.com/a_b "title") ',
    '![alt](./a.png)',
  ],
  ...['~~gone~~', ' https://example.com/ ', '|', ' - ', ' > ', ' + ', '1. ', '# '],
)
const paragraph = fc
  .array(fc.oneof({ weight: 2, arbitrary: fc.constant('mark') }, { weight: 3, arbitrary: inline }), {
    maxLength: 25,
  })
  .map((pieces) => ['mark ', ...pieces, ' mark'].join(''))
const attribute = fc
  .array(
    fc.oneof(
      fc.constant('mark'),
      fc.constantFrom(
        ' ',
        '\n',
        '&amp;',
        '&quot;',
        '&copy;',
        "'",
        '’',
        '😀',
        'é',
        '>',
        '> ',
        '\\',
        '\\n',
        '=',
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => ['mark ', ...pieces, ' mark'].join(''))
const block = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    paragraph.map((text) => `## ${text.replaceAll(/\s*\n\s*/g, ' ')}`),
    tie('any').map((text) => text.replaceAll(/^/gm, '> ')),
    tie('any').map((text) => `- ${text.replaceAll('\n', '\n  ')}`),
    tie('any').map((text) => `12. ${text.replaceAll('\n', '\n    ')}`),
    paragraph.map(
      (text) =>
        `| a | b |\n| --- | --- |\n| ${text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')} | mark |`,
    ),
    attribute.map((text) => `<Figure src="./a.png" alt="caption='no'" caption="${text}" />`),
    attribute.map((text) => `<Question ask='${text.replaceAll("'", '’')}'>\n\nmark\n\n</Question>`),
    tie('any').map((text) => `<Callout>\n\n${text}\n\n</Callout>`),
    tie('any').map((text) => `<Callout>\n  ${text.replaceAll('\n', '\n  ')}\n</Callout>`),
  ),
})).any
const document = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([blocks, isCrlf]) => {
    let next = 0
    const source = blocks.join('\n\n').replaceAll('mark', () => `w${next++}x`)
    return isCrlf ? source.replaceAll('\n', '\r\n') : source
  })

describe.each(['example.md', 'example.mdx'])('the text of %s', (file) => {
  it('has each word where it stands in the file', () => {
    fc.assert(
      fc.property(document, (source) => {
        const { text } = readFile(file, source, new Lexicon())
        const said = text.passages.flatMap((passage) =>
          [...passage.text.matchAll(/w\d+x/g)].map(({ 0: mark, index }) => [
            mark,
            passage.offsetOf(index),
            passage.offsetOf(index + mark.length - 1),
          ]),
        )
        expect(said).toEqual(
          said.map(([mark]) => {
            const at = source.indexOf(mark as string)
            return [mark, at, at + (mark as string).length - 1]
          }),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
