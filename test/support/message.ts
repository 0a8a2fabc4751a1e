import { hash } from 'node:crypto'
import type { Message } from '../../src/delivery/message.ts'
import type { Attempt } from '../../src/delivery/sender.ts'

/** A message with words of one's own. */
export function message(id: string, text: string, more: Partial<Message> = {}): Message {
  return {
    key: hash('sha256', id).slice(0, 32),
    id,
    channel: 'sky',
    at: '2027-03-29T06:00:00Z',
    lang: 'en',
    parts: [text],
    settings: {},
    ...more,
  }
}

/** An attempt at a fixed time. */
export function attempt(more: Partial<Attempt> = {}): Attempt {
  return { signal: AbortSignal.timeout(60_000), fetch, now: '2027-03-29T06:00:05Z', ...more }
}
