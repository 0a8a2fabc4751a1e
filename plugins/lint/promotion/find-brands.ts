import { onceAText } from '../text/once-a-text.ts'
import type { Passage, Text, Word } from '../text/text.ts'

/** Where a text names a brand. Indices are of words in the passage. */
export interface BrandPlace {
  readonly brand: string
  readonly passage: Passage
  readonly start: number
  readonly end: number
  readonly firstWord: number
  readonly endWord: number
}

const nowhere: readonly BrandPlace[] = []

/** Where a text names its own brands, outside quotations and addresses. */
export const findBrands = onceAText((text: Text, brands: readonly string[]): readonly BrandPlace[] => {
  if (brands.length === 0) return nowhere
  const names = new Map<string, { brand: string; rest: string[]; isLower: boolean }[]>()
  for (const brand of brands) {
    const [first = '', ...rest] = brand.toLowerCase().split(/[\s-]+/)
    names.set(first, [...(names.get(first) ?? []), { brand, rest, isLower: brand === brand.toLowerCase() }])
  }
  const found: BrandPlace[] = []
  for (const passage of text.passages)
    for (let at = 0; at < passage.words.length; at++) {
      const { entry, shape, start, isQuoted, isAddress } = passage.words[at] as Word
      const here = names.get(entry.lower)
      if (here === undefined || isQuoted || isAddress) continue
      const name = here.find(
        ({ rest, isLower }) =>
          (isLower || shape !== 'lower') &&
          rest.every((word, step) => passage.words[at + 1 + step]?.entry.lower === word),
      )
      if (!name) continue
      const endWord = at + 1 + name.rest.length
      const { end } = passage.words[endWord - 1] as Word
      found.push({ brand: name.brand, passage, start, end, firstWord: at, endWord })
    }
  return found
})
