import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { boardHandler } from '../board/serve-board.ts'
import { placeEarlyImages } from './early-images.ts'
import { writeEditorSchemas } from './editor-schemas.ts'
import { followClock } from './follow-clock.ts'
import { keepLoaders } from './kept-loaders.ts'
import { type KeptPage, placeKept } from './kept-pages.ts'
import { findLeaks } from './leak-check.ts'
import { postsLoader, rulesLoader, siteLoader } from './loader.ts'
import { drawCards, placeCards } from './og-images.ts'
import { currentRun, type Making } from './run.ts'
import { writeSearchIndex } from './search-index.ts'
import { SiteLeaks } from './site-leaks.ts'
import { serveToolbar } from './toolbar/serve-toolbar.ts'
import { toolbarApp } from './toolbar/toolbar-app.ts'
import { writeHostFiles } from './write-host-files.ts'

/** Brings pages that stand from the build before into this one. */
function placeKeptPages(folder: string, making: Making | undefined): KeptPage[] {
  if (!making) return []
  const { out, kept, data } = making
  return placeKept(folder, out, [...kept], new URL(data.frame.url).pathname.replace(/\/$/, ''))
}

/** Makes an Astro project a Coldread site: its address, its old addresses, its search index, its last check. */
export function coldread(): AstroIntegration {
  let astroRoot = ''
  let drawing: Promise<number> | undefined
  const tellEditors = () => {
    const { root, opened } = currentRun()
    if (resolve(root) === resolve(astroRoot))
      writeEditorSchemas(join(astroRoot, '.astro'), root, opened.sources)
  }
  return {
    name: 'coldread',
    hooks: {
      'astro:config:setup': ({ updateConfig, addDevToolbarApp, command }) => {
        if (command === 'dev') addDevToolbarApp(toolbarApp)
        keepLoaders({ posts: postsLoader(), site: siteLoader(), rules: rulesLoader() })
        const { url } = currentRun().opened.calendar.plan.site
        const { origin, pathname } = new URL(url)
        updateConfig({
          site: origin,
          base: pathname,
          // Astro's own address for images in dev has no trailing slash.
          trailingSlash: command === 'dev' ? 'ignore' : 'always',
          prerenderConflictBehavior: 'error',
          build: { format: 'directory', inlineStylesheets: 'always' },
          vite: { worker: { format: 'es' } },
        })
      },
      'astro:config:done': ({ config }) => {
        astroRoot = fileURLToPath(config.root)
      },
      'astro:server:setup': ({ server, toolbar, logger }) => {
        server.middlewares.use(boardHandler(['follow', 'move'], { server, logger }))
        serveToolbar({ server, toolbar, logger })
        followClock()
      },
      'astro:server:start': () => tellEditors(),
      'astro:build:start': () => {
        const { root, opened } = currentRun()
        drawing = drawCards(root, opened)
        // Its end is awaited when the pages are done; until then nobody else listens.
        drawing.catch(() => {})
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const { root, opened, making } = currentRun()
        writeHostFiles(folder, opened, placeKeptPages(folder, making))
        await writeSearchIndex(folder, opened.calendar.plan.site.lang, root)
        await drawing
        placeCards(folder, root, opened)
        tellEditors()
        const leaks = findLeaks(folder, root, opened, placeEarlyImages(folder, root, opened))
        if (leaks.length > 0) throw new SiteLeaks(leaks)
      },
    },
  }
}
