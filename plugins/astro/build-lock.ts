import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isRunning } from './is-running.ts'

const pause = 100

/** Locks that this process holds. */
const held = new Set<string>()

/**
 * Lets one build work at a time: Astro keeps what it is building in one place of its own. Others wait; a lock whose
 * owner has died is taken over.
 * @param folder where the lock lies
 * @returns what to call when the build has ended
 */
export async function lockBuild(folder: string): Promise<() => void> {
  const lock = join(folder, 'coldread-build.lock')
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      held.add(lock)
      return () => {
        held.delete(lock)
        rmSync(lock, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const owner = ownerOf(lock)
      // In a container, process ids begin anew: a build that was killed there may have had ours.
      const isOurs = owner === process.pid
      if (owner !== undefined && (isOurs ? !held.has(lock) : !isRunning(owner))) rmSync(lock, { force: true })
      else await setTimeout(pause)
    }
  }
}

/** Undefined while its owner is still writing it, or when it has just gone. */
function ownerOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8')) || undefined
  } catch {
    return undefined
  }
}
