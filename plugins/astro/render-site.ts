import { mkdirSync, rmSync } from 'node:fs'
import { showSite } from '../../src/reader/shown-site.ts'
import { recallRenderer } from './kept-renderer.ts'
import { makeSite } from './make-site.ts'
import type { Run } from './run.ts'
import { SiteLeaks } from './site-leaks.ts'

/**
 * Makes a site with the renderer of an earlier build: what is compiled from is the same, so Astro need not compile it again.
 * @param folder absolute path that the site goes to
 * @returns false where there is none, or where it cannot do without Astro
 */
export async function renderSite(run: Run, folder: string): Promise<boolean> {
  const { making } = run
  const renderer = making && (await recallRenderer(making.renderer, making.data.frame.url))
  if (!renderer) return false
  showSite(making.data)
  mkdirSync(folder, { recursive: true })
  try {
    const maker = makeSite(run, making.data)
    await maker.render(renderer, folder)
    making.made = await maker.complete(folder)
    return true
  } catch (error) {
    if (error instanceof SiteLeaks) throw error
    // A new image, or a renderer that somebody damaged. Whatever else is wrong comes out again.
    rmSync(folder, { recursive: true, force: true })
    return false
  }
}
