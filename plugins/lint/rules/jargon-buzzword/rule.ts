import { defineTextRule } from '../../rule.ts'
import type { Word } from '../../text/text.ts'
import { plainFor, type Replacement, readReplacements } from '../../words/replacements.ts'

/** Flags phrases of offices that say little. */
export default defineTextRule<unknown, Replacement>({
  id: 'jargon-buzzword',
  summary: 'a phrase of offices that says little',
  why: 'A stranger reads past such phrases, because they could stand on any page.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  yieldsTo: ['promo-hype'],
  inSnippets: true,
  phrases: readReplacements('buzzwords.txt'),
  check({ query }, { matches, report }) {
    const searched = query?.toLowerCase() ?? ''
    for (const match of matches) {
      const { passage, start, end, firstWord, endWord, phrase } = match
      const written = passage.text.slice(start, end)
      if (searched.includes(written.toLowerCase())) continue
      if (phrase.isVerb && isNoun(passage.words[firstWord - 1], passage.words[endWord])) continue
      // `data-driven results`: the verb belongs to another word.
      if (phrase.phrase.includes('~') && passage.text[start - 1] === '-') continue
      const { words, fix } = plainFor(match)
      report({
        at: match,
        message: `\`${written}\` says little to a stranger; write what happens, as in \`${words}\`.`,
        because: `\`${phrase.phrase}\` is on the list of buzzwords`,
        key: phrase.phrase,
        ...(fix && { fixes: [{ ...fix, isSafe: false }] }),
      })
    }
  },
})

const beforeNouns = new Set('a an the its their your our his her more much financial of'.split(' '))
const afterNouns = new Set('in is of over ratio ratios was'.split(' '))

function isNoun(before: Word | undefined, after: Word | undefined): boolean {
  return beforeNouns.has(before?.entry.lower ?? '') || afterNouns.has(after?.entry.lower ?? '')
}
