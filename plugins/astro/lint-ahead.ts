import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'

/** From so many posts on it pays off that a process of its own has to read all of them too. */
const worthwhile = 3000
/** What the lint says of a post takes more than this many bytes of its cache. */
const leastKept = 100

/**
 * Has the posts of a large blog linted in a process of its own, where a cache does not hold most of them: a build has so much to
 * read meanwhile. It only fills the cache.
 * @returns when that is done; whatever went wrong there comes out when the build lints
 */
export async function lintAhead(root: string, now: string): Promise<void> {
  if (entriesIn(join(root, 'content/posts')) < worthwhile) return
  if (sizeOf(join(root, '.coldread/lint-cache')) > worthwhile * leastKept) return
  const command = [join(packageRoot, 'scripts/coldread.mjs'), 'lint', '--root', root, '--now', now, '--quiet']
  const child = spawn(process.execPath, command, { stdio: 'ignore' })
  const stop = () => child.kill()
  process.once('exit', stop)
  await once(child, 'close').catch(() => {})
  process.removeListener('exit', stop)
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
