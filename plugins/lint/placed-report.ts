import { hash } from 'node:crypto'
import { placeFinder } from '../../src/mdx/place-finder.ts'
import type { Finding, Fix } from './finding.ts'
import type { Report, ReportedFix, Rule } from './rule.ts'
import type { Passage, Text } from './text/text.ts'

/** What a rule said, and where in the file: enough to choose by. Of most, no finding is made. */
export interface PlacedReport extends Pick<Finding, 'rule' | 'level' | 'file' | 'start' | 'end' | 'quote'> {
  readonly speaker: Rule
  readonly report: Report
  /** The passage whose words it is about. */
  readonly passage: Passage | undefined
  /** The words as they are read; `undefined` where they are not a passage's. */
  readonly read: string | undefined
}

/** Places what rules say of a text, and makes findings of it. What has no place is left out. */
export function placerOf(
  text: Text,
  urlOf: (rule: string) => string,
): {
  place(rule: Rule, level: Finding['level'], report: Report): PlacedReport | undefined
  findingOf(said: PlacedReport): Finding
} {
  const { file, source } = text
  const placeOf = placeFinder(file, source)
  const prints = new Map<Passage, string>()
  return {
    place(speaker, level, report) {
      const { at } = report
      const passage = 'passage' in at ? at.passage : undefined
      const [start, end] = passage && 'start' in at ? spotIn(passage, at, source) : rangeOf(text, at)
      if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined
      const read = passage && 'start' in at ? passage.text.slice(at.start, at.end) : undefined
      const quote = report.quote ?? read ?? source.slice(start, end)
      return {
        rule: speaker.id,
        level: report.level ?? level,
        file,
        start,
        end,
        quote,
        speaker,
        report,
        passage,
        read,
      }
    },
    findingOf({ speaker, report, passage, read, ...said }) {
      const { rule, start, end, quote } = said
      const [from, to] = [placeOf(start), placeOf(end)]
      const written = source.slice(start, end)
      const isPlain = read === undefined || read === written || oneSpaced(read) === oneSpaced(written)
      return {
        ...said,
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
        message: report.message,
        note: report.note ?? speaker.why,
        because: report.because,
        url: urlOf(rule),
        fixes: (report.fixes ?? []).map((fix) => madeFix(fix, start, end, isPlain)),
        key: report.key ?? quote.toLowerCase(),
        fingerprint: shortHash([rule, quote, passage ? printOf(passage, prints) : written]),
        paragraph: passage
          ? [placeOf(passage.offsetOf(0)).line, placeOf(passage.offsetOf(passage.text.length)).line]
          : [from.line, to.line],
      }
    },
  }
}

/** Where words of a passage stand in the file: to behind the last of them, not behind the signs of Markdown that follow. */
function spotIn(
  { text, offsetOf }: Passage,
  { start, end }: { readonly start: number; readonly end: number },
  source: string,
): readonly [number, number] {
  const last = end > 0 ? offsetOf(end - 1) : -1
  const isPlain = last >= 0 && source[last] === text[end - 1]
  return [offsetOf(start), isPlain ? last + 1 : offsetOf(end)]
}

function rangeOf({ rangeOfField }: Text, at: Report['at']): readonly [number, number] {
  if ('field' in at) return rangeOfField?.(at.field) ?? [0, 0]
  return [at.start, at.end]
}

function oneSpaced(words: string): string {
  return words.replace(/\s+/g, ' ')
}

/** @param isPlain the words stand in the file as they read; other words in their place would break what is around */
function madeFix(
  { to, label, isSafe = false }: ReportedFix,
  start: number,
  end: number,
  isPlain: boolean,
): Fix {
  if (typeof to !== 'string') return { label: label ?? 'Mend it', edits: to, isSafe }
  return {
    label: label ?? (to === '' ? 'Leave it out' : `Write \`${to}\``),
    edits: [{ start, end, text: to }],
    isSafe: isSafe && isPlain,
  }
}

/** Stands for a passage: its words, and the headings above it. @param prints of passages before */
function printOf(passage: Passage, prints: Map<Passage, string>): string {
  const { kind, path, text } = passage
  const print = prints.get(passage) ?? shortHash([kind, ...path, oneSpaced(text).trim()])
  prints.set(passage, print)
  return print
}

function shortHash(parts: readonly string[]): string {
  return hash('sha256', parts.join('\n')).slice(0, 16)
}
