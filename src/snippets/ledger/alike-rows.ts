import { areAlike, rarityIn, type Shingles, shinglesOf, tellingOf } from '../shingles.ts'
import type { Row } from './fold-ledger.ts'

/**
 * Finds rows that say nearly what some words say.
 * @param keyOf only rows of the same key are compared
 * @returns the first row with one of the keys that says nearly the same, and that may be taken
 */
export function alikeRows(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (keys: readonly string[], words: string, mayTake: (row: Row) => boolean) => Row | undefined {
  if (rows.length === 0) return () => undefined
  const said = rows.map((row) => ({ row, shingles: shinglesOf(row.text) }))
  const rarity = rarityIn(said.map(({ shingles }) => shingles))
  const byShingle = new Map<string, { row: Row; shingles: Shingles }[]>()
  for (const each of said)
    for (const shingle of tellingOf(each.shingles, rarity))
      byShingle.getOrInsertComputed(`${keyOf(each.row)} ${shingle}`, () => []).push(each)
  return (keys, words, mayTake) => {
    const shingles = shinglesOf(words)
    for (const shingle of tellingOf(shingles, rarity))
      for (const key of keys) {
        const found = byShingle
          .get(`${key} ${shingle}`)
          ?.find(({ row, shingles: other }) => mayTake(row) && areAlike(shingles, other))
        if (found) return found.row
      }
    return undefined
  }
}
