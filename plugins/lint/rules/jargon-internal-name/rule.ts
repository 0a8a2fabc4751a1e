import type { GlossaryEntry } from '../../../../src/calendar/glossary.ts'
import { defineTextRule } from '../../rule.ts'
import type { Passage, Word } from '../../text/text.ts'

/** Flags names that the glossary says only the team knows. */
export default defineTextRule({
  id: 'jargon-internal-name',
  summary: 'a name that only your team knows',
  why: 'A name from inside tells a stranger nothing, except that the text is not for them.',
  level: 'error',
  inSnippets: true,
  check({ passages }, { site, report }) {
    const names = internalNames(site.glossary)
    if (names.size === 0) return
    for (const passage of passages)
      for (let at = 0; at < passage.words.length; at++) {
        const { entry, isQuoted, isAddress } = passage.words[at] as Word
        if (isQuoted || isAddress) continue
        const name = names.get(entry.lower)?.find(({ words }) => isHere(words, passage, at))
        if (!name) continue
        const [first, last] = [passage.words[at], passage.words[at + name.words.length - 1]] as [Word, Word]
        const { term, instead } = name.entry
        report({
          at: { passage, start: first.start, end: last.end },
          message: instead
            ? `\`${term}\` is a name that only your team knows; write \`${instead}\`.`
            : `\`${term}\` is a name that only your team knows; write what it is.`,
          because: `\`${term}\` is \`kind: internal\` in the glossary`,
          key: term,
          ...(instead && { fixes: [{ to: instead }] }),
        })
        at += name.words.length - 1
      }
  },
})

interface Name {
  readonly entry: GlossaryEntry
  readonly words: readonly string[]
}

const read = new WeakMap<readonly GlossaryEntry[], ReadonlyMap<string, Name[]>>()

/** The internal names of a glossary by their first word in lower case, longest first. */
function internalNames(glossary: readonly GlossaryEntry[]): ReadonlyMap<string, Name[]> {
  const known = read.get(glossary)
  if (known) return known
  const names = new Map<string, Name[]>()
  for (const entry of glossary) {
    if (entry.kind !== 'internal' || entry.accepted !== undefined) continue
    const words = entry.term.match(/[\p{L}\p{N}]+/gu) ?? []
    const first = words[0]?.toLowerCase()
    if (first !== undefined)
      names.set(
        first,
        [...(names.get(first) ?? []), { entry, words }].sort((a, b) => b.words.length - a.words.length),
      )
  }
  read.set(glossary, names)
  return names
}

/** Whether a name stands at a word: a capital in the name has to be one in the text, so that an otter is no `Otter`. */
function isHere(name: readonly string[], { words }: Passage, at: number): boolean {
  return name.every((part, step) => {
    const written = words[at + step]
    if (!written || written.entry.lower !== part.toLowerCase()) return false
    return part === part.toLowerCase() || written.text !== written.entry.lower
  })
}
