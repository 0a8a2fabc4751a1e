import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
      writeFileSync(lock, nameOf(process.pid), { flag: 'wx' })
      held.add(lock)
      return () => {
        held.delete(lock)
        rmSync(lock, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!isHeld(lock)) rmSync(lock, { force: true })
      else await setTimeout(pause)
    }
  }
}

/** A lock that says nothing for so long, in milliseconds, was left by a process that ended before it could write. */
const longestSilence = 5000

/** Does whoever holds a lock still run? */
function isHeld(lock: string): boolean {
  try {
    const written = readFileSync(lock, 'utf8')
    if (written === '') return Date.now() - statSync(lock).mtimeMs < longestSilence
    const pid = Number.parseInt(written, 10)
    // Numbers are given again, in containers soon: a build that was killed there may have had ours.
    return pid === process.pid ? held.has(lock) : isRunning(pid) && written === nameOf(pid)
  } catch {
    // It has just gone.
    return true
  }
}

/** A process by its number, and by when it began where the system says so, in ticks since the machine did. */
function nameOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return String(pid)
  }
}
