type Ending = readonly [string, string]

const inflections: readonly Ending[] = [
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
]
const derivations: readonly Ending[] = [
  ['ily', 'y'],
  ['ly', ''],
  ['er', ''],
  ['er', 'e'],
  ['est', ''],
  ['est', 'e'],
  ['ness', ''],
  ['iness', 'y'],
  ['less', ''],
  ['ful', ''],
  ['able', ''],
  ['able', 'e'],
  ['ment', ''],
]

/** Letters that end an ending: most words are done with a look at their last. */
const lastLetters = new Set(
  [...inflections, ...derivations].map(([ending]) => ending.charCodeAt(ending.length - 1)),
)

/** What a word in lower case may be a plural, a past or an `-ing` of, as far as its spelling tells: some are no words at all. */
export function stemsOf(word: string): string[] {
  return without(word, inflections)
}

/** The same for `-er`, `-ly`, `-ness` and the like, and for two endings in a row, as in `readers` and `meetings`. */
export function rootsOf(word: string): string[] {
  const stems = stemsOf(word)
  return [...stems.flatMap(stemsOf), ...[word, ...stems].flatMap((form) => without(form, derivations))]
}

function without(word: string, endings: readonly Ending[]): string[] {
  const stems: string[] = []
  if (!lastLetters.has(word.charCodeAt(word.length - 1))) return stems
  for (let index = 0; index < endings.length; index++) {
    const { 0: ending, 1: instead } = endings[index] as Ending
    if (word.length - ending.length < 3 || !word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    stems.push(stem + instead)
    if (instead === '' && ending !== 's' && stem.at(-1) === stem.at(-2)) stems.push(stem.slice(0, -1))
  }
  return stems
}
