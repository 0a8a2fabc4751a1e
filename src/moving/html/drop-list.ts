import type { Dropped } from '../foreign-post.ts'

/** The longest that something left behind is quoted. */
const longest = 80

/** Gathers what is left behind; the same thing is named once, with how often it was there. */
export class DropList {
  readonly #counts = new Map<string, Dropped & { count: number }>()

  add(what: string, why: string, count = 1): void {
    const line = what.replace(/\s+/g, ' ').trim()
    const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line
    const known = this.#counts.get(`${short}\n${why}`)
    if (known) known.count += count
    else this.#counts.set(`${short}\n${why}`, { what: short, why, count })
  }

  /** In the order in which each was met first. */
  list(): Dropped[] {
    return [...this.#counts.values()].map(({ what, why, count }) => ({
      what: count === 1 ? what : `${what}, ${count} times`,
      why,
    }))
  }
}
