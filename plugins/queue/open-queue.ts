import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayIn } from '../../src/calendar/time.ts'
import type { Opened } from '../../src/open.ts'
import { checkItem, type LeveledProblem } from '../../src/snippets/check-item.ts'
import { compare } from '../../src/snippets/compare.ts'
import { findLeaks } from '../../src/snippets/find-leaks.ts'
import { findRepeats } from '../../src/snippets/find-repeats.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { planQueue } from '../../src/snippets/plan-queue.ts'
import type { QueueItem } from '../../src/snippets/queue-item.ts'
import { sharesOf } from '../../src/snippets/shares-of.ts'

/** The whole queue of a site. */
export interface Queue {
  /** By time. What keeps an item back on its network stands among its problems. */
  items: readonly QueueItem[]
  /** What to think about, by id. */
  warnings: ReadonlyMap<string, readonly LeveledProblem[]>
}

/** Days that are looked at, today included, where nothing else is asked. */
const horizon = 14

/** The last day that is looked at where nothing else is asked, in the plan's zone. */
export function lastDay({ calendar: { plan, now } }: Pick<Opened, 'calendar'>): string {
  return addDays(dayIn(now, plan.zone), horizon - 1)
}

/**
 * Plans everything that goes out, by time.
 * @param root absolute path of the folder that holds `content/`
 * @param until nothing that comes round again is looked at after this day, save what was handed over
 */
export function planItems(
  root: string,
  { calendar, bodyOf }: Opened,
  ledger: Ledger,
  until = lastDay({ calendar }),
): QueueItem[] {
  const hashes = new Map<string, string>()
  return planQueue(calendar, {
    until: [until, lastHandedOver(ledger)].sort(compare).at(-1) as string,
    sharesOf: (post) => (post.source.text.includes('<Share') ? sharesOf(bodyOf(post)) : []),
    hashOf: (path) =>
      hashes.getOrInsertComputed(path, () => hash('sha256', readFileSync(join(root, path))).slice(0, 16)),
    ledger,
  })
}

/** Plans everything that goes out, and looks at every item that is still to come. */
export function openQueue(root: string, opened: Opened, ledger: Ledger, until?: string): Queue {
  const { calendar } = opened
  const planned = planItems(root, opened, ledger, until)
  const from = firstWaiting(ledger) ?? calendar.now.instant
  const isAhead = ({ at }: QueueItem) => !at || at.instant > calendar.now.instant || at.instant >= from
  const ahead = planned.filter(isAhead)
  const warnings = new Map<string, LeveledProblem[]>()
  const note = (id: string, found: readonly LeveledProblem[]) => {
    if (found.length > 0) warnings.getOrInsertComputed(id, () => []).push(...found)
  }
  for (const [id, found] of findRepeats(planned)) note(id, found)
  for (const [id, found] of findLeaks(ahead)) note(id, found)
  const items = planned.map((item) => {
    if (!isAhead(item)) return item
    const found = checkItem(item, calendar.plan)
    note(
      item.id,
      found.filter(({ level }) => level === 'warning'),
    )
    const errors = found.filter(({ level }) => level === 'error')
    return errors.length > 0 ? { ...item, problems: [...item.problems, ...errors] } : item
  })
  return { items, warnings }
}

/** The time of the first row that its server has still, though it has passed: what became of it is looked at too. */
function firstWaiting({ active }: Ledger): string | undefined {
  const waiting = [...active.values()].flatMap((rows) => rows.filter(({ isWaiting }) => isWaiting))
  return waiting.map(({ at }) => at.instant).sort()[0]
}

/** The day of the last row that is ahead: what was handed over for then must still be recognized. */
function lastHandedOver({ active }: Ledger): string {
  let last = ''
  for (const rows of active.values()) for (const { at } of rows) if (at.local > last) last = at.local
  return last === '' ? '' : addDays(last.slice(0, 10), 1)
}
