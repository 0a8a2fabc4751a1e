import { ledgerFolder } from '../../src/calendar/sources.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { QueueRefusal } from './queue-refusal.ts'
import type { Shelf } from './shelf.ts'

/** Minutes that the time of a run may be from the clock's. */
const near = 10

/**
 * What is remembered bears the real time: made up, it would let posts go out whose time is over, or keep everybody from
 * handing over until it comes.
 * @param now the time of the run, RFC 3339 as is the clock's
 * @param isRehearsal somebody asked for it, in a copy that nothing is posted from
 */
export function refuseMadeUpTime(
  now: string,
  isRehearsal = false,
  clock = Temporal.Now.instant().toString(),
): void {
  const away = Temporal.Instant.from(now).until(Temporal.Instant.from(clock)).total('minutes')
  if (!isRehearsal && Math.abs(away) > near)
    throw new QueueRefusal(
      `--now or COLDREAD_NOW says ${now}, and this machine's clock says ${clock.replace(/\.\d+/, '')}. What is remembered in ${ledgerFolder}/ bears the real time. Nothing was done. Leave that time out; to try things out in a copy of the site that nothing is posted from, add --rehearsal.`,
    )
}

/** What was said lies ahead of us: a clock is wrong, or a time was made up, and no time can be trusted. */
export function refuseFuture(
  { last }: Pick<Ledger, 'last'>,
  now: string,
  shelf: Pick<Shelf, 'ledger'>,
): void {
  if (last <= now) return
  const stamp = now.replace(/[-:]|\.\d+/g, '')
  const ahead = shelf.ledger().filter((path) => path.slice(ledgerFolder.length + 1) > stamp)
  throw new QueueRefusal(
    [
      `The ledger was last written at ${last}, and now is ${now}. Nothing was done. Where this machine's clock is wrong, set it. Where that time was made up, and nothing of it was uploaded, take these files away:`,
      ...ahead.map((path) => `  ${path}`),
    ].join('\n'),
  )
}
