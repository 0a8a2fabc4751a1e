import { hash } from 'node:crypto'
import { basename, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegrationLogger } from 'astro'
import type { Loader, LoaderContext } from 'astro/loaders'
import { showSite } from '../../src/reader/shown-site.ts'
import { watchPlace } from '../../src/watch-place.ts'
import { type LintCache, openCache } from '../lint/run/cache.ts'
import { codeInputs } from './build-inputs.ts'
import { type CodeColors, codeColors } from './code-colors.ts'
import { ContentFaults } from './content-faults.ts'
import { followRelated } from './recall-related.ts'
import { beginRun, currentRun, keepReopen, keepRun, type Run, tellSaved, tellStuck } from './run.ts'
import { type SiteData, siteData } from './site-data.ts'

type Fill = (run: Run, context: LoaderContext) => Promise<void>

/** What fills each collection again when content changes. */
const refills = new Map<string, () => Promise<void>>()

let isWatching = false

/** Fills a collection from the current run, and again whenever content changes while writing. */
function calendarLoader(name: string, fill: Fill): Loader {
  return {
    name,
    async load(context) {
      await fill(currentRun(), context)
      const { watcher, logger } = context
      refills.set(name, () => fill(currentRun(), context))
      if (watcher) watchContent(logger)
    },
  }
}

/** Opens the content anew after a save, or when it is time; while it has faults, the pages stay as they were. */
function watchContent(logger: AstroIntegrationLogger): void {
  if (isWatching) return
  isWatching = true
  const content = join(currentRun().root, 'content')
  let saved = new Set<string>()
  const reopen = async () => {
    try {
      const { root, now, opened, memory } = currentRun()
      keepRun(beginRun(root, now, opened.isPreview, memory))
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
  // Astro's own watcher looks at each file by itself: of 10,000 posts, the first page would wait a second longer.
  watchPlace(content, (path) => {
    saved.add(path)
    reopenSoon()
  })
}

const made = new WeakMap<Run, Promise<SiteData>>()
let code: string | undefined
let colors: CodeColors | undefined
let cache: LintCache | undefined

/** What the site of a run shows: found out once, whoever asks. */
export function dataOf(run: Run): Promise<SiteData> {
  if (run.making) return Promise.resolve(run.making.data)
  code ??= codeInputs(run.root)
  colors ??= codeColors(code)
  cache ??= openCache(run.root, code, 'cache/bodies')
  return made.getOrInsertComputed(run, find)
}

let before: SiteData | undefined

async function find({ opened }: Run): Promise<SiteData> {
  const data = await siteData(opened, colors as CodeColors, cache)
  // The first time it takes long for a large blog; afterward, only what was saved is found out.
  if (!before) cache?.save()
  followRelated(data.site.posts, before?.site.posts)
  before = data
  return data
}

/** Hands the site over to its pages, and to Astro the images that they show. */
export function imagesLoader(): Loader {
  return calendarLoader('coldread-images', async (run, { store, parseData, config }) => {
    const data = await dataOf(run)
    showSite(data)
    const paths = new Set(data.site.posts.flatMap(({ pictures }) => Object.values(pictures)))
    for (const id of store.keys()) if (!paths.has(id)) store.delete(id)
    for (const id of paths) {
      const filePath = join(run.root, id)
      const image = `./${basename(id)}`
      store.set({
        id,
        data: await parseData({ id, filePath, data: { image } }),
        filePath: relative(fileURLToPath(config.root), filePath),
        digest: filePath,
      })
    }
  })
}

/** Names the pages that there are. What they show, they ask for each time that they are made. */
export function siteLoader(): Loader {
  return calendarLoader('coldread-site', async (run, { store, parseData }) => {
    const { posts, topics, series, authors } = (await dataOf(run)).site
    const names = [posts.map(({ path }) => path), ...[topics, series, authors].map(Object.keys)]
    const data = await parseData({ id: 'site', data: { paths: hash('sha256', JSON.stringify(names)) } })
    store.set({ id: 'site', data, digest: data.paths as string })
  })
}
