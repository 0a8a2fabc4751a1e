/** Longer words are a sentence, and are not quoted in a list. */
const longest = 40
const most = 3

/** Short words in backticks, each once, and how many more there are; empty where there are none. */
export function quoted(words: readonly string[]): string {
  const short = [...new Set(words)].filter((each) => each !== '' && each.length <= longest)
  const rest = short.length > most ? ` and ${short.length - most} more` : ''
  return `${short
    .slice(0, most)
    .map((each) => `\`${each.replaceAll('`', "'")}\``)
    .join(', ')}${rest}`
}
