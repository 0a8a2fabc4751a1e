import { isDeepStrictEqual } from 'node:util'
import type { Delivery } from '../../src/delivery/delivery.ts'
import { jobNamer } from '../../src/delivery/job-id.ts'
import { isUnsent } from '../../src/delivery/trace.ts'
import type { ExportItem } from '../../src/snippets/format.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { isPush } from '../../src/snippets/ledger/is-push.ts'
import type { PushPlan } from '../../src/snippets/ledger/plan-push.ts'
import { remotesIn, type Settled } from '../../src/snippets/ledger/settle-push.ts'
import type { HandedOver, HandOverTools } from './hand-over.ts'

/**
 * Looks up what was written ahead by a hand-over that did not end: what Redis has as it was to be is known to have arrived;
 * the rest never did.
 * @param now RFC 3339 instant
 */
export async function settleOpen(
  ledger: Ledger,
  lanes: Pick<HandOverTools['lanes'], 'lookUp'>,
  now: string,
): Promise<Settled['say']> {
  const remotes = remotesIn(ledger)
  const nameOf = jobNamer(ledger)
  const open = ledger.handovers
    .filter((each) => isPush(each, 'redis'))
    .flatMap(({ rows }) => rows.filter(({ state }) => state === 'open'))
    .map((row) => ({ row, job: remotes.get(row.key) ?? nameOf(row.id) }))
  const say: Settled['say'] = []
  for (const [channel, all] of Map.groupBy(open, ({ row }) => row.channel)) {
    const found = await lanes.lookUp(
      channel,
      all.map(({ job }) => job),
    )
    for (const [index, { row, job }] of all.entries()) {
      const said = { export: row.export, id: row.id, at: now }
      const there = found[index]?.delivery
      if (there?.hash === row.hash && there.message.at === row.at.instant)
        say.push({ type: 'sent', ...said, remote: job })
      else say.push({ type: 'refuse', ...said, why: 'it never arrived' })
    }
  }
  return say
}

/** Brings back what Redis lost of what is still ahead, and what it has otherwise than the plan says now. */
export async function mendJobs(
  { kept }: Pick<PushPlan, 'kept'>,
  lanes: HandOverTools['lanes'],
  deliver: (item: ExportItem, job: string) => Delivery,
): Promise<HandedOver[]> {
  const done: HandedOver[] = []
  for (const [channel, all] of Map.groupBy(kept, ({ row }) => row.channel)) {
    const found = await lanes.lookUp(
      channel,
      all.map(({ remote }) => remote),
    )
    for (const [index, { item, remote }] of all.entries()) {
      const known = found[index]
      const delivery = deliver(item, remote)
      // Before its time nothing was sent, so nothing can go out twice.
      if (!known?.delivery && isUnsent(known?.trace)) {
        await lanes.add(channel, [{ job: remote, delivery }])
        done.push({ did: 'restored', id: item.id })
      } else if (known?.delivery && !isSame(known.delivery, delivery)) {
        if ((await lanes.edit(channel, remote, delivery)) === undefined)
          done.push({ did: 'changed', id: item.id })
      }
    }
  }
  return done
}

/** Whether a person asked for it says nothing of what it is. */
function isSame({ asked: _, ...known }: Delivery, delivery: Delivery): boolean {
  return isDeepStrictEqual(known, JSON.parse(JSON.stringify(delivery)))
}
