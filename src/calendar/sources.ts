import type { Fault } from './fault.ts'

/** What stands in `content/`, read but not understood. Paths are relative to the site's root, with `/`. */
export interface Sources {
  /** Text files by path: plan, glossary, authors, activities, posts. */
  texts: ReadonlyMap<string, string>
  /** Every other file in `content/`. */
  assets: ReadonlySet<string>
  /** Files that could not be read as text. */
  faults: readonly Fault[]
  /** Paths of the pages that the site adds to ours, below its address. */
  pages?: readonly string[]
  /** Names of the components for posts that the site adds to ours. */
  components?: readonly string[]
}

/** The plan's path. */
export const planFile = 'content/plan.yaml'
export const glossaryFile = 'content/glossary.yaml'
export const authorsFile = 'content/authors.yaml'
/** What was handed over to posting tools; no part of the calendar. */
export const ledgerFolder = 'content/handovers'
/** What was heard; no part of the calendar. */
export const inboxFolder = 'content/inbox'

/** Is this the path of a post, or of something in its place? */
export function isPost(file: string): boolean {
  return file.startsWith('content/posts/') && file.endsWith('.mdx')
}

export function isActivities(file: string): boolean {
  return file.startsWith('content/activities/') && file.endsWith('.yaml')
}

/** The path that a relative reference in a file means; undefined when it leads out of `content/`. */
export function pathFrom(file: string, reference: string): string | undefined {
  const url = URL.parse(reference, `file:///${encodeURI(file)}`)
  if (url?.protocol !== 'file:' || url.host) return undefined
  try {
    const path = decodeURIComponent(url.pathname).slice(1)
    return path.startsWith('content/') ? path : undefined
  } catch {
    return undefined
  }
}
