import { fileURLToPath } from 'node:url'
import { buildCalendar } from './calendar/build-calendar.ts'
import type { Calendar } from './calendar/calendar.ts'
import { byPlace, type Fault } from './calendar/fault.ts'
import { splitFrontMatter } from './calendar/front-matter.ts'
import { explainedWords } from './calendar/glossary.ts'
import type { Post } from './calendar/post.ts'
import { glossaryFile, isPost, type Sources } from './calendar/sources.ts'
import { listNames, readSources } from './disk.ts'
import { checkBody } from './mdx/check-body.ts'
import { termChecker } from './mdx/check-terms.ts'
import { builtIn } from './mdx/components.ts'
import { type Body, parseBody } from './mdx/parse-body.ts'
import { type RenderedBody, renderBody } from './mdx/render-body.ts'
import { termFinder } from './mdx/term-finder.ts'
import { checkLinks } from './reader/check-links.ts'
import { linkResolver } from './reader/resolve-link.ts'

/** Content without faults, as at one moment, for readers or for editors. */
export interface Opened {
  calendar: Calendar
  sources: Sources
  /** Editors see unpublished posts too, marked. */
  isPreview: boolean
  /** Is the post on the site? Readers see live posts; a preview shows all that are not retired. */
  isShown(post: Post): boolean
  /** A post's body as a tree. */
  bodyOf(post: Post): Body
  /** A post's body for pages. Links to posts that are not shown become plain words. */
  render(post: Post): RenderedBody
}

/** Components that a site adds, and our own, are files here. */
const componentFolder = fileURLToPath(new URL('./components/mdx/', import.meta.url))

/**
 * Reads everything below `content/`, understands it, and checks every post's body and links.
 * @param root the folder that holds `content/`
 * @param now an RFC 3339 instant, or a wall clock in the plan's zone
 */
export function openContent(
  root: string,
  now: string,
  isPreview = false,
): { opened: Opened } | { faults: Fault[] } {
  const sources = readSources(root)
  const built = buildCalendar(sources, now)
  const faults = 'faults' in built ? built.faults : []
  const components = {
    builtIn,
    names: new Set([...Object.keys(builtIn), ...listNames(componentFolder, '.astro')]),
  }
  const bodies = new Map<string, Body>()
  for (const [file, text] of sources.texts) {
    const split = isPost(file) ? splitFrontMatter(file, text) : undefined
    if (!split || 'fault' in split) continue
    const body = parseBody({ file, text, bodyStart: split.bodyStart })
    bodies.set(file, body)
    faults.push(...checkBody(body, components))
  }

  const { calendar } = built
  const bodyOf = ({ file }: Post) => bodies.get(file) as Body
  const plain = (post: Post) => renderBody(bodyOf(post), { resolveLink: (href) => ({ href }) })
  const anchorsOf = (post: Post) => new Set(plain(post).headings.map(({ slug }) => slug))
  if (calendar) faults.push(...checkLinks(calendar, bodies, sources.assets, anchorsOf))
  if (calendar && !faults.some(({ file }) => file === glossaryFile))
    faults.push(...[...bodies.values()].flatMap(termChecker(calendar.glossary)))
  if (!calendar || faults.length > 0) return { faults: faults.sort(byPlace) }

  const base = new URL(calendar.plan.site.url).pathname.replace(/\/$/, '')
  const isShown = ({ state }: Post) => state === 'live' || (isPreview && state !== 'retired')
  const resolve = linkResolver(calendar, isShown)
  const glossary = termFinder(explainedWords(calendar.glossary))
  const render = (post: Post) =>
    renderBody(bodyOf(post), {
      terms: isSameLanguage(post.lang, calendar.plan.site.lang) ? glossary : { ...glossary, find: () => [] },
      resolveLink(href) {
        const target = resolve(post, href)
        if ('path' in target) return { href: encodeURI(base + target.path) + target.hash }
        return 'elsewhere' in target ? { href: target.elsewhere } : { plain: true }
      },
    })
  return { opened: { calendar, sources, isPreview, isShown, bodyOf, render } }
}

/** The glossary is in the site's language: words of another may look alike and mean something else. */
function isSameLanguage(a: string, b: string): boolean {
  return a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase()
}
