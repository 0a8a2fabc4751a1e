import { defineTextRule } from '../../rule.ts'
import { type Passage, wordsOf } from '../../text/text.ts'

const we = new Set(['we', "we're", "we've", "we'll", "we'd", 'our'])
/** `We all`: the reader too. */
const everybody = new Set(['all', 'both', 'humans', 'live', 'often', 'tend'])
/** Words that lead to what a sentence is about: `today`, `last week`, `here at Acme`. */
const leading = new Set(
  'today recently now currently here at as this last yesterday earlier week month year spring summer fall winter quarter monday tuesday wednesday thursday friday in since for'.split(
    ' ',
  ),
)
const mostLeading = 5

/** Verbs by which `we need to` and `we have to` take the reader along. */
const together = new Set('talk think discuss ask understand remember'.split(' '))

/** Flags texts whose first sentence is about the one who writes. */
export default defineTextRule({
  id: 'search-intro-us',
  summary: 'texts that open with the one who writes',
  why: 'A reader from search came with a question and does not know you. A first sentence about you says that the answer is not here, or not yet.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  check({ passages }, { site, report }) {
    const answer = passages.find(({ kind }) => kind === 'answer')
    const opening = passages.find(({ kind, isQuote }) => kind === 'paragraph' && !isQuote)
    for (const passage of [answer, opening]) {
      const sentence = passage?.sentences[0]
      const by = passage && sentence && subjectOf(passage, site.brands)
      if (!by) continue
      const at = { passage, start: by.start, end: by.end }
      report({
        at,
        message: `The text opens with \`${passage.text.slice(by.start, by.end)}\`, not with the reader; begin with what was searched for.`,
        because: by.because,
        quote: passage.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)),
        key: 'opening',
      })
      return
    }
  },
})

/** Where the first sentence of a passage names the team as what it is about. */
function subjectOf(
  passage: Passage,
  brands: readonly string[],
): { start: number; end: number; because: string } | undefined {
  const [sentence] = passage.sentences
  const words = sentence ? wordsOf(sentence) : []
  const [first] = words
  if (!first || !sentence || first.isQuoted || sentence.isQuestion) return undefined
  const rest = passage.text.slice(first.start)
  const brand = brands.find(
    (name) => rest.startsWith(name) && !/[\p{L}\p{N}]/u.test(rest.charAt(name.length)),
  )
  if (brand !== undefined)
    return {
      start: first.start,
      end: first.start + brand.length,
      because: `\`${brand}\` is the site's own name`,
    }
  for (const [index, { entry, start, end, isQuoted }] of words.slice(0, mostLeading + 1).entries()) {
    const next = words[index + 1]
    // `In our lives` is everybody's, `our shop opens` is not.
    const isUs = we.has(entry.lower) && (entry.lower !== 'our' || index === 0)
    const isTogether =
      words[index + 2]?.entry.lower === 'to' && together.has(words[index + 3]?.entry.lower ?? '')
    if (isUs && !isQuoted && !isTogether && !everybody.has(next?.entry.lower ?? ''))
      return { start, end, because: `\`${entry.lower}\` is what the first sentence is about` }
    const before = passage.text.slice(first.start, start)
    if (!leading.has(entry.lower) && !/^(?:here )?at /i.test(before)) return undefined
  }
  return undefined
}
