import { setImmediate } from 'node:timers/promises'
import { buildCalendar } from './calendar/build-calendar.ts'
import type { Calendar } from './calendar/calendar.ts'
import type { Fault } from './calendar/fault.ts'
import { splitFrontMatter } from './calendar/front-matter.ts'
import { glossaryFile, isPost, type Sources } from './calendar/sources.ts'
import {
  bodyOfKnown,
  bodyOfUnknown,
  type KnownPost,
  knownFrontMatter,
  knowPost,
  type Memory,
} from './known-post.ts'
import { checkBody } from './mdx/check-body.ts'
import { shareChecker } from './mdx/check-shares.ts'
import { termChecker, termProblems } from './mdx/check-terms.ts'
import { collectLinks } from './mdx/collect-links.ts'
import { builtIn, type Components } from './mdx/components.ts'
import type { Body } from './mdx/parse-body.ts'
import { renderBody } from './mdx/render-body.ts'
import { checkLinks } from './reader/check-links.ts'

/** What stands in `content/`, as far as it can be understood, and everything that is wrong with it. */
export interface Content {
  sources: Sources
  /** Where every file could be read; there may be faults all the same. */
  calendar?: Calendar
  /** By path of the post. */
  bodies: ReadonlyMap<string, Body>
  faults: Fault[]
}

/**
 * Understands content: the calendar, every post's body, and what bodies lead to. Pure.
 * @param now an RFC 3339 instant, or a wall clock in the plan's zone
 * @param componentNames components that every site has
 * @param memory of posts that were read before; it never changes what comes of it
 */
export function readContent(
  sources: Sources,
  now: string,
  componentNames: readonly string[],
  memory?: Memory,
): Content {
  const components = componentsOf(sources, componentNames)
  const known = memory ? recallPosts(sources, components, memory) : new Map<string, KnownPost>()
  const built = buildCalendar(sources, now, (file, text) => {
    const post = known.get(file)
    return post ? knownFrontMatter(file, text, post) : splitFrontMatter(file, text)
  })
  const faults = 'faults' in built ? built.faults : []
  const { calendar } = built
  const channels = new Set(Object.keys(calendar?.plan.channels ?? {}))
  const sharesIn = calendar && shareChecker([...channels])
  const termsIn =
    calendar && !faults.some(({ file }) => file === glossaryFile) ? termChecker(calendar.glossary) : undefined
  const problemOf = termProblems(calendar?.glossary ?? [])
  const explained = new Map<string, boolean>()
  const isExplained = (word: string) => explained.getOrInsertComputed(word, () => !problemOf(word))
  const bodies = new Map<string, Body>()
  for (const [file, text] of sources.texts) {
    if (!isPost(file)) continue
    const post = known.get(file)
    const body = post ? bodyOfKnown(file, text, post) : bodyOfUnknown(file, text)
    if (!body) continue
    bodies.set(file, body)
    if (!post) faults.push(...checkBody(body, components))
    if (!post?.channels.every((name) => channels.has(name))) faults.push(...(sharesIn?.(body) ?? []))
    if (!post?.terms.every(isExplained)) faults.push(...(termsIn?.(body) ?? []))
    // Links are kept, trees are not.
    collectLinks(body)
  }

  const plain = (file: string) => renderBody(bodies.get(file) as Body, { resolveLink: (href) => ({ href }) })
  if (calendar) {
    const anchorsOf = ({ file }: { file: string }) => new Set(plain(file).headings.map(({ slug }) => slug))
    faults.push(...checkLinks(calendar, bodies, sources.assets, anchorsOf))
  }
  return { sources, ...(calendar && { calendar }), bodies, faults }
}

function componentsOf({ components = [] }: Sources, names: readonly string[]): Components {
  return { builtIn, names: new Set([...Object.keys(builtIn), ...names, ...components]) }
}

/** Posts in which nothing is wrong by themselves. */
function recallPosts(sources: Sources, components: Components, memory: Memory): Map<string, KnownPost> {
  const known = new Map<string, KnownPost>()
  for (const [file, text] of sources.texts) {
    const post = isPost(file) && recallPost(file, text, components, memory)
    if (post) known.set(file, post)
  }
  return known
}

function recallPost(file: string, text: string, components: Components, memory: Memory): KnownPost | null {
  return memory.recall(file, [memory.digestOf(file, text), [...components.names].join()], () =>
    knowPost(file, text, components),
  )
}

/** After so many posts, what parsing them took is freed. */
const atOnce = 100

/**
 * Reads posts into a memory, a few at a time. What Sätteri takes for a text outside of JavaScript's memory is freed only between
 * two turns of the event loop: of 10,000 posts read in one, 300 MB would stay.
 */
export async function learnPosts(
  sources: Sources,
  componentNames: readonly string[],
  memory: Memory,
): Promise<void> {
  const components = componentsOf(sources, componentNames)
  let read = 0
  for (const [file, text] of sources.texts) {
    if (!isPost(file)) continue
    recallPost(file, text, components, memory)
    if (++read % atOnce === 0) await setImmediate()
  }
}
