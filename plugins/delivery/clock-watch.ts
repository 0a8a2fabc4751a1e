/** Clocks may differ by so many milliseconds. */
const skewAllowed = 30_000

/** The clocks that a worker has, in milliseconds: that of its machine, and one that never goes back. */
export interface Clocks {
  wall(): number
  steady(): number
}

/** Milliseconds since now by the clock that says more: the steady one stands still while a machine sleeps. */
export function stopwatch({ wall, steady }: Clocks): () => number {
  const begun = { wall: wall(), steady: steady() }
  return () => Math.max(wall() - begun.wall, steady() - begun.steady)
}

/**
 * Holds the clock of this machine against that of Redis. What goes out too early cannot be taken back, so nothing is sent
 * while they disagree, or when this machine's clock jumped since they were compared.
 */
export class ClockWatch {
  /** How far this clock is ahead of that of Redis, in milliseconds. */
  skew = 0
  readonly #clocks: Clocks
  #last: { wall: number; steady: number }

  constructor(clocks: Clocks) {
    this.#clocks = clocks
    this.#last = { wall: clocks.wall(), steady: clocks.steady() }
  }

  /**
   * Compares them.
   * @param ask milliseconds since 1970, by the clock of Redis
   * @returns whether that changed what may be done: a sentence that says why not, or an empty one when all is well again
   */
  async compare(ask: () => Promise<number>): Promise<string | undefined> {
    const passed = stopwatch(this.#clocks)
    const before = this.#clocks.wall()
    const there = await ask()
    const now = this.#clocks.wall()
    // It came through an outage: nobody knows when on its way it was asked.
    if (passed() > skewAllowed) return undefined
    const wasWrong = Math.abs(this.skew) > skewAllowed
    this.skew = Math.round((before + now) / 2 - there)
    this.#last = { wall: now, steady: this.#clocks.steady() }
    const isWrong = Math.abs(this.skew) > skewAllowed
    if (isWrong === wasWrong) return undefined
    const seconds = Math.abs(Math.round(this.skew / 1000))
    return isWrong
      ? `this machine's clock is ${seconds} s ${this.skew > 0 ? 'ahead of' : 'behind'} that of Redis: nothing is sent until they agree; set both by NTP`
      : ''
  }

  /** May anything be sent, as far as clocks go? */
  holds(): boolean {
    const { wall, steady } = this.#last
    const jumped = this.#clocks.wall() - wall - (this.#clocks.steady() - steady)
    return Math.abs(this.skew) <= skewAllowed && Math.abs(jumped) <= skewAllowed
  }
}
