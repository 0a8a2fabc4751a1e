import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Audit, makeAudit } from '../../src/audit/audit.ts'
import type { AuditedPost } from '../../src/audit/audited-post.ts'
import { byPlace, type Fault } from '../../src/calendar/fault.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import { isFault } from '../../src/moving/source.ts'
import { assembleLinter } from '../lint/assemble-linter.ts'
import { textRules } from '../lint/text-rules.ts'
import { auditPost } from './audit-post.ts'
import type { AuditSource } from './open-audit.ts'

/** What is audited, and when. */
export interface AuditRequest extends AuditSource {
  /** The day that ages are counted from. */
  today: string
  /** @param done so many of all were looked at */
  onProgress?(done: number, all: number | undefined): void
}

/** So many posts are looked at in one turn of the event loop, which frees what the parser holds outside of JavaScript. */
const aTurn = 16

/**
 * Looks at every post of a source: one after another, and of each no more is kept than the audit needs. Where there are
 * pages alone, they are the posts.
 */
export async function runAudit({
  posts: given,
  number,
  folder: _,
  onProgress,
  ...named
}: AuditRequest): Promise<Audit> {
  // Each folder there is named as its rule.
  const ids = readdirSync(join(import.meta.dirname, '../lint/rules'))
  const linter = assembleLinter({ rules: textRules, ids })
  const posts: AuditedPost[] = []
  const pages: AuditedPost[] = []
  const faults: Fault[] = []
  let [drafts, html, done] = [0, 0, 0]
  for await (const each of given) {
    onProgress?.(++done, number)
    if (done % aTurn === 0) await setImmediate()
    if (isFault(each)) {
      faults.push(each)
      continue
    }
    if ((each.state === 'draft' || each.state === 'private') && !named.isAlone) drafts++
    else {
      if (each.body.syntax === 'html') html++
      const read = each.body.syntax === 'html' ? await inMarkdown(each) : each
      ;(each.kind === 'page' ? pages : posts).push(auditPost(read, linter))
    }
  }
  onProgress?.(done, done)
  const [audited, beside] = posts.length > 0 ? [posts, pages] : [pages, []]
  return makeAudit(audited, beside, {
    ...named,
    leftOut: { drafts, pages: beside.length },
    html,
    faults: faults.sort(byPlace),
  })
}

/** A post in HTML as one in Markdown; its places are those of the Markdown, and mean nothing in the file. */
async function inMarkdown(post: ForeignPost): Promise<ForeignPost> {
  const { htmlToMarkdown } = await import('../../src/moving/html-to-markdown.ts')
  const { text } = htmlToMarkdown(post.body.text)
  return { ...post, body: { ...post.body, text } }
}
