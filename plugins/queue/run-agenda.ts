import { nearest } from '../../src/calendar/nearest.ts'
import type { Plan } from '../../src/calendar/plan.ts'
import { addDays, dayIn } from '../../src/calendar/time.ts'
import type { Look } from '../../src/snippets/agenda/look.ts'
import { renderAgenda } from '../../src/snippets/render-agenda.ts'
import { beginRun } from '../astro/run.ts'
import { lastDay, openQueue } from './open-queue.ts'
import { placeFinder } from './place-of.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { readLedger } from './read-ledger.ts'
import { diskShelf } from './shelf.ts'

/** What of the queue is asked for. */
export interface QueueWish {
  root: string
  now: string
  /** Days, in the plan's zone. */
  from?: string
  until?: string
  channel?: readonly string[]
}

/** The agenda of a site's queue. */
export function runAgenda({ root, now, ...wish }: QueueWish, look: Look): string {
  const { opened } = beginRun(root, now)
  const { calendar, sources } = opened
  const ledger = readLedger(diskShelf(root))
  const from = wish.from ?? dayIn(calendar.now, calendar.plan.zone)
  const until = wish.until ?? (wish.from ? addDays(from, 13) : lastDay(opened))
  if (until < from)
    throw new QueueRefusal(`Nothing lies between ${from} and ${until}. Write the earlier day as --from.`)
  const channels = knownChannels(wish.channel, calendar.plan)
  const queue = openQueue(root, opened, ledger, until)
  return renderAgenda(
    { calendar, ledger, from, until, channels, placeOf: placeFinder(sources), ...queue },
    look,
  )
}

/** Channels that are asked for by name. */
export function knownChannels(
  asked: readonly string[] | undefined,
  { channels }: Pick<Plan, 'channels'>,
): readonly string[] | undefined {
  for (const name of asked ?? [])
    if (!Object.hasOwn(channels, name)) {
      const meant = nearest(name, Object.keys(channels))
      const advice = meant ? `Did you mean ${meant}?` : `There are ${Object.keys(channels).join(', ')}.`
      throw new QueueRefusal(`The plan has no channel ${name}. ${advice}`, 2)
    }
  return asked
}
