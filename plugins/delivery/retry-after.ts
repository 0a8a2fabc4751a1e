/** Seconds that `Retry-After` asks for, written as a number or a date; undefined where it says nothing. */
export function retryAfter(headers: Headers, now: string): number | undefined {
  const written = headers.get('retry-after')?.trim()
  if (!written) return undefined
  if (/^\d+(\.\d+)?$/.test(written)) return Number(written)
  const date = Date.parse(written)
  return Number.isFinite(date)
    ? Math.max(0, Math.ceil((date - Temporal.Instant.from(now).epochMilliseconds) / 1000))
    : undefined
}
