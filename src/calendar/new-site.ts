import { stringify } from 'yaml'
import { readSlot } from './amount.ts'
import { slugOf } from './field.ts'
import { writePost } from './new-post.ts'
import { readSiteUrl } from './plan.ts'
import { isProblem, type Read } from './problem.ts'
import { readZone } from './time.ts'

/** What a team says of itself when it begins. */
export interface Beginning {
  name: string
  about: string
  url: string
  zone: string
  /** Weekday and time, `tue 09:00`. */
  slot: string
  /** What a stranger would ask first: the title of the first post. */
  question: string
}

/** Why an answer cannot be used, in a sentence; undefined when it can. */
export function answerProblem(name: keyof Beginning, written: string): string | undefined {
  if (!written.trim()) return 'A few words are enough.'
  if (name === 'question' && !slugOf(written)) return 'Use letters or digits.'
  const readers: Partial<Record<keyof Beginning, (text: string) => Read<unknown>>> = {
    zone: readZone,
    url: readSiteUrl,
    slot: readSlot,
  }
  const read = readers[name]?.(written)
  return isProblem(read) ? `${read.problem}; ${read.mend}`.replaceAll('`', '') : undefined
}

/**
 * The files of a new site, by path: plan, author, glossary, the reference of fields, a first post.
 * @param reference `content/README.md`
 */
export function writeSite(
  { name, about, url, zone, slot, question }: Beginning,
  reference: string,
): Map<string, string> {
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 })
  return new Map([
    [
      'content/plan.yaml',
      `# Who this site is for, when posts go live, and where word of them goes.
# All fields: content/README.md
${yaml({ site: { name, about, url } })}
# All times are wall clock in this zone.
${yaml({ zone })}
# When posts go live.
${yaml({ rhythm: [slot] })}
# What the site is about. Every post that goes live has one of these.
${yaml({ topics: { start: { title: 'Start here', intro: 'The questions that people ask first, answered.' } } })}
# Where people reach you, and where snippets go. For each: what it is, whom it serves, how soon someone answers.
${yaml({ channels: { email: { network: 'email', serves: 'retain', replies: 'within two days' } } })}`,
    ],
    [
      'content/authors.yaml',
      `# Who signs posts. The first one is the default.
${yaml({ editors: { name, kind: 'organization', bio: about } })}`,
    ],
    ['content/glossary.yaml', '# Words that strangers stumble over, each with a plain meaning.\n[]\n'],
    ['content/README.md', reference],
    [
      `content/posts/${slugOf(question)}.mdx`,
      writePost({ title: question, purpose: 'awareness', topic: 'start' }),
    ],
  ])
}
