import type { BoardData } from '../../src/board/board-data.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import { addDays, dayIn } from '../../src/calendar/time.ts'
import { pageTitle } from '../../src/reader/page-title.ts'
import { statesOf } from '../../src/snippets/agenda/agenda-states.ts'
import type { Run } from '../astro/run.ts'
import { readInbox } from '../inbox/read-inbox.ts'
import type { LintRun } from '../lint/run/lint-site.ts'
import { openQueue } from '../queue/open-queue.ts'
import { readLedger } from '../queue/read-ledger.ts'
import { diskShelf } from '../queue/shelf.ts'
import { changedOn } from './changed-on.ts'
import { leadsTo } from './leads-to.ts'
import { promisedOn } from './promised-on.ts'
import { saidOf } from './said-of.ts'

/** Days ahead that what comes round again is shown for. */
const ahead = 92

/**
 * Everything that the board shows of a run's content. A ledger in doubt is thrown, as faults.
 * @param linted what the lint says of the same run
 * @returns that, and what of the inbox cannot be read: the rest is shown all the same
 */
export function boardOf(
  { root, opened }: Run,
  linted: LintRun,
  around: Pick<BoardData, 'hrefs' | 'scripts'>,
): { data: BoardData; faults: readonly Fault[] } {
  const { calendar, bodyOf } = opened
  const { now, plan } = calendar
  const today = dayIn(now, plan.zone)
  const ledger = readLedger(diskShelf(root))
  const until = addDays(today, ahead)
  const { inbox, faults } = readInbox(root, plan.zone)
  const { items, warnings } = openQueue(root, opened, ledger, until)
  const data: BoardData = {
    calendar,
    now,
    zone: plan.zone,
    today,
    queue: {
      items,
      warnings,
      states: statesOf(items, ledger, { now: now.instant, channels: plan.channels }),
      ledger,
      until,
    },
    said: saidOf(linted, root),
    inbox,
    inboxFaults: faults,
    bodyOf,
    leadsTo: leadsTo(calendar, bodyOf),
    pageTitleOf: ({ title }) => pageTitle(title, plan.site.name),
    changedOn: changedOn(root, plan.zone),
    promisedOn: promisedOn(root, plan.zone),
    ...around,
  }
  return { data, faults }
}
