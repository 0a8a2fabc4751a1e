import { goals } from '../../../src/calendar/vocabulary.ts'
import { placeFinder } from '../../../src/mdx/place-finder.ts'
import { baselineFile } from '../baseline/baseline.ts'
import { readDisablings } from '../disabling/disabling.ts'
import type { Finding } from '../finding.ts'
import type { Linter } from '../linter.ts'
import { type Text, textOf } from '../text/text.ts'
import { acceptanceOf } from './explain-acceptance.ts'
import { indent, rows } from './explain-layout.ts'
import { renderScores } from './explain-scores.ts'

/** A place in a file that was linted, and what is known of it. */
export interface Place {
  /** As it is shown. */
  readonly path: string
  readonly line: number
  /** Without one, the whole line. */
  readonly column?: number
  /** Whether the file is part of the content, so that a plan and front matter can set rules. */
  readonly isContent: boolean
  /** Every finding of the file. */
  readonly findings: readonly Finding[]
  /** Those that the baseline knows. */
  readonly known: ReadonlySet<Finding>
  readonly source: string
  /** Offset behind the front matter. */
  readonly bodyStart: number
  /** Why the lint leaves the whole file out, where it does. */
  readonly leftOut?: string
  /** Undefined for data files. */
  readonly text?: Text
  /** Line of a path in the plan, as in `['lint', 'rules']`. */
  lineInPlan(path: readonly string[]): number
}

/** What the lint says of a place and why, how to accept it, and how the whole text reads. */
export function explainPlace(place: Place, linter: Linter): string {
  const { path, line, column, findings, text } = place
  const here = findings.filter((finding) => isAt(finding, line, column))
  const at = `${path}:${line}${column === undefined ? '' : `:${column}`}`
  const said = here.map((finding) => explainFinding(finding, place, linter))
  const others = findings.filter((each) => !here.includes(each) && isAt(each, line, undefined))
  const nothing = [
    `No rule says anything of ${at}.`,
    others.length > 0 && `On this line, they speak of ${others.map(placeAndQuote).join(', ')}.`,
    sentenceAt(place),
    place.leftOut,
  ]
  return [
    ...(said.length > 0 ? said : [nothing.filter(Boolean).join('\n')]),
    ...switchedOff(place, linter),
    ...(text ? [renderScores(text, linter.site)] : []),
  ].join('\n\n')
}

function placeAndQuote({ column, quote }: Finding): string {
  return `\`${quote}\` (column ${column})`
}

/** Whether a finding lies on a line, or at a column of it; its end does not count but for one that is empty. */
function isAt(finding: Finding, line: number, column: number | undefined): boolean {
  if (line < finding.line || line > finding.endLine) return false
  if (column === undefined) return true
  const isBehindStart = line > finding.line || column >= finding.column
  const isBeforeEnd = line < finding.endLine || column < Math.max(finding.endColumn, finding.column + 1)
  return isBehindStart && isBeforeEnd
}

function explainFinding(finding: Finding, place: Place, linter: Linter): string {
  const { rule, level, line, column, endLine, endColumn, message, quote, because, note, fixes } = finding
  const mended = fixes.map(({ label, isSafe }) => (isSafe ? `${label} (--fix does it)` : label))
  return [
    `${place.path}:${line}:${column}-${endLine}:${endColumn}  ${level}  ${rule}`,
    indent(message, 2),
    '',
    indent(
      rows([
        ['words', quote],
        ['because', because],
        ['level', levelText(finding, place, linter)],
        ['why', note],
        ['mend', mended.join('\n')],
        [
          'known',
          place.known.has(finding)
            ? `${baselineFile} knows it: it is not said until its paragraph changes`
            : '',
        ],
        ['to accept', acceptanceOf(finding, place.isContent, finding.start >= place.bodyStart)],
        ['page', finding.url],
      ]),
      2,
    ),
  ].join('\n')
}

/** A level, and who set it. */
function levelText({ rule: id, level, file }: Finding, { text, lineInPlan }: Place, linter: Linter): string {
  const { settings, site } = linter
  const rule = linter.rules.find((each) => each.id === id)
  if (!rule) return level
  const own = text?.goal ?? site.plan?.goal ?? goals[0]
  const settingFor = (goal: (typeof goals)[number]) => ({ goal, ...settings.of(rule, goal, file) })
  const [first, second] = [own, ...goals.filter((goal) => goal !== own)].map(settingFor)
  const set = first?.level !== level && second?.level === level ? second : first
  if (!set) return level
  const at = set.levelFrom && ['lint', ...set.levelFrom, id]
  const by = at
    ? `set in the plan, line ${lineInPlan(at)} (${at.join('.')})`
    : typeof rule.level === 'string'
      ? "the rule's own"
      : `the rule's own where the goal is ${set.goal}`
  return set.level === level
    ? `${level}: ${by}`
    : `${level}: the rule lowers it here from ${set.level}, ${by}`
}

/** The sentence at a place, as it is read. */
function sentenceAt({ source, path, text, line, column }: Place): string {
  const placeOf = placeFinder(path, source)
  for (const { passage, sentence } of text?.passages.flatMap(sentencesOf) ?? []) {
    const start = placeOf(passage.offsetOf(sentence.start))
    const end = placeOf(passage.offsetOf(sentence.end))
    if (line < start.line || line > end.line) continue
    if (column !== undefined && line === start.line && column < start.column) continue
    if (column !== undefined && line === end.line && column > end.column) continue
    return `It reads: ${textOf(sentence).replace(/\s+/g, ' ').trim()}`
  }
  return 'Nothing stands there that the lint reads: prose, or words of an entry that readers see.'
}

function sentencesOf(passage: Text['passages'][number]) {
  return passage.sentences.map((sentence) => ({ passage, sentence }))
}

/** What comments and the post's entry switch off at a place, with the reasons that they give. */
function switchedOff({ text, source, path, line, column = 1 }: Place, linter: Linter): string[] {
  if (!text) return []
  const placeOf = placeFinder(path, source)
  const offset = source.split('\n', line - 1).reduce((sum, each) => sum + each.length + 1, column - 1)
  const lineEnd = source.indexOf('\n', offset)
  const { disablings } = readDisablings(text, linter.ruleIds)
  const until = lineEnd === -1 ? source.length : lineEnd
  const comments = disablings.flatMap(({ start, end, holds }) =>
    holds
      .filter(({ from, to }) => from <= until && offset < to)
      .map(
        ({ rule }) =>
          `${rule} is switched off here by the comment on line ${placeOf(start).line}: ${source.slice(start, end)}`,
      ),
  )
  const entry = Object.entries(linter.switchedOff(text)).map(
    ([rule, reason]) => `${rule} is switched off for this post by its entry (lint.off): ${reason}`,
  )
  return comments.length + entry.length === 0 ? [] : [[...comments, ...entry].join('\n')]
}
