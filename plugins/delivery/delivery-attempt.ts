import { askedWait, backoff } from '../../src/delivery/backoff.ts'
import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Access, Attempt, Finding, Outcome, Sender } from '../../src/delivery/sender.ts'
import type { Trace, Traces } from '../../src/delivery/trace.ts'

/** What a worker does with a job next. */
export type Step =
  /** It is over; `isNew` where it was not before. */
  | { do: 'finish'; trace: Extract<Trace, { is: 'sent' | 'refused' | 'aside' }>; isNew: boolean }
  /** Nothing goes out on the channel for so many milliseconds; then this goes first. */
  | { do: 'hold'; for: number; why: string; is: 'later' | 'locked out' | 'in doubt' | 'unknown' }
  /** It is due in so many milliseconds. */
  | { do: 'delay'; for: number }
  /** Somebody else has it, or it is gone. */
  | { do: 'leave' }

/** What an attempt is made with. */
export interface DeliveryTools {
  /** The sender of a delivery and its credentials; or why there are none here. */
  senderOf(delivery: Delivery): Promise<{ sender: Sender; access: Access } | { why: string }>
  traces: Traces
  /** Aborted when the job is somebody else's. */
  signal: AbortSignal
  fetch: typeof fetch
  /** Starts to measure how many milliseconds pass, also those that the machine sleeps. */
  startWatch(): () => number
  random(): number
  redact(words: string): string
  limits: Limits
}

/** How long is long, in milliseconds, and how often is often. */
export interface Limits {
  /** What an attempt may take. As long again after it, whatever did not arrive will not. */
  patience: number
  /** After its time, a message that could not be sent is given up. */
  late: number
  /** The first wait after a failure. */
  pace: number
  /** Failures in a row that a message may have. */
  tries: number
  /** Between two looks whether credentials work. */
  lockedOut: number
}

/** One attempt at a job, or a look at what became of the last one. What it says is written before it is done. */
export class DeliveryAttempt {
  readonly #job: string
  readonly #delivery: Delivery
  readonly #now: number
  readonly #elapsed: () => number
  readonly #tools: DeliveryTools

  /**
   * @param now milliseconds since 1970 when it was marked, by the clock of Redis
   * @param elapsed milliseconds since then
   */
  constructor(job: string, delivery: Delivery, now: number, elapsed: () => number, tools: DeliveryTools) {
    this.#job = job
    this.#delivery = delivery
    this.#now = now
    this.#elapsed = elapsed
    this.#tools = tools
  }

  /** What was marked as being sent by somebody who never said what became of it. */
  async settle(
    { sender, access }: { sender: Sender; access: Access },
    before: Extract<Trace, { is: 'sending' }>,
    by: string,
    isLate: boolean,
  ): Promise<Step> {
    const { limits, traces, random } = this.#tools
    const why = before.why ?? 'the worker that sent it ended before it said so'
    const isSpent = isLate || before.tries >= limits.tries
    if (sender.isRepeatable && !isSpent) {
      const mark = { ...before, by, at: this.#now }
      return (await traces.swap(this.#job, before, mark))
        ? this.sendAgain({ sender, access }, mark)
        : { do: 'leave' }
    }
    if (!sender.find || sender.canFind?.(access) === false)
      return this.over(before, { is: 'aside', why: `${why}, and ${sender.name} cannot be asked` })
    const settled = before.at + 2 * limits.patience
    if (this.#now < settled) return hold(settled - this.#now, why, 'in doubt')
    const { find } = sender
    const message = this.#delivery.message
    const finding: Finding = await this.#bounded((attempt) =>
      find.call(sender, message, access, attempt),
    ).catch((error: Error) => ({ is: 'unclear', why: reasonOf(error) }))
    if (finding.is === 'found') {
      const { id, address } = finding
      return this.over(before, { is: 'sent', id, ...(address !== undefined && { address }) })
    }
    if (finding.is === 'locked out' && !isLate)
      return hold(limits.lockedOut, this.#tools.redact(finding.why), 'locked out')
    if (finding.is === 'unclear' || finding.is === 'locked out') {
      const { afterSeconds, isAway } = finding.is === 'unclear' ? finding : {}
      if (isLate || (isSpent && !isAway))
        return this.over(before, { is: 'aside', why: `${why}, and a look did not tell: ${finding.why}` })
      const tries = isAway ? this.#triesAway(before.tries) : before.tries + 1
      const next: Trace = { ...before, tries }
      const wait =
        afterSeconds === undefined
          ? backoff(next.tries, limits.pace, random())
          : askedWait(afterSeconds, random())
      await traces.swap(this.#job, before, next)
      return hold(wait, `${why}; a look did not tell: ${this.#tools.redact(finding.why)}`, 'in doubt')
    }
    const isBegun = finding.is === 'begun'
    if (isSpent) {
      const end = isLate ? 'its time is over' : `it was tried ${before.tries} times`
      return this.over(
        before,
        isBegun
          ? { is: 'aside', why: `${why}, only its beginning is there, and ${end}` }
          : { is: 'refused', why: `${why}, it is not there, and ${end}` },
      )
    }
    const mark = { is: 'sending' as const, by, at: this.#now, tries: before.tries, ...(isBegun && { why }) }
    if (!(await traces.swap(this.#job, before, mark))) return { do: 'leave' }
    return isBegun
      ? this.sendAgain({ sender, access }, mark)
      : this.send({ sender, access }, mark, before.tries)
  }

  async send(
    { sender, access }: { sender: Sender; access: Access },
    mark: Trace,
    before: number,
  ): Promise<Step> {
    const { limits, random } = this.#tools
    if (this.#left() <= 0)
      return this.wait(mark, before, 'this process stood still before it sent', 'later', limits.pace)
    const outcome: Outcome = await this.#bounded((attempt) =>
      sender.send(this.#delivery.message, access, attempt),
    ).catch((error: Error) => ({ is: 'unknown', why: reasonOf(error) }))
    const tries = before + 1
    switch (outcome.is) {
      case 'sent':
      case 'refused':
        return this.over(mark, outcome)
      case 'locked out':
        return this.wait(mark, before, outcome.why, 'locked out', limits.lockedOut)
      case 'later': {
        const { why, afterSeconds, isAway } = outcome
        if (afterSeconds !== undefined)
          return this.wait(mark, before, why, 'later', askedWait(afterSeconds, random()))
        if (isAway) {
          const after = this.#triesAway(before)
          return this.wait(mark, after, why, 'later', backoff(after, limits.pace, random()))
        }
        if (tries >= limits.tries)
          return this.over(mark, { is: 'refused', why: `it did not work ${tries} times; last: ${why}` })
        return this.wait(mark, tries, why, 'later', backoff(tries, limits.pace, random()))
      }
      case 'unknown': {
        const why = this.#tools.redact(outcome.why)
        const next: Trace = { ...(mark as Extract<Trace, { is: 'sending' }>), tries, why }
        if (!(await this.#tools.traces.swap(this.#job, mark, next))) return { do: 'leave' }
        if (!sender.isRepeatable && (!sender.find || sender.canFind?.(access) === false))
          return this.over(next, { is: 'aside', why: `${why}, and ${sender.name} cannot be asked` })
        const asked = outcome.afterSeconds === undefined ? 0 : askedWait(outcome.afterSeconds, random())
        const own = sender.isRepeatable ? backoff(tries, limits.pace, random()) : 2 * limits.patience
        return hold(Math.max(own, asked), why, 'unknown')
      }
    }
  }

  /** Sends what may be posted already, and would then stay one post. Whatever comes of it, an earlier try may have arrived. */
  async sendAgain(
    { sender, access }: { sender: Sender; access: Access },
    mark: Extract<Trace, { is: 'sending' }>,
  ): Promise<Step> {
    const { limits, random, redact, traces } = this.#tools
    const outcome: Outcome = await this.#bounded((attempt) =>
      sender.send(this.#delivery.message, access, attempt),
    ).catch((error: Error) => ({ is: 'unknown', why: reasonOf(error) }))
    if (outcome.is === 'sent') return this.over(mark, outcome)
    const why = redact(outcome.why)
    if (outcome.is === 'refused')
      return this.over(mark, {
        is: 'aside',
        why: `it may have arrived, and was refused when it was sent again: ${why}`,
      })
    const asked = outcome.is === 'locked out' ? undefined : outcome.afterSeconds
    const isAway = outcome.is === 'later' && outcome.isAway
    const isFree = outcome.is === 'locked out' || (outcome.is === 'later' && asked !== undefined)
    const tries = isFree ? mark.tries : isAway ? this.#triesAway(mark.tries) : mark.tries + 1
    const next = { ...mark, tries, why }
    if (!(await traces.swap(this.#job, mark, next))) return { do: 'leave' }
    if (outcome.is === 'locked out') return hold(limits.lockedOut, why, 'locked out')
    const own = isFree ? 0 : backoff(next.tries, limits.pace, random())
    return hold(Math.max(own, asked === undefined ? 0 : askedWait(asked, random())), why, 'in doubt')
  }

  async over(
    from: Trace,
    said: Extract<Outcome, { is: 'sent' | 'refused' }> | { is: 'aside'; why: string },
  ): Promise<Step> {
    const { traces, redact } = this.#tools
    const known = { at: this.#now, hash: this.#delivery.hash }
    if (said.is === 'sent') {
      const { id, address, alsoWhy } = said
      const trace = {
        is: said.is,
        id: redact(id),
        // One with a secret in it leads nowhere without.
        ...(address !== undefined && redact(address) === address && { address }),
        ...known,
        ...(alsoWhy !== undefined && { alsoWhy: redact(alsoWhy) }),
      }
      // It is posted, whoever holds the job by now.
      await traces.put(this.#job, trace)
      return { do: 'finish', trace, isNew: true }
    }
    const trace = { is: said.is, ...known, why: redact(said.why) }
    return (await traces.swap(this.#job, from, trace))
      ? { do: 'finish', trace, isNew: true }
      : { do: 'leave' }
  }

  /** It was certainly not posted, and the channel waits. */
  async wait(
    mark: Trace,
    tries: number,
    said: string,
    is: 'later' | 'locked out',
    wait: number,
  ): Promise<Step> {
    const why = this.#tools.redact(said)
    const isOurs = await this.#tools.traces.swap(this.#job, mark, {
      is: 'waiting',
      at: this.#now,
      tries,
      why,
    })
    return isOurs ? hold(wait, why, is) : { do: 'leave' }
  }

  /** Tries after one that a server was away for: no fault of the message, so that half of them are left for what is. */
  #triesAway(before: number): number {
    return Math.min(before + 1, Math.floor(this.#tools.limits.tries / 2))
  }

  /** Milliseconds that this attempt may still take. */
  #left(): number {
    return this.#tools.limits.patience - this.#elapsed()
  }

  /**
   * An attempt that ends in time. No request begins once that is over, even where this process stood still meanwhile: by
   * then somebody else may have looked, found nothing, and sent it.
   */
  async #bounded<T>(work: (attempt: Attempt) => Promise<T>): Promise<T> {
    const { fetch, signal } = this.#tools
    const left = () => this.#left()
    const refuse = () => new DOMException('the time for it was over', 'TimeoutError')
    const both = AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.ceil(left())))])
    return work({
      signal: both,
      fetch: async (input, init) => {
        if (left() <= 0 || signal.aborted) throw refuse()
        return fetch(input, init)
      },
      now: iso(this.#now),
    })
  }
}

/** The channel waits. */
export function hold(wait: number, why: string, is: Extract<Step, { do: 'hold' }>['is']): Step {
  return { do: 'hold', for: Math.max(1, Math.ceil(wait)), why, is }
}

function iso(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
}

/** What was thrown, without its stack; messages of errors may hold addresses with keys in them. */
function reasonOf({ name, cause }: Error): string {
  const { code } = (cause ?? {}) as { code?: string }
  if (name === 'TimeoutError') return 'no answer came in time'
  if (name === 'AbortError') return 'the attempt was broken off'
  return `the connection broke (${code ?? name})`
}
