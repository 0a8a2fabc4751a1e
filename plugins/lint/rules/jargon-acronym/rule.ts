import { acronymsOf, type Use } from '../../acronyms/find-acronyms.ts'
import { isExplainedToAll, isStateAt } from '../../acronyms/is-explained-elsewhere.ts'
import { isSpelledOut } from '../../acronyms/is-spelled-out.ts'
import { isTitle } from '../../acronyms/is-title.ts'
import { expansionOf, isKnownAcronym } from '../../acronyms/known-acronyms.ts'
import { defineTextRule } from '../../rule.ts'

/** Flags a short form that is spelled out nowhere in the text. Method: Schwartz and Hearst (2003), and more ways to say it. */
export default defineTextRule({
  id: 'jargon-acronym',
  summary: 'a short form that is spelled out nowhere',
  why: 'A reader from search has never seen your short forms, and will not look them up.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  inSnippets: true,
  check(text, { site, report }) {
    const acronyms = acronymsOf(text)
    const isDefined = (short: string) => (acronyms.get(short)?.definitions.length ?? 0) > 0
    for (const { short, uses } of acronyms.values()) {
      if (isExplainedToAll(short, text, site)) continue
      const judged = uses.filter(({ passage, isQuoted }) => !isQuoted && !isTitle(passage))
      const unexplained = judged.filter((use) => !isStateAt(short, use))
      if (unexplained.length === 0 || isDefined(short)) continue
      const parts = short.split(/[-/]/).filter((part) => part.length > 1)
      const isPartly = parts.length > 1 && parts.some((part) => isDefined(part) || isKnownAcronym(part))
      if (isPartly || isSpelledOut(short, text)) continue
      const long = expansionOf(short)
      for (const use of unexplained)
        report({
          at: use,
          message: long
            ? `\`${short}\` is never spelled out; write \`${long} (${short})\` at first use, or drop it.`
            : `\`${short}\` is never spelled out; write its words with \`(${short})\` behind them at first use, or drop it.`,
          because: `\`${short}\` is not among the short forms that most readers know, and no words here stand for it`,
          key: short,
          ...(long && use === judged[0] && !isJoined(use) && { fixes: [{ to: `${long} (${short})` }] }),
        })
    }
  },
})

/** Whether it is a part of a longer word, as in `MQL-to-SQL`. */
function isJoined({ passage: { text }, start, end }: Use): boolean {
  return text[start - 1] === '-' || text[end] === '-'
}
