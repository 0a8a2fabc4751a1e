import type { Use } from './find-acronyms.ts'
import { lettersOf, longFormAfter, longFormBefore } from './long-form.ts'

/** An opening bracket before a short form: what stands before it, and what stands in it before the short form. */
const openingPattern =
  /^([\s\S]*?)\s*[([](?:(?:also |or |the |aka |i\.e\.,? |hereafter |called |known as |abbreviated )*["“”'‘’]?|([^()[\]]{0,90})[;,] ?)$/
const connectedPattern =
  /^["”’]?(?: ?[([](?:or |short for |which stands for |stands for |meaning |aka |i\.e\.,? |= ?)?|, (?:or|short for|which stands for|which means|meaning|i\.e\.,?) | (?:stands|is short|standing) for | (?:means|is the|is an?|refers to) |: | [–—-] |—| = )(?:the |an? )?["“‘']?/
/** The last words of what `calledPattern` finds: most places end in another, and need no search. */
const callingWords = new Set(
  'or called as abbreviated to i.e. i.e., a.k.a. aka the a an simply just'.split(' '),
)
const calledPattern =
  /^([\s\S]*?),? (?:or|called|(?:also )?known as|abbreviated(?: as| to)?|i\.e\.,?|a\.k\.a\.|aka) (?:the |an? |simply |just )?["“‘']?$/

/**
 * Whether a short form is spelled out where it stands: `long form (ABC)`, `ABC (long form)`, `ABC, or long form`,
 * `ABC stands for …`, `long form, or ABC`, or marked by `<abbr title>` and the like.
 */
export function definitionAt(
  short: string,
  { passage, start, end }: Pick<Use, 'passage' | 'start' | 'end'>,
): { long?: string } | undefined {
  const { text, explained } = passage
  const marked = explained.find((range) => range.start <= start && end <= range.end)
  if (marked) return marked.meaning === undefined ? {} : { long: marked.meaning }
  const letters = lettersOf(short).length
  const before = text.slice(Math.max(0, start - 20 - letters * 30), start)
  const isOpen = before.includes('(') || before.includes('[')
  const opening = isOpen ? openingPattern.exec(before) : null
  if (opening) {
    const [, outside = '', inside = ''] = opening
    const most = Math.min(letters + 5, letters * 2)
    const long =
      longFormBefore(short, lastWords(outside, most)) ?? longFormBefore(short, lastWords(inside, most))
    if (long !== undefined) return { long }
    const near = lastWords(outside, letters).toLowerCase()
    if (inside === '' && near.split(/[\s/-]+/).some((word) => word[0] === short[0]?.toLowerCase())) return {}
  }
  const after = text.slice(end, end + 40 + letters * 30)
  const connected = connectedPattern.exec(after)
  if (connected) {
    const long = longFormAfter(short, after.slice(connected[0].length))
    if (long !== undefined) return { long }
    if (/^ ?\((?:short for|stands for|which stands for|i\.e\.|an? |the )/.test(after)) return {}
  }
  const called = isCalling(before) ? calledPattern.exec(before) : null
  if (called) {
    const words = lastWords(called[1] as string, letters * 2)
    const long = longFormBefore(short, words)
    if (long !== undefined && longFormAfter(short, long) === long) return { long }
  }
  return undefined
}

/** Whether a text ends in a word that calls something by a name. */
function isCalling(before: string): boolean {
  const end = before.lastIndexOf(' ')
  return (
    end > 0 &&
    end >= before.length - 2 &&
    callingWords.has(before.slice(before.lastIndexOf(' ', end - 1) + 1, end))
  )
}

function lastWords(text: string, most: number): string {
  const words = [...text.matchAll(/[^\s/–—-]+/g)]
  return text.slice(words[Math.max(0, words.length - most)]?.index ?? text.length)
}
