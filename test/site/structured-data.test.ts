import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { beginRun, type Run } from '../../plugins/astro/run.ts'
import { textOfHtml } from '../../src/reader/text-of-html.ts'
import { filesOf } from '../support/built-site.ts'
import { blogRoot } from '../support/run-coldread.ts'
import { sharedBuild, sharedNow } from '../support/shared-build.ts'

type Node = Record<string, unknown> & { '@type': string; '@id': string }

/** Every object in a value that names another by `@id`, or is a node itself. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
}

const first = (html: string, pattern: RegExp) => textOfHtml(pattern.exec(html)?.[1] ?? '')
const meta = (html: string, name: string) =>
  first(html, new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`))

describe.each(['/', '/docs/'])('the structured data of a site at %s', (base) => {
  const home = `https://coldread.example${base}`
  let files: Map<string, Buffer>
  let run: Run
  /** Pages that have an address, by it. */
  let pages: Map<string, { html: string; graph: Node[] }>
  const nodeOf = (graph: Node[], type: string) => graph.filter((node) => node['@type'] === type)

  beforeAll(async () => {
    files = filesOf(await sharedBuild(base))
    run = beginRun(blogRoot, sharedNow)
    const texts = [...files].flatMap(([file, bytes]) =>
      file.endsWith('index.html') ? [[file, bytes.toString('utf8')] as const] : [],
    )
    pages = new Map(
      texts.flatMap(([file, html]) => {
        if (html.includes('http-equiv="refresh"')) return []
        const [written, ...more] = [
          ...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
        ]
        expect(more, file).toEqual([])
        const { '@context': context, '@graph': graph } = JSON.parse(written?.[1] ?? '{}')
        expect(context, file).toBe('https://schema.org')
        return [[home + file.replace(/index\.html$/, ''), { html, graph }] as const]
      }),
    )
    expect(pages.size).toBeGreaterThanOrEqual(24)
  })

  it('links every node to others of the same page, by full and unique names', () => {
    for (const [address, { html, graph }] of pages) {
      const names = graph.map((node) => node['@id'])
      expect(new Set(names).size, address).toBe(names.length)
      for (const name of names) expect(name).toMatch(new RegExp(`^${RegExp.escape(home)}`))
      for (const node of graph) expect(node['@type'], address).toMatch(/^\w+$/)
      for (const object of objectsIn(graph))
        if ('@id' in object && !('@type' in object)) {
          expect(Object.keys(object), address).toEqual(['@id'])
          expect(names, address).toContain(object['@id'])
        }
      const reached = new Set(
        objectsIn(graph).flatMap((object) => ('@type' in object ? [] : [object['@id']])),
      )
      const apart = names.filter((name) => !reached.has(name) && name !== address && !name.endsWith('#post'))
      expect(apart, `${address}: nodes that nothing leads to`).toEqual([])
      expect(first(html, /<link rel="canonical" href="([^"]*)"/)).toBe(address)
      expect(graph.find((node) => node['@id'] === address)).toMatchObject({ url: address })
    }
  })

  it('says of every page what it is, who runs it, and what is above it', () => {
    const kinds = new Map<string, string>()
    for (const [address, { html, graph }] of pages) {
      const page = graph.find((node) => node['@id'] === address)
      kinds.set(address.slice(home.length), page?.['@type'] ?? '')
      expect(page, address).toMatchObject({ name: first(html, /<h1[^>]*>(.*?)<\/h1>/s), inLanguage: 'en' })
      expect(nodeOf(graph, 'WebSite')).toMatchObject([{ name: 'The Cold Read', url: home }])
      expect(graph.find((node) => node['@id'] === `${home}#publisher`)).toMatchObject({
        name: 'The Cold Read',
      })

      const crumbs = nodeOf(graph, 'BreadcrumbList')[0]?.itemListElement as
        | { position: number; name: string; item?: string }[]
        | undefined
      const nav = /<nav class="crumbs"[\s\S]*?<\/nav>/.exec(html)?.[0]
      const shown = [...(nav ?? '').matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)].map(
        ([, href = '', name = '']) => ({
          item: new URL(href, home).href,
          name: textOfHtml(name),
        }),
      )
      if (!nav) expect(crumbs, address).toBeUndefined()
      else {
        expect(
          crumbs?.map(({ position }) => position),
          address,
        ).toEqual(crumbs?.map((_, at) => at + 1))
        expect(
          crumbs?.slice(0, -1).map(({ item, name }) => ({ item, name })),
          address,
        ).toEqual(shown)
        expect(crumbs?.at(-1), address).toMatchObject({ name: page?.name })
      }
    }
    expect(Object.fromEntries(kinds)).toMatchObject({
      '': 'CollectionPage',
      'about/': 'AboutPage',
      'authors/editors/': 'ProfilePage',
      'glossary/': 'WebPage',
      'how-often-should-a-small-business-post/': 'WebPage',
      'news/': 'CollectionPage',
      'search/': 'SearchResultsPage',
      'series/first-plan/': 'CollectionPage',
      'topics/': 'CollectionPage',
      'topics/rhythm/': 'CollectionPage',
      'where-we-answer/': 'ContactPage',
    })
  })

  it('says of every post what its page and the sitemap say', () => {
    const sitemap = new Map(
      [
        ...(files.get('sitemap.xml')?.toString('utf8') ?? '').matchAll(
          /<loc>([^<]+)<\/loc><lastmod>([^<]+)/g,
        ),
      ].map(([, address = '', changed = '']) => [address, changed]),
    )
    const { posts, authors, plan } = run.opened.calendar
    const live = posts.filter(({ state }) => state === 'live')
    expect(live.length).toBeGreaterThanOrEqual(8)
    for (const post of live) {
      const address = home + post.path.slice(1)
      const { html, graph } = pages.get(address) ?? { html: '', graph: [] }
      const [node, ...others] = nodeOf(graph, 'BlogPosting')
      expect(others).toEqual([])
      const author = authors[post.author]
      const times = [...html.matchAll(/<time datetime="([^"]*)"/g)].map(([, time]) => time)
      expect(node, address).toMatchObject({
        headline: first(html, /<h1[^>]*>(.*?)<\/h1>/s),
        datePublished: times[0],
        dateModified: sitemap.get(address),
        mainEntityOfPage: { '@id': address },
        isPartOf: { '@id': `${home}#site` },
        author: { '@id': `${home}authors/${post.author}/#author` },
        articleSection: post.topics.map((id) => plan.topics[id]?.title),
        inLanguage: post.lang,
      })
      if (post.updated) expect(times.slice(0, 2), address).toEqual([node?.datePublished, node?.dateModified])
      else expect(node?.dateModified).toBe(node?.datePublished)
      for (const date of [node?.datePublished, node?.dateModified])
        expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/)
      expect(String(node?.dateModified).slice(0, 10)).toBe(
        post.updated?.on ?? post.publish?.local.slice(0, 10),
      )
      expect(node?.wordCount).toBeGreaterThan(100)
      if (post.answer) expect(node?.abstract).toBe(first(html, /<p class="answer[^>]*>(.*?)<\/p>/s))
      expect(graph.find((each) => each['@id'] === `${home}authors/${post.author}/#author`)).toMatchObject({
        '@type': author?.kind === 'person' ? 'Person' : 'Organization',
        name: author?.name,
      })
    }
  })

  it('shows every page with a picture of 1200 × 630, in cards and in structured data alike', async () => {
    const sizes = new Map<string, unknown>()
    for (const [address, { html, graph }] of pages) {
      const image = meta(html, 'og:image')
      expect(nodeOf(graph, 'ImageObject'), address).toMatchObject([
        { '@id': image, url: image, width: '1200' },
      ])
      expect([meta(html, 'og:image:width'), meta(html, 'og:image:height')]).toEqual(['1200', '630'])
      expect(meta(html, 'og:image:alt'), address).toMatch(/\w/)
      expect(meta(html, 'twitter:card')).toBe('summary_large_image')
      const { width, height, format } = await sharp(files.get(image.slice(home.length))).metadata()
      sizes.set(address, { width, height, format })
    }
    for (const size of sizes.values()) expect(size).toEqual({ width: 1200, height: 630, format: 'png' })
  })
})
