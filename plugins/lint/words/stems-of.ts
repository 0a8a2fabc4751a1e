const endings: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ily', 'y'],
  ['ly', ''],
  ['er', ''],
  ['er', 'e'],
  ['est', ''],
  ['est', 'e'],
]

/** What a word in lower case may be an inflection of, as far as its spelling tells: some are no words at all. */
export function stemsOf(word: string): string[] {
  const stems: string[] = []
  for (const [ending, instead] of endings) {
    if (word.length - ending.length < 3 || !word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    stems.push(stem + instead)
    if (instead === '' && ending !== 's' && stem.at(-1) === stem.at(-2)) stems.push(stem.slice(0, -1))
  }
  return stems
}
