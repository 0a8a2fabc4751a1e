import type { Loader } from 'astro/loaders'

/** The site's collections. */
export type CollectionName = 'images' | 'site'

const key = Symbol.for('coldread.loaders')
const shared = globalThis as { [key]?: Readonly<Record<CollectionName, Loader>> }

/**
 * Keeps what fills the collections. Astro loads `content.config.ts` through Vite: from the global object it gets the
 * loaders as they are, and need not transform all the modules that they are made of.
 */
export function keepLoaders(loaders: Readonly<Record<CollectionName, Loader>>): void {
  shared[key] = loaders
}

/** What fills a collection. */
export function loaderOf(name: CollectionName): Loader {
  const found = shared[key]?.[name]
  if (!found) throw new Error('the integration `coldread` is not in `astro.config.mjs`')
  return found
}
