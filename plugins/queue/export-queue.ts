import { join } from 'node:path'
import type { ExportFile } from '../../src/snippets/format.ts'
import { reviewFile } from '../../src/snippets/formats/review-file.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { makeHandover } from '../../src/snippets/ledger/make-handover.ts'
import {
  type ExportPlan,
  type ExportWish,
  planExport,
  planView,
} from '../../src/snippets/ledger/plan-export.ts'
import type { QueueItem } from '../../src/snippets/queue-item.ts'
import { type ViewMemory, viewWithMemory } from '../../src/snippets/view-memory.ts'
import { explainDisk } from './explain-disk.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { refuseFuture } from './refuse-times.ts'
import type { Shelf } from './shelf.ts'

/** An export as it was written; without files where there was nothing to write. */
export interface Exported {
  plan: ExportPlan
  /** Its name in the ledger; undefined for a view, and where nothing was written. */
  name?: string
  files: readonly ExportFile[]
  /** Name of the table for people, which holds the ids. */
  review?: string
}

/**
 * Makes an export. Everything is on the disk before the ledger says so, and nothing is in its place before that: after a
 * crash there is either nothing, or an export in the ledger whose files can be written again.
 * @param out folder for the tool's files, absolute
 */
export function exportQueue(
  items: readonly QueueItem[],
  ledger: Ledger,
  wish: ExportWish & { id: string; out: string; salt: string },
  shelf: Shelf,
): Exported {
  const { format, context, out } = wish
  if (!format.isView) refuseFuture(ledger, wish.now.instant, shelf)
  const plan = format.isView ? planView(items, wish) : planExport(items, ledger, wish)
  const view = format.canCancel ? withMemory(items, plan, wish, shelf) : undefined
  const written = view?.items ?? plan.write
  if (written.length === 0) return { plan, files: [] }
  const made = makeHandover(written, { ...wish, now: wish.now.instant })
  const review = format.row ? reviewFile(written, made.name, context) : undefined
  const files = [...made.files, ...(review ? [review] : [])]
  const prepared: ReturnType<Shelf['prepare']>[] = []
  try {
    for (const { name, content } of files) prepared.push(shelf.prepare(join(out, name), content, false))
    if (view) prepared.push(shelf.prepare(memoryPath, `${JSON.stringify(view.memory)}\n`, false))
    if (!format.isView) {
      const line = shelf.prepare(made.ledger.path, made.ledger.content, true)
      prepared.push(line)
      line.place()
      prepared.pop()
    }
  } catch (error) {
    for (const each of prepared) each.drop()
    throw new QueueRefusal(`Nothing was handed over: ${whereOf(error, out)}, ${explainDisk(error)}.`)
  }
  try {
    for (const each of prepared) each.place()
  } catch (error) {
    if (format.isView) throw new QueueRefusal(`The files are not all in ${out}: ${explainDisk(error)}.`)
    throw new QueueRefusal(
      `\`${made.name}\` is in the ledger, but its files are not all in ${out}: ${explainDisk(error)}. Mend that, then write them again: npm run queue -- reprint ${made.name} --out DIR`,
    )
  }
  return {
    plan,
    files: made.files,
    ...(review && { review: review.name }),
    ...(!format.isView && { name: made.name }),
  }
}

function withMemory(items: readonly QueueItem[], { write }: ExportPlan, wish: ExportWish, shelf: Shelf) {
  const all = planView(items, { ...wish, until: '9999-12-31', channels: undefined })
  const wanted = new Set(all.write.map(({ id }) => id))
  return viewWithMemory(write, wanted, readMemory(shelf), wish)
}

/** What was shown in a picture of the queue before, so that it can be shown as canceled; lost, nothing else is. */
const memoryPath = '.coldread/queue-view.json'

function readMemory(shelf: Shelf): ViewMemory {
  try {
    return (JSON.parse(shelf.read(memoryPath) ?? '{}') ?? {}) as ViewMemory
  } catch {
    return {}
  }
}

function whereOf(error: unknown, out: string): string {
  const { path } = error as NodeJS.ErrnoException
  return `in ${path ?? out}`
}
