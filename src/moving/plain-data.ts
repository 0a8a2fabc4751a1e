/** Levels that data may have; more is an attack, or no data. */
const deepest = 40
/** Values that a data file may have. */
const most = 200_000

/**
 * Foreign data as plain data of JSON's types: objects without inherited names, times as text (TOML has some). Undefined where it
 * has too many levels or values, as where references grow without end.
 */
export function plainData(value: unknown): unknown {
  let count = 0
  const copy = (value: unknown, depth: number): unknown => {
    if (depth > deepest || ++count > most) throw new RangeError()
    if (Array.isArray(value)) return value.map((each) => copy(each, depth + 1))
    if (value instanceof Date) return textOfTime(value)
    if (typeof value === 'bigint') return String(value)
    if (typeof value !== 'object' || value === null) return value
    const plain: Record<string, unknown> = Object.create(null)
    for (const [key, each] of Object.entries(value)) plain[key] = copy(each, depth + 1)
    return plain
  }
  try {
    return copy(value, 0)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** smol-toml's dates write themselves as they stood: a day, a local time, or one with its offset. */
function textOfTime(value: Date): string {
  return value.toISOString()
}
