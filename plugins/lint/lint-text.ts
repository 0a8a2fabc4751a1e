import { goals } from '../../src/calendar/vocabulary.ts'
import { withoutDisabled, withoutSwitchedOff } from './disabling/without-disabled.ts'
import { findPhrases, type Match } from './find-phrases.ts'
import { byPlace, type Finding } from './finding.ts'
import type { Linter } from './linter.ts'
import { type PlacedReport, placerOf } from './placed-report.ts'
import type { PostText, Report, Rule, SnippetText } from './rule.ts'
import { firstOfEach, type ShownFinding } from './run/collapse.ts'
import { hypeOf } from './scores/hype.ts'
import { promotionOf } from './scores/promotion.ts'
import { readShares } from './text/read-shares.ts'
import type { Text } from './text/text.ts'

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
  const { said, findingOf, ...rest } = hear(text, linter)
  return { ...rest, findings: said.map(findingOf) }
}

/** The same, where each rule is shown once: no more is made of the others than their number and their words. */
export function lintBriefly(
  text: Text | PostText | SnippetText,
  linter: Linter,
): { readonly findings: readonly ShownFinding[]; readonly scores: Scores } {
  const { said, findingOf, scores } = hear(text, linter)
  const findings = firstOfEach(said).map(({ first, more, others }) => ({ ...findingOf(first), more, others }))
  return { findings, scores }
}

/** The same, where only words and places are wanted: of what is said, no finding is made. */
export function lintPlaces(
  text: Text,
  linter: Linter,
): { readonly said: readonly PlacedReport[]; readonly scores: Scores } {
  const { said, scores } = hear(text, linter)
  return { said, scores }
}

/** What the rules say of a text, in the order of the file, before findings are made of it. */
function hear(
  text: Text | PostText | SnippetText,
  linter: Linter,
): Omit<Linted, 'findings'> & {
  readonly said: readonly PlacedReport[]
  findingOf(said: PlacedReport): Finding
} {
  const { rules, settings, site } = linter
  const { place, findingOf } = placerOf(text, linter.urlOf)
  const all = findPhrases(text)
  const said: PlacedReport[] = []
  const collected: Record<string, unknown> = {}
  const reporter = (rule: Rule, level: Finding['level']) => (report: Report) => {
    const placed = place(rule, level, report)
    if (placed) said.push(placed)
  }
  const isSnippet = 'channel' in text
  const isPost = 'post' in text && !isSnippet
  const isEnglish = /^en\b/i.test(text.lang)
  for (const rule of rules) {
    if ((rule.isEnglish && !isEnglish) || !(isPost || isSnippet || rule.sees === 'text')) continue
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
    ? withoutSwitchedOff(said, text, linter)
    : withoutDisabled(said, text, linter, (id, report) => {
        const rule = rules.find((each) => each.id === id)
        const level = rule && settings.of(rule, text.goal, text.file).level
        return rule && level && level !== 'off' ? place(rule, level, report) : undefined
      })
  return {
    said: withoutYielding(heard.sort(byPlace), rules),
    findingOf,
    scores: isSnippet ? noScores : { promotion: promotionOf(text, site).score, hype: hypeOf(text).score },
    collected,
    hushed,
  }
}

/** Leaves out what a rule says of words of which one speaks that it yields to. @param said by place */
function withoutYielding(said: PlacedReport[], rules: readonly Rule[]): PlacedReport[] {
  for (const { id, yieldsTo } of rules) {
    if (!yieldsTo) continue
    const stronger = said.filter(({ rule }) => yieldsTo.includes(rule))
    if (stronger.length === 0) continue
    let at = 0
    said = said.filter(({ rule, start, end }) => {
      while ((stronger[at]?.end ?? Infinity) <= start) at++
      return rule !== id || (stronger[at]?.start ?? Infinity) >= end
    })
  }
  return said
}

const noMatches: Match[] = []

function matchesOf(all: ReadonlyMap<string, Match[]>, { id }: Rule): Match[] {
  return all.get(id) ?? noMatches
}

const noScores: Scores = { promotion: 0, hype: 0 }
