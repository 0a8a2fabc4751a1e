import type { Match } from '../../find-phrases.ts'
import { defineTextRule, type Report } from '../../rule.ts'
import type { Passage, Text } from '../../text/text.ts'
import { type HistoryPhrase, historyPhrases } from './phrases.ts'

/** Flags what only somebody who was here before can understand. */
export default defineTextRule({
  id: 'jargon-insider-ref',
  summary: 'words for somebody who was here before',
  why: 'A reader from search was not here yesterday, and has read nothing else of yours.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  yieldsTo: ['jargon-internal-name'],
  inSnippets: true,
  phrases: historyPhrases,
  check(text, { matches, report }) {
    for (const match of matches) {
      if (match.phrase.namesNext) {
        reportName(match, report)
        continue
      }
      const written = match.passage.text.slice(match.start, match.end)
      report({
        at: match,
        message: `A reader from search was not here for \`${written}\`; ${match.phrase.mend}.`,
        because: `\`${match.phrase.phrase}\` is on the list of words for insiders`,
        key: match.phrase.phrase,
      })
    }
    reportReleases(text, report)
  },
})

/** Projects that are known by a title, or that are no names. */
const knownProjects = new Set(
  'coordinator director euler gutenberg lead leader management manager mercury office officer open owner plan runway team'.split(
    ' ',
  ),
)

/** Names of projects: `Project Falcon`, `codename Falcon`. The first kind may be known to everybody: a suggestion. */
function reportName(match: Match<HistoryPhrase>, report: (report: Report) => void): void {
  const { passage, start, end, firstWord, endWord, phrase } = match
  const [project, name, next] = [passage.words[firstWord], passage.words[endWord], passage.words[endWord + 1]]
  if (!name || name.isQuoted || !/^[\s"“‘']{1,2}$/.test(passage.text.slice(end, name.start))) return
  const isProject = phrase.namesNext === 'project'
  if (name.shape !== 'capital' || name.text.length < 2) return
  if (isProject && (project?.shape !== 'capital' || knownProjects.has(name.entry.lower))) return
  if (isProject && next?.shape === 'capital' && next.start === name.end + 1) return
  const written = passage.text.slice(isProject ? start : name.start, name.end)
  report({
    at: { passage, start, end: name.end },
    ...(isProject && { level: 'suggestion' as const }),
    message: `A reader from search does not know \`${written}\`; ${phrase.mend}.`,
    because: isProject ? 'a name follows `Project`' : `a name follows \`${phrase.phrase}\``,
    key: written.toLowerCase(),
  })
}

const before = new Set(['in', 'since', 'with', 'our', 'of', 'to', 'until', 'before', 'the'])

/** Versions and quarters of one's own: `in v2.3`, `our Q3 release`. */
function reportReleases({ passages }: Text, report: (report: Report) => void): void {
  for (let order = 0; order < passages.length; order++) {
    const passage = passages[order] as Passage
    const { words, marked } = passage
    for (let index = 0; index < marked.length; index++) {
      const at = marked[index] as number
      const word = words[at]
      const letter = word?.entry.lower.charCodeAt(0)
      if (!word || (letter !== 0x76 && letter !== 0x71) || word.isQuoted || word.isAddress) continue
      const prior = words[at - 1]
      const isVersion = /^v\d+\.\d/.test(word.entry.lower) && prior && before.has(prior.entry.lower)
      const isQuarter = /^q[1-4]$/.test(word.entry.lower) && prior?.entry.lower === 'our'
      if (!prior || !(isVersion || isQuarter)) continue
      const end = isQuarter ? (words[at + 1] ?? word).end : word.end
      const written = passage.text.slice(prior.start, end)
      report({
        at: { passage, start: prior.start, end },
        message: `A reader from search was not here for \`${written}\`; say what changed, and when.`,
        because: isVersion
          ? 'a version counts for those who follow the releases'
          : 'a quarter is known inside a company',
        key: written.toLowerCase(),
      })
    }
  }
}
