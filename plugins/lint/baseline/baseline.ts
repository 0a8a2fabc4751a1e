import type { Finding } from '../finding.ts'
import { rules } from '../rules.ts'
import type { LintedFile } from '../run/lint-content.ts'

/** Where the findings that a site lives with for now are kept; below the root, to be committed. */
export const baselineFile = 'content/lint-baseline.json'

/** Findings of one rule about the same words in the same paragraph of a file. */
export interface KnownFinding {
  readonly file: string
  readonly rule: string
  /** As in `Finding`: a change of the paragraph changes it, a move does not. */
  readonly fingerprint: string
  readonly count: number
  /** The words that it is about, for people who read the file; cut where they are many. */
  readonly quote: string
}

/** The findings that are known, each file, rule and fingerprint once, in their order. */
export type Baseline = readonly KnownFinding[]

/** What remains to be said beside a baseline. */
export interface Compared {
  readonly files: readonly LintedFile[]
  /** How many findings are known, and left out. */
  readonly hidden: number
  /** What the baseline knows and nothing says any more; `count` says how often. */
  readonly stale: Baseline
}

/** Rules about faults, which nobody can live with. */
const faultRules = new Set(
  rules
    .filter(({ level }) => (typeof level === 'string' ? [level] : Object.values(level)).includes('error'))
    .map(({ id }) => id),
)

/** Whether a rule is about faults: deterministic, and in the way of everything. */
export function isFault(rule: string): boolean {
  return faultRules.has(rule)
}

/** Whether a baseline may know a finding: faults have to be mended, guesses confirmed, and what a baseline lacks is no part of it. */
function mayBeKnown({ rule }: Pick<Finding, 'rule'>): boolean {
  return !isFault(rule) && rule !== 'lint-baseline-stale' && rule !== 'lint-guess'
}

/** The baseline that knows every finding there is. */
export function makeBaseline(files: readonly LintedFile[]): Baseline {
  const found = files.flatMap(({ path, findings }) =>
    findings.filter(mayBeKnown).map(({ rule, fingerprint, quote }) => ({
      file: path,
      rule,
      fingerprint,
      count: 1,
      quote: short(quote),
    })),
  )
  return mergeBaseline(found)
}

/** Each file, rule and fingerprint once, in order. */
export function mergeBaseline(findings: readonly KnownFinding[]): Baseline {
  const merged = new Map<string, KnownFinding>()
  for (const each of findings) {
    const before = merged.get(keyOf(each))
    merged.set(keyOf(each), before ? { ...before, count: before.count + each.count } : each)
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, known]) => known)
}

/** Leaves out what is known, as often as it is known; in a paragraph the first ones. */
export function applyBaseline(files: readonly LintedFile[], baseline: Baseline): Compared {
  const left = new Map(baseline.map((known) => [keyOf(known), known.count]))
  let hidden = 0
  const remaining = files.map((file) => {
    const findings = file.findings.filter((finding) => {
      const key = keyOf({ ...finding, file: file.path })
      const count = left.get(key) ?? 0
      if (count === 0 || !mayBeKnown(finding)) return true
      left.set(key, count - 1)
      hidden++
      return false
    })
    return findings.length === file.findings.length ? file : { ...file, findings }
  })
  const stale = baseline
    .map((known) => ({ ...known, count: left.get(keyOf(known)) ?? 0 }))
    .filter(({ count }) => count > 0)
  return { files: remaining, hidden, stale }
}

/** A baseline without what is stale. Nothing is ever added. */
export function pruneBaseline(baseline: Baseline, stale: Baseline): Baseline {
  const gone = new Map(stale.map((known) => [keyOf(known), known.count]))
  return baseline
    .map((known) => ({ ...known, count: known.count - (gone.get(keyOf(known)) ?? 0) }))
    .filter(({ count }) => count > 0)
}

function keyOf({ file, rule, fingerprint }: Pick<KnownFinding, 'file' | 'rule' | 'fingerprint'>): string {
  return `${file}\n${rule}\n${fingerprint}`
}

const longest = 60

function short(quote: string): string {
  const words = [...quote.replace(/\s+/g, ' ').trim()]
  return words.length > longest ? `${words.slice(0, longest - 1).join('')}…` : words.join('')
}
