import { join } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import type { Post } from '../../src/calendar/post.ts'
import { addDays, dayOf } from '../../src/calendar/time.ts'
import { readSources } from '../../src/disk.ts'
import { componentNames, type Opened } from '../../src/open.ts'
import { readContent } from '../../src/read-content.ts'
import { addSnippets } from '../../src/snippets/add-snippets.ts'
import { freeTimesOf } from '../../src/snippets/free-times.ts'
import { materialOf } from '../../src/snippets/material-of.ts'
import { planQueue } from '../../src/snippets/plan-queue.ts'
import { sharesOf } from '../../src/snippets/shares-of.ts'
import { type Suggestion, suggest } from '../../src/snippets/suggest.ts'
import { rewriteFile } from '../lint/fix/rewrite-file.ts'

/** Drafts snippets for a post. Those of a post that is live get the next free times of their channels from now on. */
export function suggestSnippets({ calendar, bodyOf }: Opened, post: Post): Suggestion[] {
  const { plan, now } = calendar
  const body = bodyOf(post)
  const shares = sharesOf(body)
  if (!post.publish || post.publish.instant > now.instant)
    return suggest(post, materialOf(body), shares, plan)
  const items = planQueue(calendar, {
    until: addDays(dayOf(now), 366),
    sharesOf: (other) => sharesOf(bodyOf(other)),
    hashOf: () => '',
  })
  const taken = Map.groupBy(items, ({ channel }) => channel)
  const times = new Map(
    Object.entries(plan.channels).map(([channel, { times }]) => [
      channel,
      freeTimesOf(
        times,
        plan,
        (taken.get(channel) ?? []).flatMap(({ at }) => at ?? []),
      ),
    ]),
  )
  return suggest(post, materialOf(body), shares, plan, (channel) =>
    times.get(channel)?.take(now.instant)?.local.replace('T', ' '),
  )
}

/**
 * Writes suggestions into a post's entry, unless the content would be worse for it. Nothing that is there changes.
 * @returns why nothing was written; undefined when it was
 */
export function writeSuggestions(
  root: string,
  now: string,
  { file }: Post,
  suggestions: readonly Suggestion[],
): { problem: string } | { faults: readonly Fault[] } | undefined {
  const sources = readSources(root)
  const before = sources.texts.get(file) ?? ''
  const after = addSnippets(file, before, suggestions)
  if (after === undefined)
    return {
      problem: `\`snippets\` of ${file} is written in a way that nothing can be put into; paste these.`,
    }
  const faults = readContent(
    { ...sources, texts: new Map([...sources.texts, [file, after]]) },
    now,
    componentNames(),
  ).faults
  if (faults.length > 0) return { faults }
  const problem = rewriteFile(join(root, file), before, after)
  return problem === undefined ? undefined : { problem }
}
