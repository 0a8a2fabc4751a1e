import { z } from 'zod'
import type { Purpose } from '../../../../src/calendar/vocabulary.ts'
import { hardCalls } from '../../promotion/calls.ts'
import { isDenied } from '../../promotion/is-denied.ts'
import { definePostRule } from '../../rule.ts'
import { fieldKinds } from '../../text/text.ts'

/** Calls that are about buying: to call or to write is service, and to join may be community. */
const buying =
  /^(?:buy|shop|order|place your order|add to|claim|upgrade|lock in|while supplies|limited time|use |free trial|offer ends)|^(?:book|schedule|request|get) (?:a|your) (?:demo|quote)|^start (?:your|a) (?:free|trial)|^try (?:it|for)|^(?:sign up|subscribe) (?:now|today|for free|free)|pricing$/
const calls = hardCalls.filter((phrase) => buying.test(phrase)).map((phrase) => ({ phrase }))

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
      const { text, bodyStart } = post.source
      const late = text.length - ((text.length - bodyStart) * options.end) / 100
      const asked = matches.filter(({ passage, firstWord }) => !isDenied(passage, firstWord))
      const isQuiet =
        asked.length === 1 && asked.every(({ passage, start }) => passage.offsetOf(start) >= late)
      for (const match of isQuiet ? [] : asked) {
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
