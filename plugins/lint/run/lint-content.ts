import { createHash } from 'node:crypto'
import type { Fault } from '../../../src/calendar/fault.ts'
import type { Post } from '../../../src/calendar/post.ts'
import { isPost, planFile } from '../../../src/calendar/sources.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import type { Body } from '../../../src/mdx/parse-body.ts'
import { placeFinder } from '../../../src/mdx/place-finder.ts'
import type { Content } from '../../../src/read-content.ts'
import { readDisablings } from '../disabling/disabling.ts'
import { entryProblems } from '../disabling/entry-problems.ts'
import { isDisabled } from '../disabling/without-disabled.ts'
import { byPlace, type Finding } from '../finding.ts'
import { type Linted, lintText, type Scores } from '../lint-text.ts'
import { type Linter, makeLinter } from '../linter.ts'
import type { CalendarReport, Rule } from '../rule.ts'
import { rules as allRules } from '../rules.ts'
import { settingsOf } from '../settings.ts'
import { readSettings } from '../settings-schema.ts'
import { fieldsOf } from '../text/field-places.ts'
import { readPost, readSnippets } from '../text/read-post.ts'
import { findingOf, isFaulty } from './fault-finding.ts'

/** What is said of one file. */
export interface LintedFile {
  /** Relative to the site's root, or as it was asked for. */
  readonly path: string
  readonly scores: Scores
  readonly findings: readonly Finding[]
}

/** What is said of a post by itself, before the calendar's rules speak. */
export interface LintedPost {
  readonly own: Linted
  readonly ofSnippets: readonly Finding[]
  /** Rules that its entry kept from speaking of either. */
  readonly hushed: readonly string[]
}

/** Lints one post: its text and its snippets. Depends on the post and the linter alone. */
export type LintPost = (post: Post, body: Body, linter: Linter) => LintedPost

/** Lints a post without looking at what was said before. */
export function lintPostAnew(post: Post, body: Body, linter: Linter): LintedPost {
  const goalOf = (channel: string) => linter.site.plan?.channels[channel]?.serves ?? post.goal
  const snippets = readSnippets(post, goalOf, linter.lexicon)
  const own = lintText(readPost(post, body, linter.lexicon), linter)
  const ofSnippets = snippets.map((snippet) => lintText(snippet, linter))
  return {
    own,
    ofSnippets: ofSnippets.flatMap(({ findings }) => findings),
    hushed: [own, ...ofSnippets].flatMap(({ hushed }) => hushed),
  }
}

/** A linter for what stands in a folder's `content/`, and what is wrong with the plan's `lint`. */
export function linterFor({ calendar, sources }: Content): { linter: Linter; faults: readonly Fault[] } {
  const settings = readSettings(readYaml(planFile, sources.texts.get(planFile) ?? ''), allRules)
  const isBad = 'faults' in settings
  return {
    linter: makeLinter({ ...(calendar && { calendar }), settings: isBad ? settingsOf({}) : settings }),
    faults: isBad ? settings.faults : [],
  }
}

/**
 * Lints a calendar: its posts, their snippets, and all of them together. Ideas are not texts yet, and retired posts
 * are read by nobody: both are left out. What is wrong with the content itself is said too, as findings.
 * @param lintPost what is said of one post: from a cache, or anew
 */
export function lintContent(
  content: Content,
  linter: Linter,
  settingFaults: readonly Fault[],
  lintPost: LintPost = lintPostAnew,
): LintedFile[] {
  const { calendar, bodies, faults, sources } = content
  const findings = new Map<string, Finding[]>()
  const scores = new Map<string, Scores>()
  const add = (file: string, some: readonly Finding[]) =>
    findings.getOrInsertComputed(file, () => []).push(...some)
  const unreadable = new Set([...bodies.values()].flatMap((body) => body.faults))
  for (const fault of [...faults, ...settingFaults]) {
    const rule = unreadable.has(fault) ? 'mdx-syntax' : 'content-fault'
    add(fault.file, [findingOf(fault, sources.texts.get(fault.file) ?? '', linter, rule)])
  }

  const hushed = new Map<Post, Set<string>>()
  const hush = (post: Post, rule: string) =>
    hushed.set(post, (hushed.get(post) ?? new Set<string>()).add(rule))
  const posts = (calendar?.posts ?? []).filter(({ state }) => state !== 'retired' && state !== 'idea')
  const linted = posts.flatMap((post): { post: Post; own: Linted }[] => {
    const body = bodies.get(post.file)
    if (!body) return []
    const { own, ofSnippets, hushed } = lintPost(post, body, linter)
    for (const rule of hushed) hush(post, rule)
    add(post.file, own.findings)
    add(post.file, ofSnippets)
    scores.set(post.file, own.scores)
    return [{ post, own }]
  })
  // Where a post cannot be read, what the others lack may stand in it.
  const read = new Set(calendar?.posts.map(({ file }) => file))
  const byFile = new Map(posts.map((post) => [post.file, post]))
  const rulesById = new Map(linter.rules.map((rule) => [rule.id, rule]))
  const isWhole =
    [...sources.texts.keys()].every((file) => !isPost(file) || read.has(file)) &&
    !sources.faults.some(({ file }) => file.startsWith('content/posts'))
  for (const rule of linter.rules) {
    if (rule.sees !== 'calendar' || !calendar || !isWhole) continue
    const goal = calendar.plan.goal
    const collected = linted
      .filter(({ own }) => !rule.collect || rule.id in own.collected)
      .map(({ post, own }) => ({ post, data: own.collected[rule.id], findings: own.findings }))
    const report = (said: CalendarReport) => {
      const post = byFile.get(said.file)
      const { level } = linter.settings.of(rule, post?.goal ?? goal, said.file)
      if (level === 'off') return
      if (post?.lintOff[rule.id] !== undefined) return void hush(post, rule.id)
      const body = bodies.get(said.file)
      if (body && 'start' in said.at) {
        const { disablings } = readDisablings(
          { tree: body.tree, source: sources.texts.get(said.file) ?? '' },
          linter.ruleIds,
        )
        if (isDisabled(disablings, rule.id, said.at.start)) return
      }
      add(said.file, [calendarFinding(rule, level, said, sources.texts.get(said.file) ?? '', linter)])
    }
    rule.complete(collected, {
      options: linter.settings.of(rule, goal, planFile).options,
      site: linter.site,
      calendar,
      report,
    })
  }
  for (const { post } of linted)
    for (const { rule: id, ...said } of isFaulty(findings.get(post.file))
      ? []
      : entryProblems(post.lintOff, hushed.get(post) ?? new Set(), linter, isWhole)) {
      const rule = rulesById.get(id)
      const level = rule && linter.settings.of(rule, post.goal, post.file).level
      if (!rule || !level || level === 'off') continue
      add(post.file, [calendarFinding(rule, level, { file: post.file, ...said }, post.source.text, linter)])
    }
  const files = new Set([...posts.map(({ file }) => file), ...findings.keys()])
  return [...files].sort().map((path) => ({
    path,
    scores: scores.get(path) ?? { promotion: 0, hype: 0 },
    findings: (findings.get(path) ?? []).sort(byPlace),
  }))
}

function calendarFinding(
  rule: Rule,
  level: Finding['level'],
  said: CalendarReport,
  source: string,
  linter: Linter,
): Finding {
  const { at, file } = said
  const [start, end] = 'field' in at ? fieldsOf(file, source).rangeOf(at.field) : [at.start, at.end]
  const placeOf = placeFinder(file, source)
  const [from, to] = [placeOf(start), placeOf(end)]
  const quote = said.quote ?? source.slice(start, end)
  return {
    rule: rule.id,
    level: said.level ?? level,
    file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    start,
    end,
    quote,
    message: said.message,
    note: said.note ?? rule.why,
    because: said.because,
    url: linter.urlOf(rule.id),
    fixes: [],
    key: said.key ?? quote.toLowerCase(),
    fingerprint: createHash('sha256').update([rule.id, quote].join('\n')).digest('hex').slice(0, 16),
    paragraph: [from.line, to.line],
  }
}
