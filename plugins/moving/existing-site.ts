import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildCalendar } from '../../src/calendar/build-calendar.ts'
import type { Calendar } from '../../src/calendar/calendar.ts'
import { plainPath } from '../../src/calendar/former-path.ts'
import { slugOfFile } from '../../src/calendar/slug-of-file.ts'
import { isPost, planFile } from '../../src/calendar/sources.ts'
import { readSources } from '../../src/disk.ts'
import { ContentFaults } from '../astro/content-faults.ts'

/**
 * What stands in a folder already: slugs and old paths that are taken.
 * @throws ContentFaults where its content cannot be read
 */
export function existingSite(
  root: string,
  now: string,
): { calendar?: Calendar; slugs: string[]; taken: Set<string> } {
  if (!existsSync(join(root, 'content'))) return { slugs: [], taken: new Set() }
  const sources = readSources(root)
  const slugs = [...sources.texts.keys()].filter(isPost).map(slugOfFile)
  if (!sources.texts.has(planFile)) return { slugs, taken: new Set() }
  const built = buildCalendar(sources, now)
  if ('faults' in built) throw new ContentFaults(built.faults)
  const { posts, ownPages } = built.calendar
  const taken = posts.flatMap((post) => [
    post.path,
    ...post.formerPaths,
    ...post.formerSlugs.map((slug) => `/${slug}`),
  ])
  return {
    calendar: built.calendar,
    slugs: [
      ...slugs,
      ...posts.flatMap(({ formerSlugs }) => formerSlugs),
      ...ownPages.map((page) => page.slice(1, -1)),
    ],
    taken: new Set([...taken, ...ownPages].map(plainPath)),
  }
}
