import { type Heard, withBaseline } from '../lint/baseline/with-baseline.ts'
import { type LintCache, openCache } from '../lint/run/cache.ts'
import { type LintAids, type LintRun, lintSite } from '../lint/run/lint-site.ts'
import type { Run } from './run.ts'

/** What the lint says of the content that a run works on. */
export function lintOf({ root, opened }: Run, aids: LintAids = {}): LintRun {
  const { calendar, sources, bodyOf } = opened
  const bodies = new Map(calendar.posts.map((post) => [post.file, bodyOf(post)]))
  return lintSite(root, { calendar, sources, bodies, faults: [] }, aids)
}

/** What the lint says of a run's content, and what is left of it beside the baseline. */
export interface HeardRun {
  readonly linted: LintRun
  readonly heard: Heard
}

const kept = new WeakMap<Run, HeardRun>()
/** By root: what a cache depends on besides the content is found out once. */
const caches = new Map<string, LintCache | undefined>()

/** What the lint says while writing: once a run, whoever asks. */
export function hearRun(run: Run): HeardRun {
  const known = kept.get(run)
  if (known) return known
  const cache = caches.getOrInsertComputed(run.root, (root) => openCache(root))
  const linted = lintOf(run, { cache })
  const made = { linted, heard: withBaseline(linted, run.root, true) }
  kept.set(run, made)
  return made
}
