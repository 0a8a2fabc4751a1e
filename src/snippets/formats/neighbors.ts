import { momentOf } from '../../calendar/time.ts'
import type { LeveledProblem } from '../check-item.ts'
import type { ExportItem, Format } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { within } from './within.ts'

/** Sees items one after the other, and says which cannot go out because of one before. */
export class Neighbors {
  readonly #format: Format
  /** By channel and span of time; items are so far apart that each has a span of its own. */
  readonly #byTime = new Map<string, ExportItem>()
  readonly #byWords = new Map<string, ExportItem[]>()

  constructor(format: Format) {
    this.#format = format
  }

  /** What is wrong with an item, seen with those before it; one that is refused is not seen by those behind it. */
  check(item: ExportItem): LeveledProblem | undefined {
    const { apart, noRepeat } = this.#format
    const problem = this.#nearby(item) ?? this.#repeated(item)
    if (problem?.level === 'error') return problem
    if (apart !== undefined) this.#byTime.set(this.#spanOf(item, 0), item)
    if (noRepeat !== undefined) this.#byWords.getOrInsertComputed(wordsOf(item), () => []).push(item)
    return problem
  }

  #nearby(item: ExportItem): LeveledProblem | undefined {
    const { name, apart } = this.#format
    if (apart === undefined) return undefined
    const other = [0, -1, 1]
      .map((offset) => this.#byTime.get(this.#spanOf(item, offset)))
      .find((other) => other && Math.abs(minuteOf(other) - minuteOf(item)) < apart)
    if (!other) return undefined
    const next = Temporal.Instant.from(other.at.instant).add({ minutes: apart })
    const { local } = momentOf(next.toZonedDateTimeISO(item.at.zone))
    return {
      level: 'error',
      field: within(item, 'at'),
      what: `${name} wants ${apart} minutes between two posts, and \`${other.id}\` is nearer`,
      mend: `choose \`${local.replace('T', ' ')}\` or later`,
    }
  }

  #repeated(item: ExportItem): LeveledProblem | undefined {
    const { name, noRepeat } = this.#format
    if (noRepeat === undefined) return undefined
    const same = (this.#byWords.get(wordsOf(item)) ?? []).filter(
      (other) => Math.abs(minuteOf(other) - minuteOf(item)) < noRepeat * 24 * 60,
    )
    const other = same.find(({ network }) => network === item.network) ?? same[0]
    if (!other) return undefined
    const isSameNetwork = other.network === item.network
    return {
      level: isSameNetwork ? 'error' : 'warning',
      field: item.field,
      what: `${name} ${isSameNetwork ? 'refuses' : 'may refuse'} the words of \`${other.id}\` a second time within ${noRepeat} days`,
      mend: 'write it in other words, or later',
    }
  }

  #spanOf({ channel, ...item }: ExportItem, offset: number): string {
    return `${channel} ${Math.floor(minuteOf(item) / (this.#format.apart ?? 1)) + offset}`
  }
}

function minuteOf({ at }: Pick<ExportItem, 'at'>): number {
  return Temporal.Instant.from(at.instant).epochMilliseconds / 60_000
}

function wordsOf(item: ExportItem): string {
  return sentParts(item).join('\n\n')
}
