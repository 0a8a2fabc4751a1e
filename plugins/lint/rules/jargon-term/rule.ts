import { z } from 'zod'
import { defineTextRule } from '../../rule.ts'
import { termsOf } from '../../terms/find-terms.ts'

/** Flags words that a stranger may not know. Method: familiarity lists instead of one frequency list, which fails on words of the web. */
export default defineTextRule({
  id: 'jargon-term',
  summary: 'a word that readers may not know, unexplained',
  why: 'Whoever meets two unknown words in a sentence goes back to the results.',
  level: { acquire: 'suggestion', retain: 'off' },
  isEnglish: true,
  yieldsTo: ['jargon-buzzword', 'jargon-internal-name', 'jargon-wordy', 'promo-hype'],
  inSnippets: true,
  options: z.strictObject({
    hard: z
      .boolean()
      .default(true)
      .meta({ description: 'Names words too that are no terms but long or seldom read, once a text' }),
  }),
  check(text, { options, site, report }) {
    for (const { passage, word, kind } of termsOf(text, site)) {
      const { text: written, entry } = word
      if (kind === 'rare')
        report({
          at: { passage, start: word.start, end: word.end },
          message: `\`${written}\` may be new to a reader from search; add a few words on it, or link to a page that explains it.`,
          because: `\`${entry.lower}\` is in none of the lists of words that most readers know`,
          key: entry.lemma,
        })
      else if (options.hard)
        report({
          at: { passage, start: word.start, end: word.end },
          message: `\`${written}\` is a word that people seldom read; see whether a plainer one does.`,
          because: `\`${entry.lemma}\` is ${entry.familiarity === 'common' ? 'long' : 'seldom read'}; 1 reader in 20 or more calls such words hard`,
          key: 'hard words',
        })
    }
  },
})
