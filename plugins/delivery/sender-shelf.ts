import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Access, Sender } from '../../src/delivery/sender.ts'
import { readAccess } from './credentials.ts'
import { senders } from './senders.ts'

/** Who posts a delivery, and with what; or why nobody here can, as sentences. */
export type FoundSender = { sender: Sender; access: Access } | { why: string }

/** Finds senders with their credentials, each of which is read once. */
export class SenderShelf {
  /** All that was read so far and is to be shown nowhere. */
  readonly secrets: Set<string>
  readonly #environment: Readonly<Record<string, string | undefined>>
  readonly #found = new Map<string, Promise<FoundSender>>()

  constructor(environment: Readonly<Record<string, string | undefined>>, secrets: Iterable<string>) {
    this.#environment = environment
    this.secrets = new Set(secrets)
  }

  find({ sender, message: { channel } }: Delivery): Promise<FoundSender> {
    return this.#found.getOrInsertComputed(`${sender} ${channel}`, () => this.#read(sender, channel))
  }

  async #read(name: string, channel: string): Promise<FoundSender> {
    if (!Object.hasOwn(senders, name)) return { why: `this version knows no sender ${name}` }
    const sender = await senders[name as keyof typeof senders]()
    const read = readAccess(name, sender, channel, this.#environment)
    if ('problems' in read) return { why: read.problems.join(' ') }
    for (const secret of read.secrets) this.secrets.add(secret)
    return { sender, access: read.access }
  }
}
