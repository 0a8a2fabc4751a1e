import { defineTextRule } from '../../rule.ts'
import { inFormOf, type Replacement, readReplacements } from '../../words/replacements.ts'

/** Flags long words and phrases that have a short one. */
export default defineTextRule<unknown, Replacement>({
  id: 'jargon-wordy',
  summary: 'a long phrase where a short one says the same',
  why: 'Every word that says nothing takes a part of the ten seconds that a reader gives you.',
  level: 'suggestion',
  isEnglish: true,
  inSnippets: true,
  phrases: readReplacements('wordy.txt'),
  check(_text, { matches, report }) {
    for (const match of matches) {
      const { passage, start, end, firstWord, phrase } = match
      const written = passage.text.slice(start, end)
      const short = inFormOf(phrase, written)
      const because = `\`${phrase.phrase}\` is on the list of long phrases`
      if (phrase.plain === '') {
        report({ at: match, message: `\`${written}\` can be left out.`, because, key: phrase.phrase })
        continue
      }
      const article = passage.words[firstWord - 1]?.entry.lower
      report({
        at: match,
        message: `\`${written}\` says no more than \`${short}\`; write that.`,
        because,
        key: phrase.phrase,
        fixes: [{ to: short, isSafe: phrase.isExact && article !== 'a' && article !== 'an' }],
      })
    }
  },
})
