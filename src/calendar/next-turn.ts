import type { Calendar } from './calendar.ts'

/**
 * When the calendar next reads otherwise though nobody changed it: a day begins in the plan's zone, or a post goes live.
 * @param after RFC 3339 instant in UTC; so is what is returned
 */
export function nextTurn({ posts, plan }: Pick<Calendar, 'posts' | 'plan'>, after: string): string {
  const day = Temporal.Instant.from(after).toZonedDateTimeISO(plan.zone).toPlainDate().add({ days: 1 })
  const turns = [day.toZonedDateTime(plan.zone).toInstant().toString()]
  for (const { publish } of posts) if (publish && publish.instant > after) turns.push(publish.instant)
  return turns.sort()[0] as string
}
