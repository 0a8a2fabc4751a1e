/** What a line of the log is about. */
type Fields = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes a line of the log. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: Fields) => void

/** A log of JSON objects, one a line: `time`, `level`, `event`, then what it is about. No secret ever stands in it. */
export function jsonLog(write: (line: string) => void, redact: (words: string) => string): Log {
  return (level, event, fields = {}) => {
    const time = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })
    // Before they are written as JSON, which would hide a secret with a quotation mark in it.
    const safe = Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? redact(value) : value,
    ])
    write(`${JSON.stringify({ time, level, event, ...Object.fromEntries(safe) })}\n`)
  }
}
