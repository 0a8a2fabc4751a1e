import type { ForeignTime } from '../foreign-post.ts'

const pattern = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d):\d\d/

/**
 * What WordPress says of a time: its wall clock, and the same in UTC. The second one is certain and says which zone the first
 * is in no better than by an offset, so that the instant is what counts. Undefined where neither is a time.
 */
export function timeOf(local: string | undefined, gmt: string | undefined): ForeignTime | undefined {
  const universal = partsOf(gmt)
  if (universal) return { instant: `${universal}:00Z` }
  const wall = partsOf(local)
  return wall === undefined ? undefined : { local: wall }
}

/** `2019-03-04T09:00`; undefined where it is no time, as in `0000-00-00 00:00:00`. */
function partsOf(written: string | undefined): string | undefined {
  const [, day, clock] = pattern.exec(written ?? '') ?? []
  if (!day || day.startsWith('0000')) return undefined
  try {
    return Temporal.PlainDateTime.from(`${day}T${clock}`, { overflow: 'reject' }).toString({
      smallestUnit: 'minute',
    })
  } catch {
    return undefined
  }
}

/** By how many minutes a wall clock is ahead of UTC at an instant; undefined where one of them is no time. */
export function offsetOf(
  local: string | undefined,
  gmt: string | undefined,
): { instant: string; minutes: number } | undefined {
  const [wall, universal] = [partsOf(local), partsOf(gmt)]
  if (!wall || !universal) return undefined
  const minutes = Temporal.PlainDateTime.from(universal).until(wall).total('minutes')
  return Math.abs(minutes) <= 16 * 60 ? { instant: `${universal}:00Z`, minutes } : undefined
}
