import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { explainDisk } from './explain-disk.ts'
import { QueueRefusal } from './queue-refusal.ts'

/** Milliseconds that a second one waits. An export takes less than that. */
const patience = 5000

/**
 * Does something with the ledger while nobody else does. The lock is the operating system's, held through SQLite, so
 * that it ends with its process however that ends.
 * @param root absolute path of the folder that holds `content/`
 */
export function withQueueLock<T>(root: string, work: () => T, wait = patience): T {
  const folder = join(root, '.coldread')
  const lock = open(folder, wait)
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      throw (error as { errcode?: number }).errcode === busy
        ? new QueueRefusal(
            'Someone else is handing over right now, and only one can at a time. Nothing was written. Try again in a moment.',
          )
        : error
    }
    return work()
  } finally {
    lock.close()
  }
}

/** SQLITE_BUSY */
const busy = 5

function open(folder: string, timeout: number): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true })
    return new DatabaseSync(join(folder, 'queue-lock'), { timeout })
  } catch (error) {
    throw new QueueRefusal(`Nothing was written: in ${folder}, ${explainDisk(error)}.`)
  }
}
