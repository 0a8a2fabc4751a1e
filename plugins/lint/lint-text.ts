import { hash } from 'node:crypto'
import { goals } from '../../src/calendar/vocabulary.ts'
import { placeFinder } from '../../src/mdx/place-finder.ts'
import { withoutDisabled, withoutSwitchedOff } from './disabling/without-disabled.ts'
import { findPhrases, type Match } from './find-phrases.ts'
import { byPlace, type Finding, type Fix } from './finding.ts'
import type { Linter } from './linter.ts'
import type { PostText, Report, ReportedFix, Rule, SnippetText } from './rule.ts'
import { hypeOf } from './scores/hype.ts'
import { promotionOf } from './scores/promotion.ts'
import { readShares } from './text/read-shares.ts'
import type { Passage, Text } from './text/text.ts'

/** How a whole text reads, from 0 to 1. */
export interface Scores {
  /** 1: surely sells its writer. */
  readonly promotion: number
  /** 1: surely puffed-up wording, whoever it praises. */
  readonly hype: number
}

/** What is said of one text. */
export interface Linted {
  /** In the order of the file. */
  readonly findings: readonly Finding[]
  readonly scores: Scores
  /** What the calendar's rules collected, by rule. */
  readonly collected: Readonly<Record<string, unknown>>
  /** Rules that the post's entry kept from speaking. */
  readonly hushed: readonly string[]
}

/** Runs every rule that sees a text on it: a body, a post or a snippet. Pure. */
export function lintText(text: Text | PostText | SnippetText, linter: Linter): Linted {
  const { rules, settings, site, urlOf } = linter
  const placed = finder(text)
  const all = findPhrases(text)
  const findings: Finding[] = []
  const collected: Record<string, unknown> = {}
  const reporter = (rule: Rule, level: Finding['level']) => (report: Report) => {
    const finding = placed(rule, level, report, urlOf(rule.id))
    if (finding) findings.push(finding)
  }
  const isSnippet = 'channel' in text
  const isPost = 'post' in text && !isSnippet
  const isEnglish = /^en\b/i.test(text.lang)
  for (const rule of rules) {
    if (rule.isEnglish && !isEnglish) continue
    const { level, options } = settings.of(rule, text.goal, text.file)
    if (rule.sees === 'calendar') {
      // What it says of other posts may depend on one of which it says nothing.
      const isAsked = isPost && goals.some((goal) => settings.of(rule, goal, text.file).level !== 'off')
      if (isAsked && rule.collect) collected[rule.id] = rule.collect(text, { options, site })
      continue
    }
    if (level === 'off') continue
    const tools = { options, site, matches: matchesOf(all, rule), report: reporter(rule, level) }
    if (rule.sees === 'text' && (!isSnippet || rule.inSnippets)) rule.check(text, tools)
    else if (rule.sees === 'post' && isPost) rule.check(text, tools)
    else if (rule.sees === 'snippet' && isSnippet) rule.check(text, tools)
  }
  // Their prose is the body's, which rules of texts have seen.
  for (const share of isPost ? readShares(text, site, linter.lexicon) : []) {
    const found = findPhrases(share)
    for (const rule of rules) {
      if (rule.sees !== 'snippet' || (rule.isEnglish && !isEnglish)) continue
      const { level, options } = settings.of(rule, share.goal, share.file)
      if (level === 'off') continue
      rule.check(share, { options, site, matches: matchesOf(found, rule), report: reporter(rule, level) })
    }
  }
  const { heard, hushed } = isSnippet
    ? withoutSwitchedOff(findings, text, linter)
    : withoutDisabled(findings, text, linter, (id, report) => {
        const rule = rules.find((each) => each.id === id)
        const level = rule && settings.of(rule, text.goal, text.file).level
        return rule && level && level !== 'off' ? placed(rule, level, report, urlOf(id)) : undefined
      })
  return {
    findings: withoutYielding(heard.sort(byPlace), rules),
    scores: isSnippet ? noScores : { promotion: promotionOf(text, site).score, hype: hypeOf(text).score },
    collected,
    hushed,
  }
}

/** Leaves out what a rule says of words of which one speaks that it yields to. @param findings by place */
function withoutYielding(findings: Finding[], rules: readonly Rule[]): Finding[] {
  for (const { id, yieldsTo } of rules) {
    if (!yieldsTo) continue
    const stronger = findings.filter(({ rule }) => yieldsTo.includes(rule))
    if (stronger.length === 0) continue
    let at = 0
    findings = findings.filter(({ rule, start, end }) => {
      while ((stronger[at]?.end ?? Infinity) <= start) at++
      return rule !== id || (stronger[at]?.start ?? Infinity) >= end
    })
  }
  return findings
}

const noMatches: Match[] = []

function matchesOf(all: ReadonlyMap<string, Match[]>, { id }: Rule): Match[] {
  return all.get(id) ?? noMatches
}

const noScores: Scores = { promotion: 0, hype: 0 }

type Placed = (rule: Rule, level: Finding['level'], report: Report, url: string) => Finding | undefined

/** Turns reports into findings of a text; what has no place is left out. */
function finder(text: Text): Placed {
  const placeOf = placeFinder(text.file, text.source)
  const prints = new Map<Passage, string>()
  return (rule, level, report, url) => {
    const { at } = report
    const passage = 'passage' in at ? at.passage : undefined
    const [start, end] =
      passage && 'start' in at
        ? [passage.offsetOf(at.start), endOf(passage, at.end, text.source)]
        : rangeOf(text, at)
    if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined
    const [from, to] = [placeOf(start), placeOf(end)]
    const written = text.source.slice(start, end)
    const read = passage && 'start' in at ? passage.text.slice(at.start, at.end) : written
    const isPlain = read === written || oneSpaced(read) === oneSpaced(written)
    const quote = report.quote ?? read
    const first = passage ? placeOf(passage.offsetOf(0)).line : from.line
    const last = passage ? placeOf(passage.offsetOf(passage.text.length)).line : to.line
    return {
      rule: rule.id,
      level: report.level ?? level,
      file: text.file,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      start,
      end,
      quote,
      message: report.message,
      note: report.note ?? rule.why,
      because: report.because,
      url,
      fixes: (report.fixes ?? []).map((fix) => madeFix(fix, start, end, isPlain)),
      key: report.key ?? quote.toLowerCase(),
      fingerprint: shortHash([rule.id, quote, passage ? printOf(passage, prints) : written]),
      paragraph: [first, last],
    }
  }
}

/** Where words end in the file: behind the last of them, not behind the signs of Markdown that follow. */
function endOf({ text, offsetOf }: Passage, end: number, source: string): number {
  const last = end > 0 ? offsetOf(end - 1) : -1
  return last >= 0 && source[last] === text[end - 1] ? last + 1 : offsetOf(end)
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
