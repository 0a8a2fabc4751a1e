import leven from 'leven'

/** The known word that a misspelled one most likely means; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const typed = word.toLowerCase()
  let best: string | undefined
  let least = Math.min(3, Math.max(1, Math.round(typed.length * 0.4))) + 1
  for (const candidate of known) {
    const distance = leven(typed, candidate.toLowerCase(), { maxDistance: least })
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}
