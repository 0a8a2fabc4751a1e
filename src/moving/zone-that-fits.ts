/** How far wall clocks were ahead of UTC at an instant, in minutes. */
export interface SeenOffset {
  /** RFC 3339 in UTC */
  instant: string
  minutes: number
}

/** Zones that many people live in, tried before others. */
const common =
  'UTC Europe/London Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Helsinki Europe/Athens Europe/Istanbul Europe/Moscow America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Toronto America/Sao_Paulo America/Mexico_City America/Argentina/Buenos_Aires Africa/Lagos Africa/Johannesburg Africa/Nairobi Asia/Kolkata Asia/Shanghai Asia/Tokyo Asia/Singapore Asia/Dubai Asia/Jakarta Asia/Karachi Australia/Sydney Australia/Brisbane Australia/Perth Pacific/Auckland'.split(
    ' ',
  )

/**
 * A zone whose clocks agree with all that was seen: of the country that a language tag names, else a common one. That is a guess,
 * since many zones agree for years. Undefined where none does, or where nothing was seen.
 * @param lang BCP 47
 */
export function zoneThatFits(seen: readonly SeenOffset[], lang?: string): string | undefined {
  if (seen.length === 0) return undefined
  const samples = seen.map(({ instant, minutes }) => ({ instant: Temporal.Instant.from(instant), minutes }))
  const fits = (zone: string) =>
    samples.every(
      ({ instant, minutes }) =>
        instant.toZonedDateTimeISO(zone).offsetNanoseconds === minutes * 60_000_000_000,
    )
  const there = zonesOf(lang)
  const first =
    samples.every(({ minutes }) => minutes === 0) && !there.some((zone) => fits(zone)) ? ['UTC'] : there
  return [...first, ...common, ...Intl.supportedValuesOf('timeZone')].find(fits)
}

/** Zones of the country that a language tag names: `de-AT`. */
function zonesOf(lang: string | undefined): readonly string[] {
  try {
    const locale = new Intl.Locale(lang ?? '') as Intl.Locale & { getTimeZones?(): string[] | undefined }
    return locale.region === undefined ? [] : (locale.getTimeZones?.() ?? [])
  } catch {
    return []
  }
}
