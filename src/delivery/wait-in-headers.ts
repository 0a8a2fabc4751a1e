/** Header fields, as `Headers` has them. */
interface Fields {
  get(name: string): string | null
}

/** Longer than any network asks for; more is a mistake of the server. */
const longest = 24 * 3600

/**
 * Whole seconds that an answer asks to wait, from 1 to a day; undefined where it does not say. `Retry-After` is seconds or a
 * date (RFC 9110). Without it, behind a status of 429 alone, since other answers tell of limits that are not used up: the
 * time at which the limit begins anew, an instant on Mastodon (`X-RateLimit-Reset`), seconds since 1970 on Bluesky
 * (`RateLimit-Reset`), seconds from now by the draft of the IETF.
 * @param now RFC 3339 instant
 */
export function waitInHeaders(status: number, headers: Fields, now: string): number | undefined {
  const reset = status === 429 ? (headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset')) : null
  const asked = secondsUntil(headers.get('retry-after'), now) ?? secondsUntil(reset, now)
  return asked === undefined ? undefined : Math.min(longest, Math.max(1, Math.ceil(asked)))
}

function secondsUntil(value: string | null, now: string): number | undefined {
  if (value === null || value.trim() === '') return undefined
  const seconds = Number(value)
  const from = Temporal.Instant.from(now).epochMilliseconds / 1000
  // No limit lasts for thirty years, so a larger number is a time.
  if (Number.isFinite(seconds)) return seconds > 1e9 ? seconds - from : seconds
  const date = Date.parse(value)
  return Number.isFinite(date) ? date / 1000 - from : undefined
}
