import { z } from 'zod'
import { defineTextRule } from '../../rule.ts'
import { fieldKinds } from '../../text/text.ts'
import { listed } from '../../words/listed.ts'

/** How news about oneself begins. Our own list. */
const openings = listed(`
  excited to announce|introduce|share|launch|release|present|unveil|welcome, thrilled to announce|introduce|share|launch|release|present|unveil|welcome,
  proud to announce|introduce|share|launch|release|present|unveil, pleased to announce|introduce|share|launch|release|present|unveil|inform,
  delighted to announce|introduce|share|launch|release|present|unveil, happy to announce|introduce|launch|release|present|unveil,
  honored to announce, we're announcing, we are announcing, we are introducing, we're introducing, today we are launching, today we're launching,
  proudly announces|presents|introduces, is excited to, are excited to announce, introducing our, announcing our, big news, exciting news, we have news, great news,
  say hello to our, meet our new, check out our new, welcome to our new, it's finally here, the wait is over
`)

/** Flags a text that opens with news about its writers. */
export default defineTextRule({
  id: 'promo-opening',
  summary: 'a text that opens with an announcement',
  why: 'A reader from search has a question; your news is no answer, and they leave before the answer comes.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    words: z.int().min(0).default(100).meta({ description: 'How many words of the body are its opening' }),
  }),
  phrases: openings.map((phrase) => ({ phrase })),
  check(text, { options, matches, report }) {
    if (matches.length === 0) return
    const before = new Map<unknown, number>()
    let count = 0
    for (const passage of text.passages) {
      before.set(passage, fieldKinds.has(passage.kind) ? 0 : count)
      if (!fieldKinds.has(passage.kind)) count += passage.words.length
    }
    for (const match of matches) {
      const { passage, start, end, phrase, endWord } = match
      if ((before.get(passage) ?? 0) + endWord > options.words) continue
      report({
        at: match,
        key: 'opening',
        message: `\`${passage.text.slice(start, end)}\` opens with your news; start with the reader's question, or give the post \`goal: retain\`.`,
        because: `\`${phrase.phrase}\` is on the list of announcements, within the first ${options.words} words`,
      })
    }
  },
})
