import { z } from 'zod'
import type { Match } from '../../find-phrases.ts'
import { hardCalls, pressing, softCalls } from '../../promotion/calls.ts'
import { findBrands } from '../../promotion/find-brands.ts'
import { isDenied } from '../../promotion/is-denied.ts'
import { defineTextRule } from '../../rule.ts'
import type { Passage, Spot, Text } from '../../text/text.ts'

const phrases = [
  ...hardCalls.map((phrase) => ({ phrase, isHard: true, isOrder: true })),
  ...pressing.map((phrase) => ({ phrase, isHard: true, isOrder: false })),
  ...softCalls.map((phrase) => ({ phrase, isHard: false, isOrder: true })),
]

/** Flags calls to buy, sign up or call in a text that should inform. */
export default defineTextRule({
  id: 'promo-cta',
  summary: 'calls to buy, sign up or call before the end',
  why: 'Nobody buys from a page that has not answered them yet; who is asked too early goes back to the results.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    end: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .meta({ description: 'Last part of a text, as a share of its words, that may hold one call' }),
  }),
  phrases,
  check(text, { options: { end }, matches, site, report }) {
    const calls = [
      ...matches
        .filter((match) => !match.phrase.isOrder || isOrder(match))
        .map((match) => ({ ...match, because: `\`${match.phrase.phrase}\` is on the list of calls` })),
      ...brandOrders(text, site.brands),
    ].filter(({ passage, firstWord }) => !isDenied(passage, firstWord))
    if (calls.length === 0) return
    const isLate = laterThan(text, end)
    let isFree = true
    for (const { passage, start, end, phrase, because, firstWord } of calls) {
      if (isFree && isLate(passage, firstWord)) {
        isFree = false
        continue
      }
      const quote = passage.text.slice(start, end)
      report({
        at: { passage, start, end },
        ...(!phrase.isHard && { level: 'suggestion' as const }),
        message: phrase.isHard
          ? `\`${quote}\` asks a stranger to buy or sign up; one quiet link at the end is enough.`
          : `\`${quote}\` sends a stranger to you before they have their answer; one quiet link at the end is enough.`,
        because,
      })
    }
  },
})

const softly = new Set('please just simply so then and or now today'.split(' '))

/** Whether a match begins a sentence, or a part of one: "you can book online" tells, "Book online" asks. */
function isOrder({ passage, start, firstWord }: Match): boolean {
  const before = passage.words[firstWord - 1]
  if (!before || softly.has(before.entry.lower)) return true
  return /[.!?:,;\n–—]/.test(passage.text.slice(before.end, start))
}

const orders = new Set('buy try get order choose use download join'.split(' '))

/** "Try Acme today": an order that begins a sentence, with a brand of one's own. */
function brandOrders(text: Text, brands: readonly string[]) {
  return findBrands(text, brands).flatMap(({ passage, firstWord, endWord, end }) => {
    const sentence = passage.sentences.find((each) => each.firstWord <= firstWord && firstWord < each.endWord)
    const first = passage.words[firstWord - 1]
    if (sentence?.firstWord !== firstWord - 1 || !first || !orders.has(first.entry.lower)) return []
    const spot: Spot = { passage, start: first.start, end }
    return [
      {
        ...spot,
        firstWord: firstWord - 1,
        endWord,
        phrase: { phrase: '', isHard: ['buy', 'order', 'get', 'try'].includes(first.entry.lower) },
        because: 'a sentence begins with an order and your own name',
      },
    ]
  })
}

/** Whether a word stands in the last part of a text, or in its last passage. */
function laterThan(
  { passages, wordCount }: Text,
  share: number,
): (passage: Passage, word: number) => boolean {
  const after = new Map<Passage, number>()
  let count = 0
  for (const passage of passages.toReversed()) {
    count += passage.words.length
    after.set(passage, count)
  }
  const last = passages.at(-1)
  return (passage, word) =>
    passages.length > 1 && (passage === last || (after.get(passage) ?? 0) - word <= share * wordCount)
}
