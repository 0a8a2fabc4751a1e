import { defineTextRule } from '../../rule.ts'

/** Flags words that could be said of anything. */
export default defineTextRule({
  id: 'promo-hype',
  summary: 'words that praise and say nothing',
  why: 'A stranger has read the same word on every other page, and skips it.',
  level: 'warning',
  isEnglish: true,
  inSnippets: true,
  phrases: ['seamless', 'seamlessly', 'cutting edge', 'game changing', 'game changer'].map((phrase) => ({
    phrase,
  })),
  check(_text, { matches, report }) {
    for (const match of matches)
      report({
        at: match,
        message: `\`${match.passage.text.slice(match.start, match.end)}\` could be said of anything; say what the reader no longer has to do.`,
        because: `\`${match.phrase.phrase}\` is on the list of hype`,
        fixes: [{ to: '' }],
      })
  },
})
