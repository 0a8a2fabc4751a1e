import type { Message } from './message.ts'

/** What became of an attempt. */
export type Outcome =
  /** It is posted. `id` is its name there, `address` where people see it; `alsoWhy` what could not be done besides. */
  | { is: 'sent'; id: string; address?: string; alsoWhy?: string }
  /** Certainly not posted, and never will be as it stands. */
  | { is: 'refused'; why: string }
  /**
   * Certainly not posted; may work later. `afterSeconds` is what the network asks for, as in `Retry-After`; `isAway` says
   * that its server cannot be reached. Both are no fault of the message, and count as no try.
   */
  | { is: 'later'; why: string; afterSeconds?: number; isAway?: true }
  /** Certainly not posted, and nothing of this channel will be until somebody mends its credentials. */
  | { is: 'locked out'; why: string }
  /** It may be posted or not: the connection broke, or no answer came in time. */
  | { is: 'unknown'; why: string; afterSeconds?: number }

/** Why something was not posted, or may not have been. */
export type Failure = Exclude<Outcome, { is: 'sent' }>

/** What a look at the network came to. */
export type Finding =
  | { is: 'found'; id: string; address?: string }
  /** A thread that broke off: its beginning is there, and sending it again adds the rest. */
  | { is: 'begun' }
  /** Nothing of it is there now. */
  | { is: 'absent' }
  /** It cannot be told now. `isAway` says that the server does not answer whatever it is asked. */
  | { is: 'unclear'; why: string; afterSeconds?: number; isAway?: true }
  /** It cannot be told until somebody mends the channel's credentials. */
  | { is: 'locked out'; why: string }

/** Something that a sender has to be told, by the environment or a file. */
interface Need {
  /** What it is, for people, as in "app password, from Settings, Privacy and security". */
  what: string
  /** Never shown or written. Whatever is no secret may stand in messages. */
  isSecret: boolean
  /** Works without it. */
  isOptional?: true
  /** What it is when nothing is said. */
  otherwise?: string
  example: string
  /** What is wrong with a value, as a clause that names neither it nor any part of it: "is no https address". */
  problem?(value: string): string | undefined
}

/** What an attempt works with. */
export interface Attempt {
  /** Aborted when the time that a network may take is over, or when somebody else took the message over. Pass it to every request. */
  signal: AbortSignal
  fetch: typeof fetch
  /** RFC 3339 instant. */
  now: string
}

/**
 * A way to post. Neither method throws for anything that a network does; whatever is thrown counts as an unknown outcome,
 * so a fault found before the first request that posts is to be an outcome. No `why` holds credentials.
 */
export interface Sender<Name extends string = string> {
  /** As people write it. */
  name: string
  /** What it needs to know, by names in camelCase: `appPassword` is read from `COLDREAD_BLUESKY_APP_PASSWORD`. */
  needs: Readonly<Record<Name, Need>>
  /** Sending a message again does no harm, ever: the network itself keeps one. */
  isRepeatable: boolean
  /** For the readme's table. */
  promise: { is: 'exactly once' | 'at least once'; how: string; onDouble: string }
  /** What the plan's settings for a channel lack, as clauses. Checked when the queue is handed over. */
  settingsProblems?(settings: Readonly<Record<string, unknown>>): string[]
  /** Posts, with one request or several. Its own short waits are no longer than a second. */
  send(message: Message, access: Access<Name>, attempt: Attempt): Promise<Outcome>
  /**
   * Looks whether it is there. Asked after an unknown outcome, and only long enough after it that nothing can be on its
   * way: where it says `absent`, the message is sent again.
   */
  find?(message: Message, access: Access<Name>, attempt: Attempt): Promise<Finding>
  /** Whether `find` can be asked with this access; without it, always. */
  canFind?(access: Access<Name>): boolean
}

/** What was read of a sender's needs; those that are optional may be missing. */
export type Access<Name extends string = string> = Readonly<Partial<Record<Name, string>>>
