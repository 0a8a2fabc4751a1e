import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import { publishPost, publishSite } from '../../src/reader/publish.ts'
import { ContentFaults } from './content-faults.ts'
import { beginRun, currentRun, keepRun, type Run } from './run.ts'

/** Fills a collection from the current run, and again whenever content changes while writing. */
function calendarLoader(name: string, fill: (run: Run, context: LoaderContext) => Promise<void>): Loader {
  return {
    name,
    async load(context) {
      await fill(currentRun(), context)
      const { watcher, logger } = context
      if (!watcher) return
      const content = join(currentRun().root, 'content')
      watcher.add(content)
      let waiting: NodeJS.Timeout | undefined
      watcher.on('all', (_event, path) => {
        if (!path.startsWith(content)) return
        clearTimeout(waiting)
        waiting = setTimeout(() => void refill(), 30)
      })
      const refill = async () => {
        try {
          const { root, now, opened } = currentRun()
          keepRun(beginRun(root, now, opened.isPreview))
          await fill(currentRun(), context)
        } catch (error) {
          if (!(error instanceof ContentFaults)) throw error
          logger.warn(`the pages stay as they were until this is mended:\n${error.message}`)
        }
      }
    },
  }
}

/** The gate: only posts that may be shown enter the site's collection, and so do only their images. */
export function postsLoader(): Loader {
  return calendarLoader(
    'coldread-posts',
    async ({ root, opened }, { store, parseData, config }) => {
      store.clear()
        for (const post of opened.calendar.posts.filter(opened.isShown)) {
        const { segments, images, headings, words } = opened.render(post)
      const published = publishPost(post, { content: segments, headings, words })
      const named = post.cover ? [...images, post.cover.src] : images
        const filePath = relative(fileURLToPath(config.root), join(root, post.file))
        const data = await parseData({
          id: post.slug,
          filePath: join(root, post.file),
          data: {
            post: JSON.stringify(published),
            images: Object.fromEntries(named.map((src) => [src, src])),
          },
        })
        store.set({ id: post.slug, data, filePath })
      }
    },
  )
}

/** The site's one entry: what pages show besides posts. */
export function siteLoader(): Loader {
  return calendarLoader('coldread-site', async ({ opened }, { store, parseData }) => {
    store.clear()
    const json = JSON.stringify(publishSite(opened.calendar, opened.isPreview))
    store.set({ id: 'site', data: await parseData({ id: 'site', data: { json } }) })
  })
}
