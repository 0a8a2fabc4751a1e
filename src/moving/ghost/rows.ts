/** A row of one of Ghost's tables, or any object whose values are not known yet. */
export type Row = Readonly<Record<string, unknown>>

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The rows of a list; what is none is left out. */
export function rowsIn(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : []
}

/** A field's text or number as text; undefined where it is empty or another thing. */
export function textIn(row: Row | undefined, name: string): string | undefined {
  const value = row && Object.hasOwn(row, name) ? row[name] : undefined
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
