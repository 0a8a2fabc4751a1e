import { stringify } from 'yaml'
import { buildCalendar } from './build-calendar.ts'
import type { Fault } from './fault.ts'
import { slugOf } from './field.ts'
import { slugOfFile } from './slug-of-file.ts'
import { isPost, type Sources } from './sources.ts'
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

`
}

/** A new post and its place; or the file that has its address already; or what keeps it from being valid. */
export type PlacedPost = { file: string; text: string } | { taken: string } | { faults: Fault[] }

/** Gives a new post a file among the others, and makes sure that the calendar stays whole with it. */
export function placePost(sources: Sources, now: string, entry: NewPost): PlacedPost {
  const slug = shorten(slugOf(entry.title))
  const taken = [...sources.texts.keys()].find((file) => isPost(file) && slugOfFile(file) === slug)
  if (taken) return { taken }
  const file = `content/posts/${slug}.mdx`
  const text = writePost(entry)
  const built = buildCalendar({ ...sources, texts: new Map([...sources.texts, [file, text]]) }, now)
  return 'faults' in built ? { faults: built.faults } : { file, text }
}

/** The first words of a slug, up to 80 characters: file systems and readers dislike longer ones. */
function shorten(slug: string): string {
  return slug.length <= 80
    ? slug
    : slug
        .slice(0, 81)
        .replace(/-[^-]*$/, '')
        .slice(0, 80)
}
