import { hash } from 'node:crypto'
import type { Ledger } from '../snippets/ledger/fold-ledger.ts'
import { isPush } from '../snippets/ledger/is-push.ts'

/**
 * The name of an item's job: its id, and from the second time on that something went out under that id, or was refused by
 * its network, a number. It follows from the item and from what was handed over, and from nothing else.
 */
export function jobNamer({ handovers }: Pick<Ledger, 'handovers'>): (id: string) => string {
  const used = new Set(
    handovers
      .filter((each) => isPush(each, 'redis'))
      .flatMap(({ rows }) => rows)
      .filter(({ state }) => state === 'confirmed' || state === 'refused')
      .map(({ remote }) => remote),
  )
  return (id) => {
    // Redis keys are divided by colons.
    const name = id.replaceAll('%', '%25').replaceAll(':', '%3A')
    for (let number = 1; ; number++) {
      const job = number === 1 ? name : `${name}~${number}`
      if (!used.has(job)) return job
    }
  }
}

/** What tells a delivery from every other one, of whatever site, for ever: 32 hexadecimal digits. */
export function deliveryKey(site: string, channel: string, job: string): string {
  return hash('sha256', JSON.stringify([site, channel, job])).slice(0, 32)
}
