/** The first sentence of a text. Short ones that end in a dot, such as `e.g.`, count as a sentence only before a capital. */
export function firstSentence(text: string): string {
  return text.split(/(?<=[.!?…。！？])\s+(?=[^\p{Ll}\s])/u)[0] ?? text
}
