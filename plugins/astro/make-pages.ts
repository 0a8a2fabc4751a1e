import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { AstroPrerenderer } from 'astro'
import { type FinishedPage, finishPage, type PageFacts } from './finish-page.ts'
import { fileOf, placeKept } from './kept-pages.ts'
import type { Run } from './run.ts'
import { searchedPart } from './search/searched-part.ts'
import { shardCount, shardOf } from './search/shard-count.ts'
import { beginSearch } from './search-index.ts'
import type { SiteData } from './site-data.ts'

/** Pages on their way into a built site. */
export interface PageMaker {
  /** Has every page finished before it is written, and leaves out those that stand from an earlier build. */
  around(own: AstroPrerenderer): AstroPrerenderer
  /**
   * Adds the pages that stand from an earlier build, and the search index.
   * @param folder absolute path of the new site, which has all other pages
   * @returns what is known of each page, by path of its file below the site
   */
  complete(folder: string): Promise<ReadonlyMap<string, PageFacts>>
}

const noneKept: ReadonlyMap<string, PageFacts> = new Map()

/** Begins to make the pages of a run. */
export function makePages({ root, opened, making }: Run, { site }: SiteData): PageMaker {
  const { url, lang, subscribe } = opened.calendar.plan.site
  const base = new URL(url).pathname.replace(/\/$/, '')
  const kept = making?.kept ?? noneKept
  const made = new Map<string, PageFacts>()
  const coming = new Set(site.posts.map(({ path }) => fileOf(path)))
  const search = beginSearch({
    ...{ root, lang, coming },
    readKept: (file) => searchedPart(readFileSync(join(making?.out ?? '', file), 'utf8')),
  })
  for (const [path, { searched }] of kept) search.addKept(fileOf(path), searched)

  const finish = async (file: string, html: string): Promise<FinishedPage> => {
    const page = finishPage(html, { base, subscribe })
    made.set(file, page.facts)
    await search.add(file, page.part)
    return page
  }
  return {
    around: (own) => ({
      ...own,
      name: 'coldread',
      async getStaticPaths() {
        const paths = await own.getStaticPaths()
        const wanted = paths.filter(({ pathname }) => !kept.has(withSlash(pathname)))
        // Posts whose text is searched together are made together, so that Pagefind begins early.
        const count = shardCount(coming.size)
        const place = ({ pathname }: { pathname: string }) =>
          coming.has(fileOf(pathname)) ? shardOf(fileOf(pathname), count) : count
        return wanted.sort((a, b) => place(a) - place(b))
      },
      async render(request, options) {
        const rendered = await own.render(request, options)
        const { response, ...rest } = rendered instanceof Response ? { response: rendered } : rendered
        const isPage = /^text\/html\b/.test(response.headers.get('content-type') ?? '')
        // Astro itself writes the pages that only lead on.
        if (!isPage || (response.status >= 300 && response.status < 400)) return rendered
        const path = decodeURI(new URL(request.url).pathname.slice(base.length))
        const file = /^\/(404|500)\/$/.test(path) ? `${path.slice(1, -1)}.html` : fileOf(path)
        const { html } = await finish(file, await response.text())
        return { ...rest, response: new Response(html, response) }
      },
    }),
    async complete(folder) {
      for (const file of pagesIn(folder)) {
        if (made.has(file)) continue
        const path = join(folder, file)
        writeFileSync(path, (await finish(file, readFileSync(path, 'utf8'))).html)
      }
      for (const [path, facts] of kept) {
        placeKept(folder, making?.out ?? '', path, facts)
        made.set(fileOf(path), facts)
      }
      await search.write(folder)
      return made
    },
  }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll(sep, '/'))
}
