import { stemmer } from 'stemmer'
import { acronymsOf } from '../../acronyms/find-acronyms.ts'
import { defineCalendarRule } from '../../rule.ts'

interface Meaning {
  short: string
  long: string
  start: number
  end: number
}

/** Flags a short form that stands for one thing in one post and for another in another. */
export default defineCalendarRule<unknown, Meaning[]>({
  id: 'jargon-acronym-clash',
  summary: 'a short form that means two things on the site',
  why: 'Readers who open a second post take what they learned in the first with them.',
  level: 'warning',
  isEnglish: true,
  collect: (text) =>
    [...acronymsOf(text).values()].flatMap(({ short, definitions }) =>
      definitions.flatMap(({ long, passage, start, end }) =>
        long === undefined
          ? []
          : [{ short, long, start: passage.offsetOf(start), end: passage.offsetOf(end) }],
      ),
    ),
  complete(collected, { report }) {
    const first = new Map<string, { long: string; file: string }>()
    for (const { post, data } of collected)
      for (const { short, long, start, end } of data) {
        const known = first.get(short)
        if (!known) first.set(short, { long, file: post.file })
        else if (known.file !== post.file && coreOf(known.long) !== coreOf(long))
          report({
            file: post.file,
            at: { start, end },
            quote: short,
            message: `\`${short}\` means two things on this site: \`${long}\` here, \`${known.long}\` in \`${known.file}\`; write one of them without a short form.`,
            because: `\`${short}\` is spelled out in two ways`,
            key: short,
          })
      }
  },
})

/** What two ways to write the same words have in common. */
function coreOf(long: string): string {
  return (long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !small.has(word))
    .map(stemmer)
    .join(' ')
}

const small = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'the', 'to'])
