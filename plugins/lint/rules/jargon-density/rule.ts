import { z } from 'zod'
import { defineTextRule } from '../../rule.ts'
import { termsOf } from '../../terms/find-terms.ts'

/** Flags a text of which readers know too few words. 98 % have to be known to follow a text (Hu and Nation, 2000). */
export default defineTextRule({
  id: 'jargon-density',
  summary: 'too many words in a text that readers may not know',
  why: 'Who knows fewer than 98 of 100 words of a text cannot follow it without help.',
  level: { acquire: 'suggestion', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    limit: z
      .number()
      .min(0)
      .max(100)
      .default(2)
      .meta({ description: 'How many of 100 words may be rare and unexplained' }),
    minWords: z.number().int().min(1).default(150).meta({ description: 'Shorter texts are not judged' }),
  }),
  check(text, { options: { limit, minWords }, site, report }) {
    if (text.wordCount < minWords) return
    const rare = termsOf(text, site).filter(({ kind }) => kind === 'rare')
    const [first] = rare
    if (!first || rare.length * 100 <= text.wordCount * limit) return
    const counts = new Map<string, number>()
    for (const { word } of rare) counts.set(word.entry.lower, (counts.get(word.entry.lower) ?? 0) + 1)
    const worst = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3)
    report({
      at: { passage: first.passage, start: first.word.start, end: first.word.end },
      message: `1 word in ${Math.round(text.wordCount / rare.length)} here is rare; start with ${worst.map(([word]) => `\`${word}\``).join(', ')}.`,
      because: `${rare.length} of ${text.wordCount} words are rare, limit ${limit} of 100`,
      key: 'density',
    })
  },
})
