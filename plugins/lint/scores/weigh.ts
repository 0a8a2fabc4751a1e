/** A fitted logistic model over counts, as the weights files have it. */
export interface Weights {
  readonly bias: number
  /** By what is counted: how much it weighs, and how often it stands in 100 words of a text that sells nothing. */
  readonly counts: Readonly<Record<string, { readonly weight: number; readonly usual: number }>>
}

/** What one count adds. */
export interface Part {
  readonly name: string
  readonly count: number
  /** Added to the sum that becomes the score; below 0 it speaks against. */
  readonly adds: number
}

/** So many words of a usual text are thought before a text, so that a short one says little either way. */
const thought = 50

/** How often something stands in 100 words, on a scale that grows ever more slowly. */
export function scaled(count: number, wordCount: number, usual: number): number {
  return Math.log1p((100 * count + thought * usual) / (wordCount + thought))
}

/** The score of a text with these counts, 0 to 1, and its parts, the weightiest first. */
export function weigh(
  { bias, counts }: Weights,
  countOf: (name: string) => number,
  wordCount: number,
): { score: number; parts: Part[] } {
  let sum = bias
  const parts: Part[] = []
  for (const [name, { weight, usual }] of Object.entries(counts)) {
    const count = countOf(name)
    const x = weight * scaled(count, wordCount, usual)
    sum += x
    parts.push({ name, count, adds: x - weight * Math.log1p(usual) })
  }
  return { score: 1 / (1 + Math.exp(-sum)), parts: parts.sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds)) }
}
