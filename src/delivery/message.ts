/** One thing to post, as it travels to whoever posts it. It holds no credentials, and is the same at every attempt. */
export interface Message {
  /** 32 hexadecimal digits that no other delivery ever has: what idempotency keys and names of records are made of. */
  key: string
  /** As in the queue: `post/channel/snippet/occurrence`. */
  id: string
  channel: string
  /** As in the plan; undefined where the channel has none. */
  network?: string
  /** When it is to go out, an RFC 3339 instant in UTC. */
  at: string
  /** Language of its words, as in `en`. */
  lang: string
  /** What is sent, links included; several for a thread. NFC. */
  parts: readonly [string, ...string[]]
  /** To be posted below it, where that is possible. */
  comment?: string
  /** The address that its words lead to; it stands in the words too. */
  url?: string
  /** What is said of the page at `url`, for networks that show it as a card. */
  card?: { title: string; description: string }
  /** With its first part. The address is public; `name` is a hash of the bytes and an ending. */
  image?: { url: string; name: string; alt: string }
  /** What the plan says of this channel for its sender. Never anything secret. */
  settings: Readonly<Record<string, unknown>>
}
