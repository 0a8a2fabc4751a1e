import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { writeEditorSchemas } from './editor-schemas.ts'
import { redirectsOf, renderHeaders, renderRedirectPage, renderRedirects } from './host-files.ts'
import { findLeaks } from './leak-check.ts'
import { currentRun } from './run.ts'
import { writeSearchIndex } from './search-index.ts'
import { SiteLeaks } from './site-leaks.ts'

/** Makes an Astro project a Coldread site: its address, its old addresses, its search index, its last check. */
export function coldread(): AstroIntegration {
  let astroRoot = ''
  const tellEditors = () => {
    const { root, opened } = currentRun()
    if (resolve(root) === resolve(astroRoot))
      writeEditorSchemas(join(astroRoot, '.astro'), root, opened.sources)
  }
  return {
    name: 'coldread',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const { url } = currentRun().opened.calendar.plan.site
        const { origin, pathname } = new URL(url)
        updateConfig({
          site: origin,
          base: pathname,
          trailingSlash: 'always',
          prerenderConflictBehavior: 'error',
          build: { format: 'directory', inlineStylesheets: 'always' },
        })
      },
      'astro:config:done': ({ config }) => {
        astroRoot = fileURLToPath(config.root)
      },
      'astro:server:start': () => tellEditors(),
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const { root, opened } = currentRun()
        const { site } = opened.calendar.plan
        const { origin, pathname } = new URL(site.url)
        const base = pathname.replace(/\/$/, '')

        const redirects = redirectsOf(opened.calendar, opened.isShown)
        writeFileSync(join(folder, '_redirects'), renderRedirects(redirects))
        writeFileSync(join(folder, '_headers'), renderHeaders(base))
        for (const { from, to } of redirects) {
          const page = join(folder, from.slice(base.length))
          mkdirSync(page, { recursive: true })
          writeFileSync(join(page, 'index.html'), renderRedirectPage(to, origin + to, site.lang))
        }
        await writeSearchIndex(folder)
        tellEditors()
        const leaks = findLeaks(folder, root, opened)
        if (leaks.length > 0) throw new SiteLeaks(leaks)
      },
    },
  }
}
