import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegrationLogger } from 'astro'
import type { Loader, LoaderContext } from 'astro/loaders'
import { keepContent } from '../../src/reader/content-of.ts'
import { type LintCache, openCache } from '../lint/run/cache.ts'
import { codeInputs } from './build-inputs.ts'
import { ContentFaults } from './content-faults.ts'
import { ruleContent, rulePages } from './rule-pages.ts'
import { beginRun, currentRun, keepReopen, keepRun, type Run, tellSaved, tellStuck } from './run.ts'
import { type PostData, type SiteData, siteData } from './site-data.ts'

type Fill = (run: Run, context: LoaderContext) => Promise<void>

/** What fills each collection again when content changes. */
const refills = new Map<string, () => Promise<void>>()

/** What watches already: Astro makes another when it starts itself anew. */
const watched = new WeakSet<object>()

/** Fills a collection from the current run, and again whenever content changes while writing. */
function calendarLoader(name: string, fill: Fill): Loader {
  return {
    name,
    async load(context) {
      await fill(currentRun(), context)
      const { watcher, logger } = context
      refills.set(name, () => fill(currentRun(), context))
      if (!watcher || watched.has(watcher)) return
      watched.add(watcher)
      watchContent(watcher, logger)
    },
  }
}

/** Opens the content anew after a save, or when it is time; while it has faults, the pages stay as they were. */
function watchContent(watcher: NonNullable<LoaderContext['watcher']>, logger: AstroIntegrationLogger): void {
  const content = join(currentRun().root, 'content')
  let saved = new Set<string>()
  const reopen = async () => {
    try {
      const { root, now, opened } = currentRun()
      keepRun(beginRun(root, now, opened.isPreview))
      const files = [...saved].map((path) => relative(root, path).split(sep).join('/'))
      saved = new Set()
      for (const refill of refills.values()) await refill()
      tellSaved(files)
    } catch (error) {
      if (error instanceof ContentFaults) tellStuck(error.faults)
      const message = error instanceof ContentFaults ? error.message : String((error as Error).stack)
      logger.warn(`the pages stay as they were until this is mended:\n${message}`)
    }
  }
  let waiting: NodeJS.Timeout | undefined
  // One after the other: what an earlier save led to is never told after a later one.
  let last = Promise.resolve()
  const reopenSoon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => (last = last.then(reopen)), 30)
  }
  keepReopen(reopenSoon)
  watcher.add(content)
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(content)) return
    saved.add(path)
    reopenSoon()
  })
}

const made = new WeakMap<Run, SiteData>()
let cache: LintCache | undefined

/** What the site shows while somebody writes: once a run, whichever collection asks. */
function dataOf(run: Run): SiteData {
  cache ??= openCache(run.root, codeInputs(), 'cache/bodies')
  return made.getOrInsertComputed(run, ({ opened }) => siteData(opened, cache))
}

/** The posts of the site, and their images. */
export function postsLoader(): Loader {
  return calendarLoader('coldread-posts', async (run, { store, parseData, config }) => {
    store.clear()
    const { root, making } = run
    const { posts } = making?.data ?? dataOf(run)
    const byPath = new Map(posts.map((each) => [each.published.path, each]))
    keepContent('posts', (path) => (byPath.get(path) as PostData).content())
    for (const { post, published, beside, images } of posts) {
      const { slug, file, path } = post
      const isKept = making?.kept.has(path) ?? false
      const paths = Object.entries(images).map(([src, image]) => [src, besidePost(file, image)])
      const data = await parseData({
        id: slug,
        filePath: join(root, file),
        data: {
          post: JSON.stringify({ ...published, beside, isKept }),
          images: Object.fromEntries(paths),
        },
      })
      store.set({ id: slug, data, filePath: relative(fileURLToPath(config.root), join(root, file)) })
    }
  })
}

/** The site's one entry: what pages show besides posts. */
export function siteLoader(): Loader {
  return calendarLoader('coldread-site', async (run, { store, parseData }) => {
    store.clear()
    const { frame } = run.making?.data ?? dataOf(run)
    const json = JSON.stringify(frame)
    store.set({ id: 'site', data: await parseData({ id: 'site', data: { json } }) })
  })
}

/** What the lint's rules say of themselves, in the order of their list. */
export function rulesLoader(): Loader {
  return calendarLoader('coldread-rules', async ({ opened, making }, { store, parseData }) => {
    store.clear()
    const base = new URL(opened.calendar.plan.site.url).pathname.replace(/\/$/, '')
    keepContent('rules', ruleContent(base))
    const json = JSON.stringify(rulePages(making?.kept))
    store.set({ id: 'rules', data: await parseData({ id: 'rules', data: { json } }) })
  })
}

/** The path from a post to one of its images. */
function besidePost(file: string, image: string): string {
  return `./${posix.relative(posix.dirname(file), image)}`
}
