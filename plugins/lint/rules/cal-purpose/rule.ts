import { z } from 'zod'
import type { Purpose } from '../../../../src/calendar/vocabulary.ts'
import { definePostRule } from '../../rule.ts'
import { fieldKinds } from '../../text/text.ts'

const calls = [
  'buy now|today|yours',
  'buy it now|today|here',
  'order now|today|yours|here',
  'shop now|today|here',
  'book a demo',
  'book your demo',
  'get a demo|quote',
  'request a demo|quote',
  'get your copy|discount',
  'get yours now|today',
  'start your free|trial',
  'start a free trial',
  'sign up now|today',
  'sign up for free',
  'subscribe now|today',
  'upgrade now|today',
  'add to cart|basket',
  'claim your discount|offer',
  'use code',
  'use the code',
  'use|enter promo code',
  'limited-time offer',
  'while stocks last',
].map((phrase) => ({ phrase }))

/** Purposes that promise not to sell. */
const unselling: ReadonlySet<Purpose | undefined> = new Set(['community', 'service', 'listening'])

const asking: ReadonlySet<string> = new Set([
  'tell',
  'write',
  'reply',
  'ask',
  'answer',
  'vote',
  'comment',
  'send',
])

export default definePostRule({
  id: 'cal-purpose',
  summary: 'a text that disagrees with its `purpose`',
  why: 'The calendar is balanced by what posts say they are for; one that says service and sells makes the balance a wrong one.',
  level: 'warning',
  isEnglish: true,
  options: z.strictObject({
    end: z
      .number()
      .min(0)
      .max(100)
      .default(10)
      .meta({ description: 'Percent of the text at its end in which one call to buy may stand' }),
  }),
  phrases: calls,
  check({ post, passages, wordCount }, { options, matches, report }) {
    const { purpose } = post
    if (unselling.has(purpose)) {
      const from =
        post.source.text.length - ((post.source.text.length - post.source.bodyStart) * options.end) / 100
      const isAllowed =
        matches.length === 1 && matches[0] && matches[0].passage.offsetOf(matches[0].start) >= from
      for (const match of isAllowed ? [] : matches) {
        const quote = match.passage.text.slice(match.start, match.end)
        report({
          at: match,
          message: `\`${quote}\` asks to buy, and the post is marked \`${purpose}\`; leave it out, or mark the post \`purpose: sales\`.`,
          because: `\`${quote.toLowerCase()}\` is on the list of calls to buy; one in the last ${options.end} % of the text would be fine`,
        })
      }
    }
    if (purpose !== 'listening' || wordCount === 0) return
    const asks = passages.some(
      ({ kind, sentences, words }) =>
        !fieldKinds.has(kind) &&
        (sentences.some(({ isQuestion }) => isQuestion) ||
          words.some(({ entry }) => asking.has(entry.lower))),
    )
    if (!asks)
      report({
        at: { field: ['purpose'] },
        level: 'suggestion',
        message:
          'Marked `listening`, but the text asks nothing; ask readers one question that they can answer, or choose another purpose.',
        because: 'no question, and none of the words that ask for a reply',
      })
  },
})
