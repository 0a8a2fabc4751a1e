import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { slugOf } from '../../src/calendar/field.ts'
import { addDays } from '../../src/calendar/time.ts'
import { explained, makePost, titleOf } from './blog/make-post.ts'
import { Random } from './blog/random.ts'
import { readVocabulary } from './blog/vocabulary.ts'

const topics = ['beginning', 'planning', 'tools', 'people', 'money', 'mending']
const authors = ['mari', 'jaan', 'liis', 'peeter']
const firstDay = '2010-01-01'
/** As many go live on one day. */
const aDay = ['08:00', '11:00', '14:00', '17:00']

/** A wall clock at which every post of a blog of this size is live. */
export function nowFor(number: number): string {
  return `${addDays(firstDay, Math.ceil(number / aDay.length))}T09:00`
}

/**
 * A blog of so many posts, the same on every machine: each file's path and text. A longer blog begins with the posts of
 * a shorter one. No post has a fault or an error of the lint.
 * @param plan lines of the plan's `site` besides its name and address
 */
export function* blogFiles(
  number: number,
  plan: readonly string[] = [],
): Generator<[path: string, text: string]> {
  yield ['content/plan.yaml', planText(plan)]
  yield [
    'content/authors.yaml',
    authors.map((id) => `${id}: { name: ${id.charAt(0).toUpperCase()}${id.slice(1)} }\n`).join(''),
  ]
  yield [
    'content/glossary.yaml',
    `- { term: ${explained}, meaning: It is how regularly you do something., kind: term }\n`,
  ]
  const words = readVocabulary()
  const earlier: { slug: string; title: string }[] = []
  const taken = new Set<string>()
  for (let index = 0; index < number; index++) {
    const random = new Random(index + 1)
    const subjectNow = () => ({
      verb: random.pick(words.verbs),
      adjective: random.pick(words.adjectives),
      noun: random.pick(words.nouns),
    })
    let subject = subjectNow()
    while (taken.has(titleOf(subject))) subject = subjectNow()
    const title = titleOf(subject)
    taken.add(title)
    const slug = slugOf(title)
    const text = makePost(
      { random, subject, words },
      {
        title,
        publish: `${addDays(firstDay, Math.floor(index / aDay.length))} ${aDay[index % aDay.length]}`,
        topic: random.pick(topics),
        author: random.pick(authors),
        earlier: [
          ...Array.from({ length: Math.min(earlier.length, 3) }, () => random.pick(earlier)),
          ...earlier.slice(-1),
        ],
      },
    )
    earlier.push({ slug, title })
    yield [`content/posts/${slug}.mdx`, text]
  }
}

/** Writes a blog below a folder. @returns paths of its posts below that folder, the oldest first */
export function writeBlog(root: string, number: number, plan: readonly string[] = []): string[] {
  const posts: string[] = []
  for (const [path, text] of blogFiles(number, plan)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    if (path.endsWith('.mdx')) posts.push(path)
  }
  return posts
}

function planText(site: readonly string[]): string {
  return `site:
  name: Notes of many hands
  about: Four people on how ordinary things are done
  url: https://notes.example
${site.map((line) => `  ${line}\n`).join('')}zone: Europe/Tallinn
goal: acquire
author: mari
owner: mari
reviewAfter: 99 years
topics:
${topics.map((topic) => `  ${topic}: { title: All about ${topic}, intro: What helps with ${topic} when you are new to it. }\n`).join('')}channels:
  linkedin: { network: linkedin, account: notes, serves: acquire, times: [tue 10:00, thu 10:00] }
  mastodon: { network: mastodon, account: '@notes@social.example', serves: retain, times: [wed 12:00] }
  phone: { network: phone, serves: retain, replies: weekdays 9 to 17 }
`
}
