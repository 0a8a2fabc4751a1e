import { areAlike, rarityIn, type Shingles, shinglesOf, tellingOf } from '../shingles.ts'
import type { Row } from './fold-ledger.ts'

interface Said {
  row: Row
  key: string
  shingles: Shingles
}

/**
 * Finds rows that say nearly what some words say.
 * @param keyOf only rows of the same key are compared
 * @returns the last row with one of the keys that says nearly the same, and is free
 */
export function alikeRows(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (keys: readonly string[], words: string, isFree: (row: Row) => boolean) => Row | undefined {
  if (rows.length === 0) return () => undefined
  const all = rows.map((row): Said => ({ row, key: keyOf(row), shingles: shinglesOf(row.text) }))
  const rarity = rarityIn(all.map(({ shingles }) => shingles))
  const byShingle = new Map<number, Said[]>()
  for (const each of all)
    for (const shingle of tellingOf(each.shingles, rarity)) {
      const sharing = byShingle.get(shingle)
      if (sharing) sharing.push(each)
      else byShingle.set(shingle, [each])
    }
  return (keys, words, isFree) => {
    const shingles = shinglesOf(words)
    for (const shingle of tellingOf(shingles, rarity)) {
      const sharing = byShingle.get(shingle) ?? []
      // What is taken leaves the list, so that it is gone through once.
      while (sharing.length > 0 && !isFree((sharing.at(-1) as Said).row)) sharing.pop()
      const found = sharing.findLast(
        (said) => keys.includes(said.key) && isFree(said.row) && areAlike(shingles, said.shingles),
      )
      if (found) return found.row
    }
    return undefined
  }
}
