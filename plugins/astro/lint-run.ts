import { type LintAids, type LintRun, lintSite } from '../lint/run/lint-site.ts'
import type { Run } from './run.ts'

/** What the lint says of the content that a run works on. */
export function lintOf({ root, opened }: Run, aids: LintAids = {}): LintRun {
  const { calendar, sources, bodyOf } = opened
  const bodies = new Map(calendar.posts.map((post) => [post.file, bodyOf(post)]))
  return lintSite(root, { calendar, sources, bodies, faults: [] }, aids)
}
