import { withoutAddresses } from './words-in-post.ts'

/** A run of letters and digits; in scripts that put no space between words, each letter. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu

/** Hashes of runs of words, sorted, each once. */
export type Shingles = Uint32Array

/** Of every three words that follow each other, without addresses, signs and capitals; of fewer words, one. */
export function shinglesOf(words: string): Shingles {
  const hashes = (withoutAddresses(words).normalize('NFC').toLowerCase().match(word) ?? []).map(hashOf)
  const size = Math.min(3, hashes.length)
  const all = new Uint32Array(size === 0 ? 0 : hashes.length - size + 1)
  for (let index = 0; index < all.length; index++) {
    let hash = 0
    for (let next = index; next < index + size; next++)
      hash = Math.imul(hash, 0x01000193) ^ (hashes[next] as number)
    all[index] = hash
  }
  return all.sort().filter((shingle, index) => index === 0 || shingle !== all[index - 1])
}

/** Whether one text says nearly what another says: four fifths of all runs of words in the two stand in both. */
export function areAlike(a: Shingles, b: Shingles): boolean {
  const most = Math.min(a.length, b.length)
  if (most === 0 || most * 5 < Math.max(a.length, b.length) * 4) return false
  let [shared, left, right, alone] = [0, 0, 0, 0]
  while (left < a.length && right < b.length) {
    const difference = (a[left] as number) - (b[right] as number)
    if (difference === 0) shared++
    else if (++alone * 4 > most) return false
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return shared * 5 >= (a.length + b.length - shared) * 4
}

/** How much two texts have in common, from 0 to 1: runs of words that stand in both, of all that stand in either. */
export function overlapOf(a: Shingles, b: Shingles): number {
  const there = new Set(b)
  const shared = a.reduce((count, shingle) => count + Number(there.has(shingle)), 0)
  return shared === 0 ? 0 : shared / (a.length + b.length - shared)
}

/**
 * So many of a text's shingles that any text like it has one of them among its own: texts that share none of them
 * need no comparing.
 * @param rarity in how many texts a shingle stands; the rarest tell most
 */
export function tellingOf(shingles: Shingles, rarity?: (shingle: number) => number): Shingles {
  const count = shingles.length === 0 ? 0 : Math.floor(shingles.length / 5) + 1
  const rarest = rarity ? shingles.toSorted((a, b) => rarity(a) - rarity(b) || a - b) : shingles
  return rarest.subarray(0, count)
}

/** In about how many texts a shingle stands: counted in a table of fixed size, where a few share a place. */
export function rarityIn(texts: Iterable<Shingles>): (shingle: number) => number {
  const counts = new Uint32Array(1 << 16)
  const mask = counts.length - 1
  for (const shingles of texts)
    for (const shingle of shingles) counts[shingle & mask] = (counts[shingle & mask] as number) + 1
  return (shingle) => counts[shingle & mask] as number
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
