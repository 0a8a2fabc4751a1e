import { isProblem } from '../calendar/problem.ts'
import { isZone, toMoment } from '../calendar/time.ts'
import type { ForeignTime } from './foreign-post.ts'

/** When a post went live, as an entry says it. */
export interface PublishFields {
  publish: string
  zone?: string
  fold?: 'earlier' | 'later'
}

/**
 * A foreign time as an entry says it.
 * @param planZone in which times without a zone are read here
 * @param zone of the old site, for times that name none; the plan's where it is not known
 * @returns a note where two readings were possible
 */
export function publishOf(
  time: ForeignTime,
  planZone: string,
  zone: string | undefined,
): { fields: PublishFields; note?: string } {
  if ('instant' in time) {
    const at = Temporal.Instant.from(time.instant).toZonedDateTimeISO(planZone)
    const local = at.toPlainDateTime().toString({ smallestUnit: 'minute' })
    const [day = '', clock = ''] = local.split('T')
    const isClear = !isProblem(toMoment(day, clock, planZone))
    const earlier = toMoment(day, clock, planZone, 'earlier')
    const isEarlier =
      !isProblem(earlier) &&
      Temporal.Instant.from(earlier.instant).epochMilliseconds <= at.epochMilliseconds &&
      at.epochMilliseconds - Temporal.Instant.from(earlier.instant).epochMilliseconds < 60_000
    return {
      fields: { publish: `${day} ${clock}`, ...(!isClear && { fold: isEarlier ? 'earlier' : 'later' }) },
    }
  }
  const [day = '', clock] = time.local.split('T')
  if (clock === undefined) return { fields: { publish: day } }
  const short = clock.slice(0, 5)
  const own = [time.zone, zone].find((each) => each !== undefined && isZone(each)) ?? planZone
  const isDoubtful = isProblem(toMoment(day, short, own))
  return {
    fields: {
      publish: `${day} ${short}`,
      ...(own !== planZone && { zone: own }),
      ...(isDoubtful && { fold: 'earlier' as const }),
    },
    ...(isDoubtful && {
      note: `the clocks of ${own} changed at ${day} ${short}: the earlier time was taken`,
    }),
  }
}
