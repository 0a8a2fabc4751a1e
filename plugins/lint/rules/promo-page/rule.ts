import { z } from 'zod'
import { defineTextRule } from '../../rule.ts'
import { isPitch, promotionOf } from '../../scores/promotion.ts'
import { wordsOf } from '../../text/text.ts'

/** Flags a text that as a whole sells its writer, by its score of promotion. */
export default defineTextRule({
  id: 'promo-page',
  summary: 'a text that reads as an advertisement from end to end',
  why: 'A reader from search has a question; a page that sells instead of answering is left in seconds.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  options: z.strictObject({
    limit: z.number().min(0).max(1).default(0.5).meta({ description: 'Score from which a text is flagged' }),
    minWords: z.int().min(1).default(60).meta({ description: 'Shorter texts are left alone' }),
  }),
  check(text, { options: { limit, minWords }, site, report }) {
    if (text.wordCount < minWords) return
    const promotion = promotionOf(text, site)
    if (promotion.score < limit) return
    const { score } = promotion
    const reasons = promotion.reasons()
    const sentence = text.passages
      .flatMap(({ sentences }) => sentences.slice(0, 1))
      .find((each) => wordsOf(each).some(({ isAddress, shape }) => !isAddress && shape !== 'code'))
    if (!sentence) return
    const pitches = reasons.filter(({ kind, adds }) => isPitch(kind) && adds > 0)
    const quotes = pitches.flatMap(({ examples }) => examples.slice(0, 1)).slice(0, 4)
    report({
      at: sentence,
      key: 'page',
      message: `This reads as an advertisement (${score.toFixed(2)}; limit ${limit})${
        quotes.length > 0 ? `: ${quotes.map((quote) => `\`${quote}\``).join(', ')}` : ''
      }; answer the reader's question first, and say once at the end what you sell.`,
      because: `score of promotion ${score.toFixed(2)}, limit ${limit}; what counted most: ${
        reasons
          .filter(({ adds }) => adds > 0)
          .slice(0, 5)
          .map(({ what, count }) => `${what} (${count})`)
          .join(', ') || 'few words that explain'
      }`,
    })
  },
})
