import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import mdx from '@astrojs/mdx'
import type { AstroIntegration } from 'astro'
import type { PluginOption } from 'vite'
import { boardHandler } from '../board/serve-board.ts'
import { tellEditors } from './editor-schemas.ts'
import { followClock } from './follow-clock.ts'
import { forgetImages } from './forget-images.ts'
import { keepLoaders } from './kept-loaders.ts'
import type { Bundle } from './kept-renderer.ts'
import { dataOf, imagesLoader, siteLoader } from './loader.ts'
import { makeSite, type SiteMaker } from './make-site.ts'
import { ownCode } from './own-code.ts'
import { addedRoutes } from './own-pages.ts'
import { packageRoot } from './package-root.ts'
import { reloadPages } from './reload-pages.ts'
import { currentRun } from './run.ts'
import { serveToolbar } from './toolbar/serve-toolbar.ts'
import { toolbarApp } from './toolbar/toolbar-app.ts'

/** A path as a pattern that means nothing else. */
function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!]/g, '\\$&')
}

/** Makes an Astro project a Coldread site: its address, its old addresses, its search index, its last check. */
export function coldread(): AstroIntegration {
  let outDir = ''
  let bundle: Bundle | undefined
  let maker: SiteMaker | undefined
  const findBundle: PluginOption = {
    name: 'coldread-renderer',
    writeBundle({ dir }, files) {
      const entry = Object.keys(files).find((name) => name.startsWith('prerender-entry'))
      if (dir !== undefined && entry !== undefined) bundle = { folder: dir, entry }
    },
  }
  return {
    name: 'coldread',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, injectRoute, addDevToolbarApp, command }) => {
        if (command === 'dev') addDevToolbarApp(toolbarApp)
        forgetImages()
        keepLoaders({ images: imagesLoader(), site: siteLoader() })
        const { url } = currentRun().opened.calendar.plan.site
        const { origin, pathname } = new URL(url)
        const project = resolve(fileURLToPath(config.root))
        for (const route of addedRoutes(project)) injectRoute(route)
        updateConfig({
          srcDir: pathToFileURL(join(packageRoot, 'src/')),
          integrations: config.integrations.some(({ name }) => name === '@astrojs/mdx') ? [] : [mdx()],
          site: origin,
          base: pathname,
          // Astro's own address for images in dev has no trailing slash.
          trailingSlash: command === 'dev' ? 'ignore' : 'always',
          prerenderConflictBehavior: 'error',
          build: { format: 'directory', inlineStylesheets: 'always' },
          vite: {
            worker: { format: 'es' },
            plugins: [findBundle, ownCode(project)],
            server: {
              fs: { allow: [packageRoot, project] },
              // A build beside is no save.
              watch: { ignored: [`${escapeGlob(project.replaceAll('\\', '/'))}/{.coldread*,dist}/**`] },
            },
          },
        })
      },
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir)
      },
      'astro:server:setup': ({ server, toolbar, logger }) => {
        server.middlewares.use(boardHandler(['follow', 'move'], { server, logger }))
        serveToolbar({ server, toolbar, logger })
        reloadPages(server)
        followClock()
      },
      'astro:server:start': () => tellEditors(currentRun()),
      'astro:build:start': async ({ setPrerenderer }) => {
        const run = currentRun()
        const making = makeSite(run, await dataOf(run))
        setPrerenderer((own) => making.around(own, outDir, () => bundle as Bundle))
        maker = making
      },
      'astro:build:done': async () => {
        const { making } = currentRun()
        const made = await (maker as SiteMaker).complete(outDir)
        if (making) making.made = made
      },
    },
  }
}
