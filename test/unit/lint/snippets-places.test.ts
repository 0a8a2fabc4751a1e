import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Document, isMap, isScalar, Scalar } from 'yaml'
import { readSnippets } from '../../../plugins/lint/text/read-post.ts'
import type { Passage } from '../../../plugins/lint/text/text.ts'
import { Lexicon } from '../../../plugins/lint/words/lexicon.ts'
import type { Post } from '../../../src/calendar/post.ts'
import { readContent } from '../../../src/read-content.ts'

const plan = `site: { name: Acme, about: A shop's notes, url: https://notes.example }
zone: UTC
channels: { linkedin: { network: linkedin }, mastodon: { network: mastodon } }
`

/** A post whose front matter is as given. */
function postOf(frontMatter: string): { source: string; post: Post | undefined } {
  const file = 'content/posts/example.mdx'
  const source = `---\n${frontMatter}---\nText.\n`
  const texts = new Map([
    ['content/plan.yaml', plan],
    [file, source],
  ])
  const { calendar } = readContent({ texts, assets: new Set(), faults: [] }, '2026-12-01T09:00Z', [])
  return { source, post: calendar?.posts[0] }
}

const passagesOf = (post: Post): Passage[] =>
  readSnippets(post, () => 'acquire', new Lexicon()).flatMap(({ passages }) => [...passages])

/** Words that stand in a source once, as they are: `w0x`, `w1x`. */
function marksIn(text: string): { mark: string; at: number }[] {
  return [...text.matchAll(/w\d+x/g)].map(({ 0: mark, index }) => ({ mark, at: index }))
}

/** Where marks were said to be, beside where they are. */
function placesOf(passages: readonly Passage[], source: string): { said: unknown[]; true: unknown[] } {
  const marks = passages.flatMap((passage) =>
    marksIn(passage.text)
      // In double quotes a line may break within a word.
      .filter(({ mark }) => source.includes(mark))
      .map(({ mark, at }) => ({
        mark,
        said: [passage.offsetOf(at), passage.offsetOf(at + mark.length - 1)],
      })),
  )
  return {
    said: marks.map(({ mark, said }) => [mark, ...said]),
    true: marks.map(({ mark }) => [mark, source.indexOf(mark), source.indexOf(mark) + mark.length - 1]),
  }
}

const odd = fc.constantFrom(
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n\n\n',
    '\n  ',
    ' \n',
    '\t',
    ': ',
    ' #',
    '# ',
    ' - ',
    '- ',
    '> ',
    '| ',
    '2 ',
    '|2-',
  ],
  ...[
    "'",
    '"',
    "''",
    '\\',
    '\\n',
    '😀',
    '👩‍👩‍👧',
    '“',
    '”',
    'é',
    '\u00a0',
    '\u2028',
    '&amp;',
    '&',
    '*',
    '!',
    '%',
    '@',
    '`',
    '[',
    '{',
    ',',
  ],
)
const anyText = fc
  .array(
    fc.oneof({ weight: 2, arbitrary: fc.constant('mark') }, { weight: 3, arbitrary: odd }, fc.constant(' ')),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((pieces) => ['mark', ...pieces, 'mark'])
const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const

/** Gives every piece that is a mark a name of its own, counting from a number. */
function named(pieces: readonly string[], from: number): string {
  let next = from
  return pieces.map((piece) => (piece === 'mark' ? `w${next++}x` : piece)).join('')
}

describe.each(styles)('a snippet written as %s', (style) => {
  it('has each word where it stands in the file', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (texts, lineWidth, indent, isCrlf) => {
          const [short, text, part, comment] = texts.map((pieces, index) => named(pieces, index * 100)) as [
            string,
            string,
            string,
            string,
          ]
          const document = new Document({
            title: 'Example',
            snippets: {
              linkedin: short,
              mastodon: [{ kind: 'tip', text, firstComment: comment }, { parts: [part, 'Second.'] }],
            },
          })
          const restyle = (node: unknown): void => {
            if (isScalar(node) && typeof node.value === 'string' && /w\d+x/.test(node.value))
              node.type = Scalar[style]
            else if (isMap(node)) for (const { value } of node.items) restyle(value)
            else if (node && typeof node === 'object' && 'items' in node)
              for (const item of node.items as unknown[]) restyle(item)
          }
          restyle(document.contents)
          const written = document.toString({ lineWidth, indent })
          const { source, post } = postOf(isCrlf ? written.replaceAll('\n', '\r\n') : written)
          // Narrow lines are now and then written in a way that cannot be read again.
          fc.pre(post !== undefined)
          const passages = passagesOf(post)
          expect(passages).toHaveLength(5)
          const places = placesOf(passages, source)
          expect(places.said).toEqual(places.true)
        },
      ),
      { numRuns: 150 },
    )
  })
})
