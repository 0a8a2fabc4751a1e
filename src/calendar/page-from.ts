import type { Plan } from './plan.ts'
import { type Moment, momentOf } from './time.ts'

/** From when on the page of a post can be there, in a zone. */
export function pageFrom(publish: Moment, { site }: Plan, zone: string): Moment {
  return momentOf(Temporal.Instant.from(publish.instant).toZonedDateTimeISO(zone).add(site.rebuildEvery))
}
