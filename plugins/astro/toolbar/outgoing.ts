import type { Moment } from '../../../src/calendar/time.ts'
import { type AgendaState, statesOf } from '../../../src/snippets/agenda/agenda-states.ts'
import type { LeveledProblem } from '../../../src/snippets/check-item.ts'
import { openQueue } from '../../queue/open-queue.ts'
import { readLedger } from '../../queue/read-ledger.ts'
import { diskShelf } from '../../queue/shelf.ts'
import { ContentFaults } from '../content-faults.ts'
import type { Run } from '../run.ts'

/** What goes out, by id: how it stands, what is in its way, and what to think about. */
export type Outgoing = ReadonlyMap<
  string,
  { at: Moment | undefined; state: AgendaState | undefined; problems: readonly LeveledProblem[] }
>

const kept = new WeakMap<Run, Outgoing>()

/** What goes out of a run's content, looked up once a run; nothing where the ledger is in doubt, as the queue's commands say. */
export function outgoingOf(run: Run): Outgoing {
  const known = kept.get(run)
  if (known) return known
  const made = lookUp(run)
  kept.set(run, made)
  return made
}

function lookUp({ root, opened }: Run): Outgoing {
  const { now, plan } = opened.calendar
  try {
    const ledger = readLedger(diskShelf(root))
    const { items, warnings } = openQueue(root, opened, ledger)
    const states = statesOf(items, ledger, { now: now.instant, channels: plan.channels })
    return new Map(
      items.map((item) => {
        const errors = item.problems.map((each) => ({ level: 'error' as const, ...each }))
        const problems = [...errors, ...(warnings.get(item.id) ?? [])]
        return [item.id, { at: item.at, state: states.get(item), problems }]
      }),
    )
  } catch (error) {
    if (error instanceof ContentFaults) return new Map()
    throw error
  }
}
