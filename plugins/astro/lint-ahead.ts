import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { giveBackMemory } from './native-calls.ts'
import { codeEnding } from './package-root.ts'

/** From so many posts on it pays off that a thread of its own has to open the content too. */
const worthwhile = 3000
/** What the lint says of a post takes more than so many bytes of its cache. */
const leastKept = 100

/** What a thread lints. */
export interface AheadRun {
  root: string
  now: string
  isPreview: boolean
  /** Hash of the code that makes pages. */
  code: string
}

/**
 * Has the posts of a large blog linted on a thread of its own, where a cache does not hold most of them: a build has much to
 * find out meanwhile. It only fills the cache.
 * @returns when that is done; whatever went wrong there comes out when the build lints
 */
export async function lintAhead(run: AheadRun): Promise<void> {
  if (entriesIn(join(run.root, 'content/posts')) < worthwhile) return
  if (sizeOf(join(run.root, '.coldread/lint-cache')) > worthwhile * leastKept) return
  const worker = new Worker(new URL(`./lint-worker${codeEnding}`, import.meta.url), { workerData: run })
  await once(worker, 'exit').catch(() => {})
  await giveBackMemory()
}

function entriesIn(folder: string): number {
  try {
    return readdirSync(folder).length
  } catch {
    return 0
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
