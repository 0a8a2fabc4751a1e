import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as ask from '@clack/prompts'
import { ContentFaults } from '../plugins/astro/content-faults.ts'
import { buildCalendar } from '../src/calendar/calendar.ts'
import { slugOf } from '../src/calendar/field.ts'
import type { Plan } from '../src/calendar/plan.ts'
import { type Purpose, purposes } from '../src/calendar/vocabulary.ts'
import { type NewPost, writePost } from '../src/calendar/write-post.ts'
import { readSources, writeWhole } from '../src/disk.ts'
import { answered } from './answered.ts'
import { UsageError } from './usage-error.ts'

/**
 * Writes a new post that is sure to be valid. On a terminal it asks for what is missing.
 * @returns the path of the file; an existing one is never replaced
 */
export async function beginPost(root: string, now: string, given: NewPost): Promise<string> {
  const sources = readSources(root)
  const before = buildCalendar(sources, now)
  if ('faults' in before) throw new ContentFaults(before.faults)
  const entry = await complete(given, before.calendar.plan)
  const slug = slugOf(entry.title)
  if (!slug)
    throw new UsageError(
      'A post needs a title with letters or digits: npm run new -- "How often should a small shop post?"',
    )
  const file = `content/posts/${slug}.mdx`
  const path = join(root, file)
  const same = before.calendar.posts.find((post) => post.slug === slug)
  if (same || existsSync(path))
    throw new UsageError(`${same?.file ?? file} is there already. Nothing was changed.`)

  const text = writePost(entry)
  const after = buildCalendar({ ...sources, texts: new Map([...sources.texts, [file, text]]) }, now)
  if ('faults' in after) throw new ContentFaults(after.faults)
  writeWhole(path, text, { isNew: true })
  return path
}

async function complete(given: NewPost, plan: Plan): Promise<NewPost> {
  if (!process.stdin.isTTY || (given.title && (given.purpose || given.topic || given.query))) {
    if (!given.title)
      throw new UsageError('Give the post a title: npm run new -- "How often should a small shop post?"')
    return given
  }
  const topics = Object.entries(plan.topics)
  const title =
    given.title ||
    (await answered(ask.text({ message: 'Which question does the post answer?', validate: required })))
  const query = await answered(
    ask.text({ message: 'What would people type to find it?', placeholder: 'Enter: the same as the title' }),
  )
  const purpose = await answered(
    ask.select<Purpose>({ message: 'What is it for?', options: purposes.map((value) => ({ value })) }),
  )
  const topic =
    topics.length > 0
      ? await answered(
          ask.select({
            message: 'Which topic?',
            options: topics.map(([value, { title }]) => ({ value, label: title })),
          }),
        )
      : undefined
  return { ...given, title, query: query || undefined, purpose, topic }
}

function required(written: string | undefined): string | undefined {
  return written?.trim() ? undefined : 'A few words are enough.'
}
