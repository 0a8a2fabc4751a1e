import type { Sender } from '../../src/delivery/sender.ts'

/** Senders by the names that plans call them. Only the one that is asked for is loaded. */
export const senders = {
  webhook: async (): Promise<Sender> => (await import('./senders/webhook.ts')).webhook,
} satisfies Record<string, () => Promise<Sender>>

/** The name of a sender. */
export type SenderName = keyof typeof senders
