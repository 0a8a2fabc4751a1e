import { isDeepStrictEqual } from 'node:util'
import { isSeq, parseDocument, stringify } from 'yaml'
import { check } from '../../../src/calendar/check.ts'
import type { Fault } from '../../../src/calendar/fault.ts'
import { type GlossaryEntry, glossarySchema } from '../../../src/calendar/glossary.ts'
import { glossaryFile } from '../../../src/calendar/sources.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import { termFinder } from '../../../src/mdx/term-finder.ts'

/** A word that may stand in posts, and why. */
export interface Accepted {
  readonly word: string
  /** Why readers know it without explanation. */
  readonly because?: string | undefined
  /** What it means, where it is to be explained. */
  readonly meaning?: string | undefined
}

/** The glossary with a word more; or why there is no need or no way; or what is wrong with the glossary. */
export type Accepting =
  | { readonly text: string; readonly entry: GlossaryEntry; readonly line: number }
  | { readonly problem: string }
  | { readonly faults: readonly Fault[] }

/** Adds a word to a glossary. Nothing else in the file changes. @param source the file; empty where there is none */
export function acceptWord(source: string, { word, because, meaning }: Accepted): Accepting {
  const term = termOf(word)
  const reason = because?.trim()
  const sentence = meaning?.trim()
  if (!/[\p{L}\p{N}]/u.test(term)) return { problem: `\`${term}\` is no word.` }
  if (!reason && !sentence)
    return { problem: `Say why readers know \`${term}\`: --because "…", or what it means: --meaning "…".` }
  const yaml = readYaml(glossaryFile, source)
  const before = check(glossarySchema, yaml, [])
  if ('faults' in before) return before
  const finder = termFinder(before.value)
  const [found] = finder.find(term)
  if (found?.start === 0 && found.end === term.length) {
    const at = before.value.findIndex((each) => each.term === found.term)
    return { problem: whyNot(term, before.value[at] as GlossaryEntry, yaml.placeOf([at]).line) }
  }
  const entry = {
    term,
    ...(sentence && { meaning: sentence }),
    kind: kindOf(term),
    ...(reason && { accepted: reason }),
  }
  const text = appended(source, entry)
  const read = readYaml(glossaryFile, text)
  const index = before.value.length
  const meant = [...((yaml.value as unknown[] | undefined) ?? []), entry]
  const after = check(glossarySchema, read, [])
  if ('faults' in after && read.faults.length === 0) {
    const { what, mend } = after.faults[0] as Fault
    return { problem: `For \`${term}\`: ${what}; ${mend}.` }
  }
  if ('faults' in after || !isDeepStrictEqual(read.value, meant))
    return {
      problem: `${glossaryFile} is not a list with one entry below the other; add this by hand:\n${stringify([entry])}`,
    }
  return { text, entry, line: read.placeOf([index]).line }
}

function whyNot(term: string, known: GlossaryEntry, line: number): string {
  const place = `${glossaryFile}:${line}`
  if (known.kind === 'internal')
    return `\`${known.term}\` is internal (${place}): only your team knows it. ${known.instead ? `Write \`${known.instead}\` instead.` : 'Say what it is.'}`
  const as = known.term === term ? '' : `, as \`${known.term}\``
  return `\`${term}\` is in the glossary already${as} (${place}).`
}

/** A word as a glossary has it: of an acronym in the plural, the singular. */
function termOf(word: string): string {
  return word
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^([\p{Lu}\d&-]{2,})s$/u, '$1')
}

/** What a word most likely is: mostly capitals are an acronym, any capital a name. */
function kindOf(term: string): GlossaryEntry['kind'] {
  const capitals = term.match(/\p{Lu}/gu)?.length ?? 0
  const small = term.match(/\p{Ll}/gu)?.length ?? 0
  if (capitals > 1 && small <= capitals && !term.includes(' ')) return 'acronym'
  return capitals > 0 ? 'public' : 'term'
}

/** A list in YAML with an entry more at its end, written as the others are. */
function appended(source: string, entry: object): string {
  const { contents } = parseDocument(source)
  const items = isSeq(contents) ? contents.items : []
  const list = isSeq(contents) && contents.range
  const isEmpty = list && items.length === 0
  const above = isEmpty ? source.slice(0, list[0]) + source.slice(list[1]) : source
  const first = list && !isEmpty ? list[0] : 0
  const indent = ' '.repeat(first - (source.lastIndexOf('\n', first - 1) + 1))
  const last = items.at(-1) as { range?: readonly number[] } | undefined
  const [from, to] = [(items.at(-2) as typeof last)?.range?.[0], last?.range?.[0]]
  const isTight = from !== undefined && to !== undefined && !/\n[ \t]*\r?\n/.test(source.slice(from, to))
  const written = stringify([entry], { lineWidth: 0 }).replace(/^(?=.)/gm, indent)
  const start = above.trim() === '' ? '' : above.replace(/(?<!\n)$/, '\n') + (isTight ? '' : '\n')
  return (start + written).replace(/\r?\n/g, source.includes('\r\n') ? '\r\n' : '\n')
}
