/**
 * The known word that was most likely meant; undefined when none is near. At equal distance the first one counts, so known words
 * stand by how often they are used.
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2
  let best: string | undefined
  let least = most + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    const distance = editDistance(word, candidate)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** Letters to add, drop, change or swap with their neighbor to make one word another. */
export function editDistance(from: string, to: string): number {
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (last[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1)
      row[j] = Math.min(change, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      if (from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        row[j] = Math.min(row[j] as number, (before[j - 2] as number) + 1)
    }
    before = last
    last = row
  }
  return last[to.length] as number
}
