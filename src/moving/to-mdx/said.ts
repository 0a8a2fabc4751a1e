import type { Dropped } from '../foreign-post.ts'

/** What was changed and left out while a body was converted, each kind once. */
export class Said {
  readonly #changed = new Map<string, number>()
  readonly #dropped = new Map<string, Dropped & { times: number }>()

  change(what: string): void {
    this.#changed.set(what, (this.#changed.get(what) ?? 0) + 1)
  }

  drop(what: string, why: string): void {
    const times = (this.#dropped.get(what)?.times ?? 0) + 1
    this.#dropped.set(what, { what, why, times })
  }

  get changed(): string[] {
    return [...this.#changed].map(([what, times]) => (times > 1 ? `${what} (${times})` : what))
  }

  get dropped(): Dropped[] {
    return [...this.#dropped.values()].map(({ what, why, times }) => ({
      what: times > 1 ? `${what} (${times})` : what,
      why,
    }))
  }
}
