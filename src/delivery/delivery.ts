import type { SenderName } from '../calendar/vocabulary.ts'
import type { Message } from './message.ts'

/** What a job in Redis holds. */
export interface Delivery {
  sender: SenderName
  /** Hash of what is sent, as in the ledger; the time is no part of it. */
  hash: string
  message: Message
  /** When a person asked for it to be sent after all, in milliseconds since 1970: its time counts from then. */
  asked?: number
}
