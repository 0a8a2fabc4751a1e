import { findBrands } from '../../promotion/find-brands.ts'
import { isBacked } from '../../promotion/is-backed.ts'
import { isDenied } from '../../promotion/is-denied.ts'
import { readSelling } from '../../promotion/read-selling.ts'
import { sentenceAt } from '../../promotion/sentence-at.ts'
import { defineTextRule } from '../../rule.ts'
import type { Passage, Sentence, Word } from '../../text/text.ts'

/** Flags superlatives that a text gives itself. */
export default defineTextRule({
  id: 'promo-superlative',
  summary: 'a superlative about yourself',
  why: 'Everybody calls themselves the best; a stranger believes a figure.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  inSnippets: true,
  check(text, { site, report }) {
    const { cues } = readSelling(text, site)
    const brands = findBrands(text, site.brands)
    const own = new Set(brands.map(({ passage, firstWord }) => passage.words[firstWord] as Word))
    const sentences = new Set([...cues.we, ...cues.our, ...brands].map(sentenceAt))
    for (const sentence of sentences) {
      const range = boastIn(sentence, own)
      if (!range || isBacked(sentence)) continue
      const { passage } = sentence
      const [start, end] = [(passage.words[range[0]] as Word).start, (passage.words[range[1]] as Word).end]
      report({
        at: { passage, start, end },
        message: `\`${passage.text.slice(start, end)}\` is a claim about yourself; give the number, or leave it out.`,
        because:
          'a superlative behind `we`, `our` or your own name, with no figure and no link in its sentence',
      })
    }
  },
})

const selves = new Set("we our we're".split(' '))
const links = new Set("is are remains we're provides offers delivers provide offer deliver".split(' '))
const superlatives = new Set(
  'best fastest cheapest easiest simplest smartest safest strongest finest greatest largest biggest highest lowest quickest leading only premier ultimate top foremost'.split(
    ' ',
  ),
)
/** What stands behind a superlative in plain speech. */
const plain = new Set(
  'practice practices for way ways ones one thing things part time to of interest if when a an important'.split(
    ' ',
  ),
)
const adjective = /(?:ful|ive|ous|al|ble|ed|ing|ent|ant|ic|less|ary|ate)$/
const small = new Set('in by and or on at with from that which'.split(' '))
/** How many words may lie between a subject, its verb and the superlative. */
const reach = 6

/**
 * The words of a superlative that is said of `we`, `our …` or a brand: "we are the best", "Acme, the world's most
 * powerful". A number in the sentence is taken for a proof.
 */
function boastIn(
  { passage, firstWord, endWord }: Sentence,
  own: ReadonlySet<Word>,
): [number, number] | undefined {
  const { words, text } = passage
  let subject = -1
  let link = -1
  for (let at = firstWord; at < endWord; at++) {
    const word = words[at] as Word
    const { lower } = word.entry
    if (word.isQuoted || word.isAddress) return undefined
    if (own.has(word) || selves.has(lower)) {
      subject = at
      link = lower === "we're" || text[word.end] === ',' ? at : -1
      continue
    }
    if (subject === -1) continue
    if (links.has(lower) && at - subject <= reach) link = at
    if (link === -1 || at - link > reach) continue
    const isMost = lower === 'most' && adjective.test(words[at + 1]?.entry.lower ?? '')
    if (!isMost && !superlatives.has(lower)) continue
    const last = isMost ? at + 1 : at
    const next = last + 1 < endWord ? (words[last + 1] as Word) : undefined
    const article = articleBefore(passage, at, subject)
    if (
      article === -1 ||
      !next ||
      plain.has((isMost ? (words[last] as Word) : next).entry.lower) ||
      plain.has(next.entry.lower)
    )
      continue
    if (isDenied(passage, at)) continue
    for (let each = firstWord; each < endWord; each++)
      if ((words[each] as Word).shape === 'number' && words[each]?.text !== '1') return undefined
    const isOne = text.slice((words[last] as Word).end, next.start) === ' ' && !small.has(next.entry.lower)
    return [article, isOne ? last + 1 : last]
  }
  return undefined
}

/** Index of the `the` of a superlative, or -1. "The world's" may stand between. */
function articleBefore({ words, text }: Passage, at: number, subject: number): number {
  for (let back = at - 1; back > subject && back >= at - 3; back--)
    if (words[back]?.entry.lower === 'the')
      return /[.,:;!?(]/.test(text.slice(words[back]?.end, words[at]?.start)) ? -1 : back
  return -1
}
