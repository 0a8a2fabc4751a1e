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
import { explainDisk } from './explain-disk.ts'
import { QueueRefusal } from './queue-refusal.ts'
import type { Shelf } from './shelf.ts'

/** An export as it was written; without files where there was nothing to write. */
export interface Exported {
  plan: ExportPlan
  /** Its name in the ledger; undefined for a view, and where nothing was written. */
  name?: string
  files: readonly ExportFile[]
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
  refuseFuture(ledger, wish.now.instant)
  const { format, context, out } = wish
  const plan = format.isView ? planView(items, wish) : planExport(items, ledger, wish)
  const { write: written } = plan
  if (written.length === 0) return { plan, files: [] }
  const made = makeHandover(written, { ...wish, now: wish.now.instant })
  const review = format.row ? [reviewFile(written, context)] : []
  const files = [...made.files, ...review]
  const prepared: ReturnType<Shelf['prepare']>[] = []
  try {
    for (const { name, content } of files) prepared.push(shelf.prepare(join(out, name), content, false))
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
    throw new QueueRefusal(
      `\`${made.name}\` is in the ledger, but its files are not all in ${out}: ${explainDisk(error)}. Mend that, then write them again: npm run queue -- reprint ${made.name} --out DIR`,
    )
  }
  return { plan, files: made.files, ...(!format.isView && { name: made.name }) }
}

/** What was said lies behind us, or a clock is wrong: then no time can be trusted. */
export function refuseFuture({ last }: Pick<Ledger, 'last'>, now: string): void {
  if (last > now)
    throw new QueueRefusal(
      `The ledger was last written at ${last}, and now is ${now}. Nothing was written. Set this machine's clock, or wait until then.`,
    )
}

function whereOf(error: unknown, out: string): string {
  const { path } = error as NodeJS.ErrnoException
  return `in ${path ?? out}`
}
