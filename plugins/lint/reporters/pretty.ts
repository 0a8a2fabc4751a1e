import type { ShownFile, ShownFinding } from '../run/collapse.ts'
import { excerptOf } from './excerpt.ts'
import { mendFirst } from './mend-first.ts'
import { count, countLevels, type Report, renderCounts, saidOf } from './report.ts'
import { visible, widthOf, wrap } from './terminal-text.ts'
import { worstFindingFirst, worstFirst } from './worst-first.ts'

/** The color of each level. */
export const colors = { error: 'red', warning: 'yellow', suggestion: 'blue' } as const

/** Where the words of a block begin: behind its level. */
const indent = 14

/**
 * Findings for a person: by file, worst first, with the words in their line, what to do, and once per rule and file why
 * and where to read on; suggestions in short; at last counts, and what to mend first. One line when all is well.
 */
export function renderPretty(report: Report): string {
  const { files, hidden, style } = report
  const spoken = files.filter(({ findings }) => findings.length > 0)
  const old =
    hidden === 0 ? '' : ` ${count(hidden, 'older finding')} ${hidden === 1 ? 'is' : 'are'} in the baseline.`
  if (spoken.length === 0)
    return `${style('green', files.length === 0 ? 'Nothing to lint.' : `Nothing to mend in ${count(files.length, 'file')}.`)}${old}`
  const counts = renderCounts(countLevels(files))
  const where = `${spoken.length} of ${count(files.length, 'file')}`
  return [
    ...spoken.sort(worstFirst).map((file) => renderFile(file, report)),
    `${style('bold', counts)} in ${where}.${old}`,
    ...renderFirst(report),
  ].join('\n')
}

function renderFile({ path, findings }: ShownFile, report: Report): string {
  const sorted = findings.toSorted(worstFindingFirst)
  const explained = new Set<string>()
  const blocks = sorted.map((finding) => {
    const isFirst = !explained.has(finding.rule)
    explained.add(finding.rule)
    return renderFinding(path, finding, isFirst, report)
  })
  return [report.style('bold', visible(path)), '', ...blocks].join('\n')
}

function renderFinding(path: string, finding: ShownFinding, isFirst: boolean, report: Report): string {
  const { level, line, column, note, url, rule } = finding
  const { style } = report
  const room = Math.max(20, report.columns - indent)
  const dim = (lines: readonly string[]) => lines.map((each) => style('dim', each))
  const place = `${visible(path)}:${line}:${column}`
  const isBrief = level === 'suggestion'
  const lines = [
    ...wrap(visible(saidOf(finding)), room),
    ...dim([isFirst && !isBrief ? place : `${place}  ${rule}`]),
    ...(isBrief ? [] : renderExcerpt(path, finding, report, room)),
    ...(isFirst && !isBrief
      ? dim([...note.split('\n').flatMap((each) => wrap(visible(each), room)), url])
      : []),
  ]
  const label = style(colors[level], level) + ' '.repeat(indent - 2 - level.length)
  return `  ${label}${lines.join(`\n${' '.repeat(indent)}`)}\n`
}

/** The line with its words marked: dressed on a terminal, else with carets below. */
function renderExcerpt(
  path: string,
  finding: ShownFinding,
  { sourceOf, style }: Report,
  room: number,
): string[] {
  const excerpt = excerptOf(finding, sourceOf(path) ?? '', room - 2)
  if (!excerpt) return []
  const { before, words, after } = excerpt
  const marked = style('underline', words)
  if (marked !== words) return [`  ${style('dim', before)}${marked}${style('dim', after)}`]
  return [`  ${before}${words}${after}`, `  ${' '.repeat(widthOf(before))}${'^'.repeat(widthOf(words))}`]
}

function renderFirst({ files, style, columns }: Report): string[] {
  const first = mendFirst(files)
  if (first.length < 2) return []
  return [
    '',
    'Mend first:',
    ...first.flatMap(({ rule, findings, files: inFiles, first: { message, line, column }, path }, index) => {
      const times = findings === 1 ? '' : `, ${findings} times${inFiles > 1 ? ` in ${inFiles} files` : ''}`
      return [
        `  ${index + 1}. ${style('bold', rule)}${times}`,
        ...wrap(visible(message), Math.max(20, columns - 5)).map((each) => `     ${each}`),
        `     ${style('dim', `${visible(path)}:${line}:${column}`)}`,
      ]
    }),
  ]
}
