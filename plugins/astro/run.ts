import type { Fault } from '../../src/calendar/fault.ts'
import type { Sources } from '../../src/calendar/sources.ts'
import type { Memory } from '../../src/known-post.ts'
import { type Opened, openContent } from '../../src/open.ts'
import { ContentFaults } from './content-faults.ts'
import type { PageFacts } from './finish-page.ts'
import type { SearchFiles } from './search-index.ts'
import type { SiteData } from './site-data.ts'

/** What one run of the site works on: which folder, at which time, and for whom. */
export interface Run {
  /** Absolute path of the folder that holds `content/`. */
  root: string
  /** The time that was given: RFC 3339 instant, or a wall clock in the plan's zone. Undefined where the clock says it. */
  now: string | undefined
  /** What stands in `content/`, without faults. */
  opened: Opened
  /** Of posts that were read before. */
  memory?: Memory | undefined
  /** Where a site is being built. */
  making?: Making
}

/** What is known of a site that was made. */
export interface MadeSite {
  /** Of each page, by path of its file below the site. */
  pages: ReadonlyMap<string, PageFacts>
  searchFiles: SearchFiles
}

/** A build of a site. */
export interface Making {
  data: SiteData
  /** Names what its pages are made with. */
  renderer: string
  /** Absolute path of the folder that the site goes to, which holds the site as it was until then. */
  out: string
  /** What is known of pages that stand there and would come out the same, by their paths below the site's address. */
  kept: ReadonlyMap<string, PageFacts>
  /** What names the files of its search index. */
  searchFiles: SearchFiles
  /** It was looked through for the very posts that are not shown now. */
  isSameHidden: boolean
  /** What is known of the new site once it is made. */
  made?: MadeSite
}

const key = Symbol.for('coldread.run')
const savedKey = Symbol.for('coldread.saved')
const stuckKey = Symbol.for('coldread.stuck')
const reopenKey = Symbol.for('coldread.reopen')
const shared = globalThis as {
  [key]?: Run
  [savedKey]?: Set<SaveListener>
  [stuckKey]?: Set<StuckListener>
  [reopenKey]?: () => void
}

/** Hears of files that were saved while writing, by their paths below the root. */
export type SaveListener = (run: Run, files: readonly string[]) => void

/** Hears of what keeps a save from being shown. */
export type StuckListener = (faults: readonly Fault[]) => void

/**
 * Keeps a run for the integration and the loaders. Astro loads `content.config.ts` in a module graph of its own, so
 * the run is kept on the global object: what was checked is what is built.
 */
export function keepRun(run: Run): void {
  shared[key] = run
}

/** The run that a command began; where Astro was started by itself, one from the environment. */
export function currentRun(): Run {
  shared[key] ??= beginRun(process.env.COLDREAD_ROOT ?? process.cwd(), process.env.COLDREAD_NOW || undefined)
  return shared[key]
}

/** What the clock says, as an RFC 3339 instant in UTC, in whole seconds. */
export function readClock(): string {
  return Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()
}

/**
 * Opens the content for a run. Faults are thrown, all in one.
 * @param memory of posts that were read before
 * @param sources what stands there, where it was read already
 */
export function beginRun(
  root: string,
  now: string | undefined,
  isPreview = false,
  memory?: Memory,
  sources?: Sources,
): Run {
  const result = openContent(root, now ?? readClock(), isPreview, memory, sources)
  if ('faults' in result) throw new ContentFaults(result.faults)
  return { root, now, memory, opened: result.opened }
}

/** Hears of every save whose content has no faults, from whichever module graph. @returns ends that */
export function onSaved(listener: SaveListener): () => void {
  shared[savedKey] ??= new Set()
  const listeners = shared[savedKey].add(listener)
  return () => void listeners.delete(listener)
}

/** Tells of a save, once the content was opened anew. */
export function tellSaved(files: readonly string[]): void {
  for (const hear of shared[savedKey] ?? []) hear(currentRun(), files)
}

/** Hears of every save whose content has faults, so that the run stays as it was. @returns ends that */
export function onStuck(listener: StuckListener): () => void {
  shared[stuckKey] ??= new Set()
  const listeners = shared[stuckKey].add(listener)
  return () => void listeners.delete(listener)
}

/** Tells of a save that cannot be shown. */
export function tellStuck(faults: readonly Fault[]): void {
  for (const hear of shared[stuckKey] ?? []) hear(faults)
}

/** Keeps what opens the content anew while writing, for whoever sees that it is time, in whichever module graph. */
export function keepReopen(reopen: () => void): void {
  shared[reopenKey] = reopen
}

/** Opens the content anew, and tells of it as of a save. */
export function reopenContent(): void {
  shared[reopenKey]?.()
}
