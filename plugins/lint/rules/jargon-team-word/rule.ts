import { z } from 'zod'
import { defineCalendarRule } from '../../rule.ts'
import { termsOf } from '../../terms/find-terms.ts'

interface Used {
  word: string
  count: number
  /** Its first use: offsets in the file. */
  start: number
  end: number
}

/** Flags words that this site's posts use all the time and hardly anybody else does. */
export default defineCalendarRule({
  id: 'jargon-team-word',
  summary: 'a word that is frequent in your posts and rare in the world',
  why: 'What you write every day feels plain to you; to a stranger it is still the first time.',
  level: 'suggestion',
  isEnglish: true,
  options: z.strictObject({
    posts: z
      .number()
      .int()
      .min(2)
      .default(3)
      .meta({ description: 'In how many posts the word has to stand' }),
    uses: z.number().int().min(2).default(6).meta({ description: 'How often in all' }),
  }),
  collect(text, { site }): Used[] {
    const used = new Map<string, Used>()
    for (const { passage, word, kind } of termsOf(text, site)) {
      if (kind !== 'rare' && word.entry.familiarity !== 'uncommon') continue
      const { lemma } = word.entry
      const known = used.get(lemma)
      if (known) known.count++
      else
        used.set(lemma, {
          word: lemma,
          count: 1,
          start: passage.offsetOf(word.start),
          end: passage.offsetOf(word.end),
        })
    }
    return [...used.values()]
  },
  complete(collected, { options: { posts, uses }, report }) {
    const judged = collected.filter(({ post }) => post.goal === 'acquire')
    const searched = new Set(
      judged.flatMap(({ post }) => (post.query ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u)),
    )
    const byWord = new Map<string, { file: string; used: Used }[]>()
    for (const { post, data } of judged)
      for (const used of data as Used[])
        byWord.set(used.word, [...(byWord.get(used.word) ?? []), { file: post.file, used }])
    for (const [word, places] of byWord) {
      const count = places.reduce((sum, { used }) => sum + used.count, 0)
      const [first] = places
      if (!first || places.length < posts || count < uses || searched.has(word)) continue
      report({
        file: first.file,
        at: { start: first.used.start, end: first.used.end },
        quote: word,
        message: `\`${word}\` stands in ${places.length} of ${judged.length} posts, and few readers know it; explain it in \`content/glossary.yaml\`, or write a plainer word.`,
        because: `${count} uses in ${places.length} posts, limits ${uses} and ${posts}; seldom read elsewhere`,
        key: word,
      })
    }
  },
})
