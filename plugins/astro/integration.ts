import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { boardHandler } from '../board/serve-board.ts'
import { placeEarlyImages } from './early-images.ts'
import { writeEditorSchemas } from './editor-schemas.ts'
import { followClock } from './follow-clock.ts'
import { keepLoaders } from './kept-loaders.ts'
import { findLeaks } from './leak-check.ts'
import { dataOf, imagesLoader, siteLoader } from './loader.ts'
import { makePages, type PageMaker } from './make-pages.ts'
import { drawCards, placeCards } from './og-images.ts'
import { currentRun } from './run.ts'
import { SiteLeaks } from './site-leaks.ts'
import { serveToolbar } from './toolbar/serve-toolbar.ts'
import { toolbarApp } from './toolbar/toolbar-app.ts'
import { placeRedirects, writeHostFiles } from './write-host-files.ts'

/** Makes an Astro project a Coldread site: its address, its old addresses, its search index, its last check. */
export function coldread(): AstroIntegration {
  let astroRoot = ''
  let drawing: Promise<number> | undefined
  let pages: PageMaker | undefined
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
        keepLoaders({ images: imagesLoader(), site: siteLoader() })
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
      'astro:build:start': ({ setPrerenderer }) => {
        const run = currentRun()
        const { root, opened } = run
        drawing = drawCards(root, opened)
        // Its end is awaited when the pages are done; until then nobody else listens.
        drawing.catch(() => {})
        const making = makePages(run, dataOf(run))
        setPrerenderer(making.around)
        pages = making
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const { root, opened, making } = currentRun()
        placeRedirects(folder, opened)
        const facts = await (pages as PageMaker).complete(folder)
        if (making) making.made = facts
        writeHostFiles(folder, opened, facts.values())
        await drawing
        placeCards(folder, root, opened)
        tellEditors()
        const leaks = findLeaks(folder, root, opened, placeEarlyImages(folder, root, opened))
        if (leaks.length > 0) throw new SiteLeaks(leaks)
      },
    },
  }
}
