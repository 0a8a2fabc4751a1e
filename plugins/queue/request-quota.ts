import { readFileSync } from 'node:fs'
import { writeWhole } from '../../src/write-whole.ts'

/** So many requests may be made within any hour, this run's and those before it. */
export interface RequestQuota {
  /** How many may be made now. */
  left(): number
  /** Counts a request: undefined, or when the next one is allowed, an RFC 3339 instant. */
  take(): string | undefined
}

const hour = 3_600_000

/**
 * A quota that is remembered in a file, so that runs one after another share it.
 * @param path absolute path of the file
 */
export function openQuota(path: string, perHour: number, clock: () => string): RequestQuota {
  let times = readTimes(path)
  const recent = () => {
    const now = Date.parse(clock())
    times = times.filter((time) => time > now - hour && time <= now)
    return times
  }
  return {
    left: () => Math.max(0, perHour - recent().length),
    take() {
      const all = recent()
      if (all.length >= perHour) {
        const next = (all[all.length - perHour] as number) + hour
        return Temporal.Instant.fromEpochMilliseconds(next).round('second').toString()
      }
      times = [...all, Date.parse(clock())]
      writeWhole(path, `${JSON.stringify(times)}\n`)
      return undefined
    },
  }
}

function readTimes(path: string): number[] {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(read) ? read.filter((time) => typeof time === 'number').sort((a, b) => a - b) : []
  } catch {
    return []
  }
}
