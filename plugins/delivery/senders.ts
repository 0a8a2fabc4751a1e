import type { SenderName } from '../../src/calendar/vocabulary.ts'
import type { Sender } from '../../src/delivery/sender.ts'

/** Senders by the names that plans call them. Only the one that is asked for is loaded. */
export const senders: Record<SenderName, () => Promise<Sender>> = {
  bluesky: async () => (await import('./senders/bluesky.ts')).bluesky,
  mastodon: async () => (await import('./senders/mastodon.ts')).mastodon,
  postiz: async () => (await import('./senders/postiz.ts')).postiz,
  webhook: async () => (await import('./senders/webhook.ts')).webhook,
}
