import { createHash } from 'node:crypto'

const digits = '234567abcdefghijklmnopqrstuvwxyz'
const minute = 60_000_000n
/** Microseconds that a part of a thread comes after the one before it. */
const step = 1000n
/** Parts of a thread that stay within the minute, whatever it is shifted by. */
const mostParts = 100n

/**
 * The key of a record, always the same for the same part of the same snippet: a second put of it is no second post. Its
 * form is a TID (https://atproto.com/specs/tid): 53 bits of microseconds, 10 of a clock's name, in 13 digits that sort. The
 * minute is the scheduled one, so that keys sort as the calendar does; what is less than a minute, and the clock, are a
 * hash of the id, so that two snippets of one minute have two keys, but for one case in 60 billions.
 * @param id stable id of the snippet
 * @param instant when it is scheduled, RFC 3339
 * @param part of a thread, from 0
 */
export function recordKey(id: string, instant: string, part = 0): string {
  const name = BigInt(`0x${createHash('sha256').update(id).digest('hex').slice(0, 24)}`)
  const clock = name & 1023n
  const shift = (name >> 10n) % (minute - mostParts * step)
  const begin = BigInt(Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 60_000)) * minute
  let value = ((begin + shift + BigInt(part) * step) << 10n) | clock
  let key = ''
  for (let digit = 0; digit < 13; digit++, value >>= 5n) key = digits[Number(value & 31n)] + key
  return key
}
