import { dayIn } from '../calendar/time.ts'
import type { ExportItem } from './format.ts'
import type { ExportWish } from './ledger/plan-export.ts'

/** What pictures of the queue showed, by id: as it was shown last. */
export type ViewMemory = Readonly<Record<string, ExportItem>>

/**
 * Items as calendars understand changes: each carries how often it changed, and what was shown before and does not go out
 * any more is shown as canceled until its time is over.
 * @param shown what this picture shows
 * @param wanted ids of all that goes out, whatever this picture was narrowed to
 */
export function viewWithMemory(
  shown: readonly ExportItem[],
  wanted: ReadonlySet<string>,
  memory: ViewMemory,
  { context, now, until, channels }: Omit<ExportWish, 'format'>,
): { items: ExportItem[]; memory: ViewMemory } {
  const current = shown.map((item): ExportItem => {
    const before = memory[item.id]
    const sequence = before?.sequence ?? 0
    return { ...item, sequence: !before || isSame(before, item) ? sequence : sequence + 1 }
  })
  const ahead = Object.values(memory).filter(({ at }) => at.instant > now.instant)
  const canceled = ahead
    .filter(
      ({ id, at, channel }) =>
        !wanted.has(id) && dayIn(at, context.zone) <= until && (!channels || channels.includes(channel)),
    )
    .map(
      (item): ExportItem =>
        item.isCancelled ? item : { ...item, isCancelled: true, sequence: (item.sequence ?? 0) + 1 },
    )
  const items = [...current, ...canceled]
  return { items, memory: Object.fromEntries([...ahead, ...items].map((item) => [item.id, item])) }
}

function isSame({ sequence: _, ...before }: ExportItem, item: ExportItem): boolean {
  return JSON.stringify(before) === JSON.stringify(item)
}
