import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Calendar } from './calendar/calendar.ts'
import { byPlace, type Fault } from './calendar/fault.ts'
import { explainedWords } from './calendar/glossary.ts'
import type { Post } from './calendar/post.ts'
import type { Sources } from './calendar/sources.ts'
import { listNames, readSources } from './disk.ts'
import type { Memory } from './known-post.ts'
import { collectLinks } from './mdx/collect-links.ts'
import type { Body } from './mdx/parse-body.ts'
import { type RenderedBody, type RenderOptions, renderBody } from './mdx/render-body.ts'
import { termFinder } from './mdx/term-finder.ts'
import { readContent } from './read-content.ts'
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
  /** Names all that `render` gives is made of, besides the code: under the same name it gives the same. */
  renderKey(post: Post): string
}

/** Components that a site adds, and our own, are files here. */
const componentFolder = fileURLToPath(new URL('./components/mdx/', import.meta.url))

/** Names of the components that posts of every site may use: files of ours. */
export function componentNames(): string[] {
  return listNames(componentFolder, '.astro')
}

/**
 * Reads everything below `content/`, understands it, and checks every post's body and links.
 * @param root the folder that holds `content/`
 * @param now an RFC 3339 instant, or a wall clock in the plan's zone
 * @param memory of posts that were read before
 * @param sources what stands there, where it was read already
 */
export function openContent(
  root: string,
  now: string,
  isPreview = false,
  memory?: Memory,
  sources = readSources(root),
): { opened: Opened } | { faults: Fault[] } {
  const content = readContent(sources, now, componentNames(), memory)
  const { calendar, bodies, faults } = content
  if (!calendar || faults.length > 0) return { faults: faults.sort(byPlace) }
  const bodyOf = ({ file }: Post) => bodies.get(file) as Body

  const base = new URL(calendar.plan.site.url).pathname.replace(/\/$/, '')
  const isShown = ({ state }: Post) => state === 'live' || (isPreview && state !== 'retired')
  const resolve = linkResolver(calendar, isShown)
  const words = explainedWords(calendar.glossary)
  const glossary = termFinder(words)
  const isOurs = ({ lang }: Post) => isSameLanguage(lang, calendar.plan.site.lang)
  const leadTo = (post: Post, href: string): ReturnType<RenderOptions['resolveLink']> => {
    const target = resolve(post, href)
    if ('path' in target) return { href: encodeURI(base + target.path) + target.hash }
    return 'elsewhere' in target ? { href: target.elsewhere } : { plain: true }
  }
  const render = (post: Post) =>
    renderBody(bodyOf(post), {
      terms: isOurs(post) ? glossary : { ...glossary, find: () => [] },
      resolveLink: (href) => leadTo(post, href),
    })
  const wordsKey = hash('sha256', JSON.stringify(words))
  const digestOf = ({ file, source }: Post) =>
    memory ? memory.digestOf(file, source.text) : hash('sha256', source.text)
  const renderKey = (post: Post) => {
    const links = collectLinks(bodyOf(post)).map(({ url }) => leadTo(post, url))
    return hash('sha256', JSON.stringify([digestOf(post), isOurs(post), wordsKey, links]))
  }
  return { opened: { calendar, sources, isPreview, isShown, bodyOf, render, renderKey } }
}

/** The glossary is in the site's language: words of another may look alike and mean something else. */
function isSameLanguage(a: string, b: string): boolean {
  return a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase()
}
