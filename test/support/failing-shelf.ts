import type { Shelf } from '../../plugins/queue/shelf.ts'

/** What becomes of a write: the machine stops there for good, or the disk says no and all goes on. */
export interface Failure {
  /** Which write it is, from 0: each file is prepared, begun to be placed, and placed. */
  at: number
  how: 'stops' | 'is full'
}

/** A disk in memory that fails where it is told to. A whole file is there or it is not, as after a rename. */
export function failingShelf(
  ledger: Map<string, string>,
  files: Map<string, string>,
  failure?: Failure,
): Shelf & { hasStopped(): boolean } {
  let writes = 0
  let hasStopped = false
  const step = () => {
    if (hasStopped) throw new Error('the machine has stopped')
    if (failure?.at !== writes++) return
    hasStopped = failure.how === 'stops'
    throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
  }
  return {
    ledger: () => [...ledger.keys()],
    read: (path) => files.get(path) ?? ledger.get(path),
    prepare(path, text, isNew) {
      step()
      const home = path.startsWith('content/') ? ledger : files
      return {
        place() {
          step()
          if (isNew && home.has(path)) throw Object.assign(new Error('there'), { code: 'EEXIST' })
          home.set(path, text)
          step()
        },
        drop() {},
      }
    },
    hasStopped: () => hasStopped,
  }
}
