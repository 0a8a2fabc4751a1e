/** What is known of a delivery besides its message. `at` is in milliseconds since 1970, by the clock of Redis. */
export type Trace =
  /** Somebody set out to send it, and nobody said yet what became of that: it may be posted. */
  | { is: 'sending'; by: string; at: number; tries: number; why?: string }
  /** Certainly not posted so far. */
  | { is: 'waiting'; at: number; tries: number; why: string }
  | { is: 'sent'; at: number; hash: string; id: string; address?: string; alsoWhy?: string }
  /** Certainly not posted, and given up. */
  | { is: 'refused'; at: number; hash: string; why: string }
  /** It may be posted, and only a person can find out. */
  | { is: 'aside'; at: number; hash: string; why: string }

/** It is over as far as workers are concerned. */
export function isOver(trace: Trace): trace is Extract<Trace, { is: 'sent' | 'refused' | 'aside' }> {
  return trace.is === 'sent' || trace.is === 'refused' || trace.is === 'aside'
}

/** Nothing is known against sending it: nobody set out to, or it certainly was not posted. */
export function isUnsent(trace: Trace | undefined): trace is Extract<Trace, { is: 'waiting' }> | undefined {
  return trace === undefined || trace.is === 'waiting'
}

/** Where traces are kept. */
export interface Traces {
  /**
   * Sets out to send: where nothing is known of a job, or that it was not posted, it is marked as being sent, and in the
   * same instant its data is read, so that no edit comes in between.
   */
  begin(job: string, by: string): Promise<Begun>
  /** Says what is true now, if what was true before still is. */
  swap(job: string, from: Trace, to: Trace): Promise<boolean>
  /** Says what is true, whatever was said before: of what is certainly posted. */
  put(job: string, trace: Trace): Promise<void>
}

/** How a job stood when somebody set out to send it. */
export interface Begun {
  /** Milliseconds since 1970 by the clock of Redis. */
  now: number
  /** As JSON; empty where the job is gone. */
  data: string
  /** What was known before. */
  before?: Trace
  /** The mark, if one was set. */
  mark?: Trace
}
