import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { AstroPrerenderer } from 'astro'
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js'
import { placeEarlyImages } from './early-images.ts'
import { type FinishedPage, finishPage, type PageFacts } from './finish-page.ts'
import { bring, fileOf, placeKept } from './kept-pages.ts'
import { answerImages, type Bundle, keepRenderer, NewImage, type Renderer } from './kept-renderer.ts'
import { findLeaks } from './leak-check.ts'
import { makeFolder } from './make-folder.ts'
import { drawCards, placeCards } from './og-images.ts'
import { placeAdmin } from './place-admin.ts'
import type { MadeSite, Run } from './run.ts'
import { searchedPart } from './search/searched-part.ts'
import { shardCount, shardOf } from './search/shard-count.ts'
import { beginSearch } from './search-index.ts'
import type { SiteData } from './site-data.ts'
import { SiteLeaks } from './site-leaks.ts'
import { placeRedirects, writeHostFiles } from './write-host-files.ts'

/** A site on its way. Its cards are drawn and its search index is made while pages are. */
export interface SiteMaker {
  /**
   * Has every page that Astro makes finished before it is written, and leaves out those that stand from an earlier build.
   * @param folder absolute path of the new site
   * @param compiled what Astro makes pages with, once it makes pages
   */
  around(own: AstroPrerenderer, folder: string, compiled: () => Bundle): AstroPrerenderer
  /**
   * Makes the pages without Astro.
   * @param folder absolute path of the new site
   */
  render(renderer: Renderer, folder: string): Promise<void>
  /**
   * Adds all that a site has besides the pages that were made, and looks through the whole.
   * @param folder absolute path of the new site
   */
  complete(folder: string): Promise<MadeSite>
}

/** Begins to make the site of a run. */
export function makeSite({ root, opened, making }: Run, data: SiteData): SiteMaker {
  const { site } = data
  const { url, lang, subscribe } = opened.calendar.plan.site
  const { origin, pathname } = new URL(url)
  const base = pathname.replace(/\/$/, '')
  const earlier = making?.out ?? ''
  const kept: ReadonlyMap<string, PageFacts> = making?.kept ?? new Map()
  const made = new Map<string, PageFacts>()
  let keepWhole = () => {}
  /** Pages that came with the site's client, where Astro wrote none itself. */
  let copied: string[] | undefined
  const coming = new Set(site.posts.map(({ path }) => fileOf(path)))
  const search = beginSearch({
    ...{ root, lang, coming },
    earlier: making && { site: earlier, files: making.searchFiles },
    readKept: (file) => searchedPart(readFileSync(join(earlier, file), 'utf8')),
  })
  for (const [path, { searched }] of kept) search.addKept(fileOf(path), searched)
  const drawing = drawCards(root, opened)
  // Its end is awaited when the pages are done; until then nobody else listens.
  drawing.catch(() => {})

  const finish = async (file: string, html: string): Promise<FinishedPage> => {
    const page = finishPage(html, { base, subscribe })
    made.set(file, page.facts)
    await search.add(file, page.part)
    return page
  }
  /** Those that are to be made. Posts whose text is searched together are made together, so that Pagefind begins early. */
  const wanted = <T extends { pathname: string }>(paths: readonly T[]): T[] => {
    const count = shardCount(coming.size)
    const place = ({ pathname }: T) =>
      coming.has(fileOf(pathname)) ? shardOf(fileOf(pathname), count) : count
    return paths.filter((each) => !kept.has(withSlash(each.pathname))).sort((a, b) => place(a) - place(b))
  }
  return {
    around: (own, folder, compiled) => ({
      ...own,
      name: 'coldread',
      async getStaticPaths() {
        if (making) keepWhole = keepRenderer(making.renderer, compiled(), folder, root, data)
        return wanted(await own.getStaticPaths())
      },
      async render(request, options) {
        const rendered = await own.render(request, options)
        const { response, ...rest } = rendered instanceof Response ? { response: rendered } : rendered
        // Astro itself writes the pages that only lead on.
        if (!isPage(response) || (response.status >= 300 && response.status < 400)) return rendered
        const path = decodeURI(new URL(request.url).pathname.slice(base.length))
        const { html } = await finish(pageFile(path), await response.text())
        return { ...rest, response: new Response(html, response) }
      },
    }),
    async render({ app, client, images }, folder) {
      copied = copyFolder(client, folder).filter((file) => file.endsWith('.html'))
      const shown = answerImages(images)
      for (const { pathname: path, route } of wanted(await new StaticPaths(app).getAll())) {
        const address = route.type === 'page' ? withSlash(path) : path
        const answer = await app.render(new Request(origin + base + address), { routeData: route })
        const file = route.type === 'page' ? pageFile(address) : path
        makeFolder(dirname(join(folder, file)))
        const content = isPage(answer)
          ? (await finish(file, await answer.text())).html
          : new Uint8Array(await answer.arrayBuffer())
        writeFileSync(join(folder, file), content)
        // Pagefind is sent pages, and its answers are taken, between two of ours.
        await setImmediate()
      }
      const loaded = new Set([...made.values()].flatMap(({ assets }) => assets))
      for (const address of shown) loaded.add(decodeURI(address).slice(base.length + 1))
      for (const file of loaded) {
        if (existsSync(join(folder, file))) continue
        if (!existsSync(join(earlier, file))) throw new NewImage()
        bring(file, folder, earlier)
      }
    },
    async complete(folder) {
      for (const file of [...placeRedirects(folder, opened), ...(copied ?? pagesIn(folder))]) {
        if (made.has(file)) continue
        const path = join(folder, file)
        writeFileSync(path, (await finish(file, readFileSync(path, 'utf8'))).html)
      }
      for (const [path, facts] of kept) {
        placeKept(folder, earlier, path, facts)
        made.set(fileOf(path), facts)
      }
      const { files, kept: keptFiles } = await search.write(folder)
      writeHostFiles(folder, opened, made.values())
      placeAdmin(folder, opened)
      await drawing
      placeCards(folder, root, opened)
      const standing = making?.isSameHidden ? [...[...kept.keys()].map(fileOf), ...keptFiles] : []
      const early = placeEarlyImages(folder, root, opened)
      const leaks = findLeaks(folder, root, opened, early, new Set(standing))
      if (leaks.length > 0) throw new SiteLeaks(leaks)
      keepWhole()
      return { pages: made, searchFiles: files }
    },
  }
}

function isPage({ headers }: Response): boolean {
  return /^text\/html\b/.test(headers.get('content-type') ?? '')
}

/** The file of a page; hosts look for what they show instead of a missing page beside the home page. */
function pageFile(path: string): string {
  return /^\/(404|500)\/$/.test(path) ? `${path.slice(1, -1)}.html` : fileOf(path)
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll(sep, '/'))
}

/** @returns what was copied, by path below the folder */
function copyFolder(from: string, to: string): string[] {
  return readdirSync(from, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const file = join(entry.parentPath, entry.name).slice(from.length + 1)
    makeFolder(dirname(join(to, file)))
    copyFileSync(join(from, file), join(to, file))
    return [file.replaceAll(sep, '/')]
  })
}
