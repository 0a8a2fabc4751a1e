import type { Moment } from '../../src/calendar/time.ts'
import { inspectLedger } from '../queue/read-ledger.ts'
import { diskShelf } from '../queue/shelf.ts'

/**
 * How many things of an entry posting tools have for a time to come. What they have does not move with the entry.
 * @param name as `findMovable` names it
 */
export function handedOver(root: string, { instant }: Moment, name: string): number {
  const { active } = inspectLedger(diskShelf(root)).ledger
  return [...active]
    .filter(([id]) => id.startsWith(`${name}/`))
    .flatMap(([, rows]) => rows)
    .filter(({ at }) => at.instant > instant).length
}
