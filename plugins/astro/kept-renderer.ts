import { hash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BaseApp } from 'astro/app'
import { writeWhole } from '../../src/write-whole.ts'
import { packageRoot, projectOf } from './package-root.ts'
import type { SiteData } from './site-data.ts'

/** What makes pages: templates and components, compiled, and the files that pages load. */
export interface Renderer {
  app: RenderApp
  /** Absolute path of a folder that holds what every site has besides its pages: scripts, style sheets, public files. */
  client: string
  /** Addresses of images, by what was asked for. */
  images: ReadonlyMap<string, string>
}

/** Astro's app for making pages at build time, as its bundle exports it. */
type RenderApp = BaseApp & {
  setInternals(internals: unknown): void
  setOptions(options: unknown): void
}

/** A page shows an image as no page did before: Astro has to make it. */
export class NewImage extends Error {}

/** What Astro compiled: absolute path of the bundle's folder, and the name of its entry. */
export interface Bundle {
  folder: string
  entry: string
}

const folder = join(packageRoot, 'node_modules/.cache/coldread/renderers')
/** Sites that are built in turns keep theirs. */
const mostKept = 8

/** Absolute paths of the images that pages may show. */
function imagesOf(root: string, { site }: SiteData): string[] {
  return [...new Set(site.posts.flatMap(({ pictures }) => Object.values(pictures)))]
    .sort()
    .map((path) => join(root, path))
}

function hashOf(path: string): string {
  return hash('sha256', readFileSync(path))
}

/**
 * Names all that a renderer is compiled from: the code, the site's path below its host, and the images that pages may show, which Astro bundles.
 * @param root absolute path of the folder that holds `content/`
 * @param code hash of the code that makes pages
 */
export function rendererKey(root: string, data: SiteData, code: string): string {
  const images = imagesOf(root, data).map((path) => [path, hashOf(path)])
  return hash(
    'sha256',
    JSON.stringify([packageRoot, projectOf(root), code, new URL(data.frame.url).pathname, images]),
  )
}

/**
 * The renderer of an earlier build, be it of another blog, if there is one.
 * @param url address of the site
 */
export async function recallRenderer(key: string, url: string): Promise<Renderer | undefined> {
  const own = join(folder, key)
  try {
    const { entry, images } = JSON.parse(readFileSync(join(own, 'renderer.json'), 'utf8')) as Kept
    const { app } = (await import(pathToFileURL(join(own, 'bundle', entry)).href)) as { app: RenderApp }
    if (!app.manifest.routes.every(({ routeData: { type } }) => type === 'page' || type === 'endpoint'))
      return undefined
    // In a build by Astro, these come from Vite. What a page needs of them stands in the manifest too.
    const pages = app.manifest.routes.map(({ routeData: { route, component }, styles }) => [
      `${route}&${component}`,
      { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
    ])
    // A process that builds twice asks anew which pages there are.
    const { routeCache } = app as { routeCache?: { clearAll(): void } }
    routeCache?.clearAll()
    app.manifest.site = new URL(url).origin
    app.setInternals({ pagesByKeys: new Map(pages as []) })
    const destination = { write() {} }
    app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } })
    return { app, client: join(own, 'client'), images: new Map(images) }
  } catch {
    return undefined
  }
}

interface Kept {
  entry: string
  images: readonly (readonly [asked: string, address: string])[]
}

/**
 * Keeps a renderer for the next build, before it makes pages. Where nothing can be kept, that one compiles its own.
 * @param key of all that it is compiled from
 * @param site absolute path of the site, which has no pages yet
 * @param data what the site shows
 * @returns makes it whole, once all pages are made
 */
export function keepRenderer(
  key: string,
  bundle: Bundle,
  site: string,
  root: string,
  data: SiteData,
): () => void {
  const own = join(folder, key)
  const images = noteImages()
  try {
    rmSync(own, { recursive: true, force: true })
    cpSync(bundle.folder, join(own, 'bundle'), { recursive: true })
    mkdirSync(join(own, 'client'), { recursive: true })
    // Images belong to the content: of those, each site has what its pages show.
    const shown = new Set(imagesOf(root, data).map(hashOf))
    for (const file of filesBelow(site)) {
      if (file.startsWith(bundle.folder) || shown.has(hashOf(file))) continue
      const place = join(own, 'client', relative(site, file))
      mkdirSync(dirname(place), { recursive: true })
      copyFileSync(file, place)
    }
  } catch {
    return () => {}
  }
  return () => {
    try {
      writeWhole(
        join(own, 'renderer.json'),
        JSON.stringify({ entry: bundle.entry, images: [...images] } satisfies Kept),
      )
      forgetOld()
    } catch {
      rmSync(own, { recursive: true, force: true })
    }
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

function forgetOld(): void {
  const times = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs] as const)
  for (const [name] of times.sort(([, a], [, b]) => b - a).slice(mostKept))
    rmSync(join(folder, name), { recursive: true, force: true })
}

/** What Astro keeps for its images while pages are made. */
type AddImage = (options: unknown, hashed: unknown, file: string | undefined) => string
const shared = globalThis as { astroAsset?: { addStaticImage?: AddImage; referencedImages?: Set<string> } }

/** Answers for images as an earlier build did. @returns addresses that were given, as they come */
export function answerImages(known: Renderer['images']): ReadonlySet<string> {
  const given = new Set<string>()
  const addStaticImage: AddImage = (...asked) => {
    const address = known.get(JSON.stringify(asked))
    if (address === undefined) throw new NewImage()
    given.add(address)
    return address
  }
  shared.astroAsset = { addStaticImage, referencedImages: new Set() }
  return given
}

/** Notes what Astro answers for images. */
function noteImages(): Map<string, string> {
  const noted = new Map<string, string>()
  const own = shared.astroAsset?.addStaticImage
  if (shared.astroAsset && own)
    shared.astroAsset.addStaticImage = (...asked) => {
      const address = own(...asked)
      noted.set(JSON.stringify(asked), address)
      return address
    }
  return noted
}
