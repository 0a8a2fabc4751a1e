import type { Audit } from './audit.ts'
import type { AuditedPost, Heard } from './audited-post.ts'
import { askingOf } from './question.ts'

/** An audit for other programs, described field by field in `plugins/audit/readme.md`. Fields may be added to version 1. */
export function renderAuditJson(audit: Audit): string {
  return `${JSON.stringify(jsonOf(audit), undefined, 1)}\n`
}

function jsonOf(audit: Audit) {
  const { source, program, today, posts, words, linkedFrom, insider, selling, mend } = audit
  const scores = new Map(mend.map(({ post, score }) => [post, score]))
  return {
    version: 1,
    generator: 'Coldread audit',
    source,
    program,
    name: audit.name,
    address: audit.address,
    today,
    counts: {
      posts: posts.length,
      words,
      foreign: audit.foreign,
      drafts: audit.leftOut.drafts,
      pages: audit.leftOut.pages,
      html: audit.html,
      faults: audit.faults.length,
    },
    mend: mend.map(({ post, score, parts }) => ({ ...named(post), score, parts })),
    insider: {
      texts: insider.texts.map(({ post, words: said, first }) => ({
        ...named(post),
        at: { line: first.line, column: first.column },
        words: said,
      })),
      words: insider.words,
    },
    selling: {
      texts: selling.texts.map(({ post, said }) => ({
        ...named(post),
        promotion: post.promotion,
        said: said.map(saidOf),
      })),
      phrases: selling.phrases,
    },
    shared: audit.shared.map(({ by, likeness, posts: sharing }) => ({
      by,
      likeness,
      posts: sharing.map(named),
    })),
    noQuestion: audit.noQuestion.map(({ post, why }) => ({ ...named(post), ...why })),
    orphans: audit.orphans.map(named),
    stale: audit.stale.map(({ post, checked, reasons }) => ({ ...named(post), checked, reasons })),
    mix: audit.mix,
    posts: posts.map((post) => ({
      ...named(post),
      published: post.published,
      updated: post.updated,
      lang: post.lang,
      words: post.words,
      promotion: post.promotion,
      asking: askingOf(post),
      linkedFrom: linkedFrom.get(post.file) ?? [],
      score: scores.get(post) ?? 0,
    })),
    faults: audit.faults,
  }
}

function named({ file, title }: AuditedPost) {
  return { file, title }
}

function saidOf({ rule, line, column, quote, times, message }: Heard) {
  return { rule, line, column, quote, times, message }
}
