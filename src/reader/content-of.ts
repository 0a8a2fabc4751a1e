import type { Segment } from '../mdx/render-body.ts'

/** Gives the body that a page shows, by the page's path below the site's address. */
type ContentOf = (path: string) => readonly Segment[]

const key = Symbol.for('coldread.content')
const shared = globalThis as { [key]?: Map<string, ContentOf> }

/**
 * Keeps what renders bodies, for the pages that ask for them. Astro loads what fills its collections and what makes
 * pages in module graphs of their own, so it is kept on the global object; in Astro's store, bodies would be written
 * and read several times, and all stay in memory.
 * @param kind of pages: `posts`
 */
export function keepContent(kind: 'posts' | 'rules', contentOf: ContentOf): void {
  shared[key] ??= new Map()
  shared[key].set(kind, contentOf)
}

/** The body that a page shows. */
export function contentOf(kind: 'posts' | 'rules', path: string): readonly Segment[] {
  const found = shared[key]?.get(kind)
  if (!found) throw new Error(`nothing renders the bodies of ${kind}`)
  return found(path)
}
