import type { AuditedPost, Heard } from '../../src/audit/audited-post.ts'

/** A post as an audit knows it, in English, with nothing to mend but what is said here. */
export function audited(file: string, fields: Partial<AuditedPost> = {}): AuditedPost {
  return {
    file,
    addresses: [],
    topics: [],
    lang: 'en',
    line: 4,
    words: 500,
    headings: [],
    links: [],
    promotion: 0,
    heard: [],
    dated: [],
    ...fields,
  }
}

/** What a rule says of words. */
export function heard(rule: string, quote: string, line = 5): Heard {
  return { rule, level: 'warning', quote, line, column: 1, times: 1 }
}
