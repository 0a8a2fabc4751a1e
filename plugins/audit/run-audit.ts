import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Audit, makeAudit, type Reading } from '../../src/audit/audit.ts'
import type { AuditedPost } from '../../src/audit/audited-post.ts'
import { byPlace, type Fault } from '../../src/calendar/fault.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import { assembleLinter } from '../lint/assemble-linter.ts'
import { textRules } from '../lint/text-rules.ts'
import { auditPost } from './audit-post.ts'

/** What is audited. */
export interface AuditRequest extends Pick<Reading, 'source' | 'today' | 'isAlone'> {
  program: string
  posts: AsyncIterable<ForeignPost | Fault> | Iterable<ForeignPost | Fault>
  /** @param done so many were looked at */
  onProgress?(done: number): void
}

/** So many posts are looked at in one turn of the event loop, which frees what the parser holds outside of JavaScript. */
const aTurn = 16

/**
 * Looks at every post of a source: one after another, and of each no more is kept than the audit needs. Where there are
 * pages alone, they are the posts.
 */
export async function runAudit({ posts: given, onProgress, ...named }: AuditRequest): Promise<Audit> {
  // Each folder there is named as its rule.
  const ids = readdirSync(join(import.meta.dirname, '../lint/rules'))
  const linter = assembleLinter({ rules: textRules, ids })
  const posts: AuditedPost[] = []
  const pages: AuditedPost[] = []
  const faults: Fault[] = []
  let [drafts, unlinted, done] = [0, 0, 0]
  for await (const each of given) {
    if ('what' in each) {
      faults.push(each)
      continue
    }
    onProgress?.(++done)
    if (done % aTurn === 0) await setImmediate()
    if ((each.state === 'draft' || each.state === 'private') && !named.isAlone) drafts++
    else {
      if (each.body.syntax === 'html') unlinted++
      ;(each.kind === 'page' ? pages : posts).push(auditPost(each, linter))
    }
  }
  const [audited, beside] = posts.length > 0 ? [posts, pages] : [pages, []]
  return makeAudit(audited, beside, {
    ...named,
    leftOut: { drafts, pages: beside.length },
    unlinted,
    faults: faults.sort(byPlace),
  })
}
