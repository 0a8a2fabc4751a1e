import { buildCalendar } from './calendar/build-calendar.ts'
import type { Calendar } from './calendar/calendar.ts'
import type { Fault } from './calendar/fault.ts'
import { findFrontMatter } from './calendar/front-matter.ts'
import { glossaryFile, isPost, type Sources } from './calendar/sources.ts'
import { checkBody } from './mdx/check-body.ts'
import { shareChecker } from './mdx/check-shares.ts'
import { termChecker } from './mdx/check-terms.ts'
import { collectLinks } from './mdx/collect-links.ts'
import { builtIn } from './mdx/components.ts'
import { type Body, parseBody } from './mdx/parse-body.ts'
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
 * @param componentNames components that a site adds
 */
export function readContent(sources: Sources, now: string, componentNames: readonly string[]): Content {
  const built = buildCalendar(sources, now)
  const faults = 'faults' in built ? built.faults : []
  const components = { builtIn, names: new Set([...Object.keys(builtIn), ...componentNames]) }
  const { calendar } = built
  const sharesIn = calendar && shareChecker(Object.keys(calendar.plan.channels))
  const termsIn =
    calendar && !faults.some(({ file }) => file === glossaryFile) ? termChecker(calendar.glossary) : undefined
  const bodies = new Map<string, Body>()
  for (const [file, text] of sources.texts) {
    const split = isPost(file) ? findFrontMatter(file, text) : undefined
    if (!split || 'fault' in split) continue
    const body = parseBody({ file, text, bodyStart: split.bodyStart })
    bodies.set(file, body)
    faults.push(...checkBody(body, components), ...(sharesIn?.(body) ?? []), ...(termsIn?.(body) ?? []))
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
