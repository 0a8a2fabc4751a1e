import { withoutAddresses } from './words-in-post.ts'

/** A run of letters and digits; in scripts that put no space between words, each letter. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu

/** Hashes of every three words that follow each other, without addresses, signs and capitals; of fewer words, one. */
export function shinglesOf(words: string): Set<number> {
  const hashes = (withoutAddresses(words).normalize('NFC').toLowerCase().match(word) ?? []).map(hashOf)
  const shingles = new Set<number>()
  const size = Math.min(3, hashes.length)
  for (let index = 0; size > 0 && index + size <= hashes.length; index++) {
    let hash = 0
    for (let next = index; next < index + size; next++)
      hash = (Math.imul(hash, 0x01000193) ^ (hashes[next] as number)) >>> 0
    shingles.add(hash)
  }
  return shingles
}

/** Whether one text says nearly what another says: four fifths of all runs of words in the two stand in both. */
export function areAlike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return shared > 0 && shared * 5 >= (a.size + b.size - shared) * 4
}

/**
 * So many of a text's shingles that any text like it has one of them among its own: texts that share none of them
 * need no comparing.
 * @param rarity in how many texts a shingle stands; the rarest tell most
 */
export function tellingOf(
  shingles: ReadonlySet<number>,
  rarity: (shingle: number) => number = () => 0,
): number[] {
  return [...shingles]
    .sort((a, b) => rarity(a) - rarity(b) || a - b)
    .slice(0, Math.floor(shingles.size / 5) + 1)
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
