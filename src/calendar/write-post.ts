import { stringify } from 'yaml'
import type { Purpose } from './vocabulary.ts'

/** What a writer says of a post before writing it. */
export interface NewPost {
  title: string
  query?: string | undefined
  purpose?: Purpose | undefined
  topic?: string | undefined
  planned?: string | undefined
}

/** The file of a new post: a valid draft that tells its writer what comes where. */
export function writePost({ title, query, purpose, topic, planned }: NewPost): string {
  const entry = {
    title,
    ...(query && { query }),
    ...(purpose && { purpose }),
    status: 'draft',
    ...(planned && { planned }),
    ...(topic && { topics: [topic] }),
  }
  return `---
${stringify(entry, { lineWidth: 0 })}# answer: 35 to 50 words that answer the question at once. Readers see it first.
# publish: 2026-12-08, and status: ready, once it may go live.
---
{/* What would a stranger ask first? Make each heading a question. */}
## ${title}

`
}
