import { defineTextRule } from '../../rule.ts'
import { plainFor, type Replacement, readReplacements } from '../../words/replacements.ts'

/** Flags long words and phrases that have a short one. */
export default defineTextRule<unknown, Replacement>({
  id: 'jargon-wordy',
  summary: 'a long phrase where a short one says the same',
  why: 'Every word that says nothing takes a part of the ten seconds that a reader gives you.',
  level: 'suggestion',
  isEnglish: true,
  yieldsTo: ['jargon-buzzword'],
  inSnippets: true,
  phrases: readReplacements('wordy.txt'),
  check(_text, { matches, report }) {
    for (const match of matches) {
      const { passage, start, end, phrase } = match
      const written = passage.text.slice(start, end)
      const because = `\`${phrase.phrase}\` is on the list of long phrases`
      if (phrase.plain === '') {
        report({ at: match, message: `\`${written}\` can be left out.`, because, key: phrase.phrase })
        continue
      }
      const { words, fix } = plainFor(match)
      report({
        at: match,
        message: `\`${written}\` says no more than \`${words}\`; write that.`,
        because,
        key: phrase.phrase,
        ...(fix && { fixes: [fix] }),
      })
    }
  },
})
