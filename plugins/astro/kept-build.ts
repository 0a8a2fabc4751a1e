import { hash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { isProblem } from '../../src/calendar/problem.ts'
import { readNow } from '../../src/calendar/time.ts'
import { writeWhole } from '../../src/write-whole.ts'
import type { BuildInputs } from './build-inputs.ts'
import type { PageFacts } from './finish-page.ts'
import type { SearchFiles } from './search-index.ts'

/** A page that may stand. */
interface KeptPage {
  /** Names what it is made of. */
  readonly key: string
  readonly facts: PageFacts
}

/** What is known of a site's files. */
export interface KeptFiles {
  /** By path below the site's address. */
  readonly pages: Readonly<Record<string, KeptPage>>
  readonly searchFiles: SearchFiles
  /** Names the posts that it does not show. */
  readonly hidden?: string
}

/** What a build was made of and when it holds, kept so that the next one can tell whether it would make the same. */
interface KeptBuild<Said> extends KeptFiles {
  /** Hash of the code that wrote this. */
  readonly code: string
  /** Absolute path of the built site. */
  readonly out: string
  /** Hash of all inputs besides the time. */
  readonly inputs: string
  /** Stamp of these inputs, where it tells them from all later ones. */
  readonly stamp?: string | undefined
  /** RFC 3339 instants in UTC: from the first to before the second, a build of these inputs comes out the same. */
  readonly from: string
  readonly until: string
  /** The plan's, in which a wall clock is read. */
  readonly zone: string
  /** Hash of the built files' paths, sizes and times. */
  readonly output: string
  readonly said: Said
}

/**
 * What the last build into a folder said, where this one would make the same and the folder is as it was left. A network disk may
 * answer for some seconds as it did before another machine saved something there.
 * @param root absolute path of the folder that holds `content/`
 * @param out absolute path of the built site
 * @param now an RFC 3339 instant, or a wall clock in the plan's zone
 * @param stamp of the inputs
 * @param read reads them, which takes longer: only where the stamp is another one
 */
export function recallBuild<Said>(
  { root, out, now }: { root: string; out: string; now: string },
  stamp: string,
  read: () => BuildInputs,
): Said | undefined {
  try {
    const kept = JSON.parse(readFileSync(placeOf(root, out), 'utf8')) as KeptBuild<Said>
    const isStamped = kept.stamp === stamp
    if (!isStamped && kept.inputs !== read().all) return undefined
    const moment = readNow(now, kept.zone)
    if (isProblem(moment) || moment.instant < kept.from || moment.instant >= kept.until) return undefined
    if (kept.output !== outputOf(out).output) return undefined
    if (!isStamped && read().isSettled) keepBuild(root, { ...kept, stamp: read().stamp })
    return kept.said
  } catch {
    return undefined
  }
}

/** What is known of a folder's files, which is nothing where they are not as the last build by this code left them. */
export function recallFiles(root: string, out: string, code: string): KeptFiles {
  try {
    const kept = JSON.parse(readFileSync(placeOf(root, out), 'utf8')) as KeptBuild<unknown>
    if (kept.code === code && kept.output === outputOf(out).output) return kept
  } catch {
    // There is none.
  }
  return { pages: {}, searchFiles: {} }
}

/** Keeps what a build was made of, and nothing of builds that are gone. */
export function keepBuild<Said>(root: string, kept: KeptBuild<Said>): void {
  try {
    writeWhole(placeOf(root, kept.out), JSON.stringify(kept))
    const folder = dirname(placeOf(root, kept.out))
    for (const path of readdirSync(folder).map((name) => join(folder, name)))
      if (!existsSync((JSON.parse(readFileSync(path, 'utf8')) as KeptBuild<unknown>).out)) rmSync(path)
  } catch {
    // Where nothing can be kept, the next build begins from nothing.
  }
}

/** Forgets the last build into a folder, before another takes its place. */
export function forgetBuild(root: string, out: string): void {
  rmSync(placeOf(root, out), { force: true })
}

/** Deletes what builds of a root keep for the next: nothing of it is needed, and nobody wrote it. */
export function forgetKept(root: string): void {
  for (const name of ['astro', 'built', 'cache', 'lint-cache', 'og'])
    rmSync(join(root, '.coldread', name), { recursive: true, force: true })
}

function placeOf(root: string, out: string): string {
  return join(root, '.coldread/built', `${hash('sha256', out).slice(0, 16)}.json`)
}

/** What stands in a built site: a hash of its files' paths, sizes and times, and how many of them are pages. */
export function outputOf(out: string): { output: string; pages: number } {
  let pages = 0
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return []
    if (entry.name.endsWith('.html')) pages++
    const path = join(entry.parentPath, entry.name)
    const { size, mtimeMs, ino } = lstatSync(path)
    return [`${relative(out, path)}\0${size} ${mtimeMs} ${ino}`]
  })
  return { output: hash('sha256', files.sort().join('\n')), pages }
}
