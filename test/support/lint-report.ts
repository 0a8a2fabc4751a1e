import type { Finding } from '../../plugins/lint/finding.ts'
import type { Report } from '../../plugins/lint/reporters/report.ts'
import { rules } from '../../plugins/lint/rules.ts'
import { shownFiles } from '../../plugins/lint/run/collapse.ts'
import { placeFinder } from '../../src/mdx/place-finder.ts'

/** A finding about words of a text: the `at`-th time that they stand there. */
export function findingAbout(
  words: string,
  { file, source, ...given }: Partial<Finding> & { file: string; source: string; at?: number },
): Finding {
  const { at = 0, ...rest } = given
  let start = source.indexOf(words)
  for (let time = 0; time < at; time++) start = source.indexOf(words, start + 1)
  const end = start + words.length
  const placeOf = placeFinder(file, source)
  const [from, to] = [placeOf(start), placeOf(end)]
  return {
    rule: 'jargon-acronym',
    level: 'warning',
    file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    start,
    end,
    quote: words,
    message: `\`${words}\` is never spelled out; say what it means.`,
    note: 'A reader from search has never seen it.',
    because: 'no words here stand for it',
    url: 'https://notes.example/rules/jargon-acronym/',
    fixes: [],
    key: words,
    fingerprint: `print-${words}`,
    paragraph: [from.line, to.line],
    ...rest,
  }
}

/** A report of a few texts, as wide as a small terminal, without colors. */
export function reportOf(
  files: readonly { path: string; source: string; findings: readonly Finding[] }[],
  given: Partial<Report> = {},
): Report {
  const sources = new Map(files.map(({ path, source }) => [path, source]))
  const linted = files.map(({ path, findings }) => ({ path, findings, scores: { promotion: 0, hype: 0 } }))
  return {
    files: shownFiles(linted, false),
    rules,
    hidden: 0,
    sourceOf: (path) => sources.get(path),
    urlOf: (rule) => `https://notes.example/rules/${rule}/`,
    columns: 80,
    style: (_format, text) => text,
    ...given,
  }
}
