/**
 * Places of a glossary word on a post's page: its entry in the list at the end, and the box that opens beside it.
 * They have a capital, which no heading's id has.
 * @param number which of the words that the post explains, from 1
 */
export function wordIds(number: number): { entry: string; meaning: string } {
  return { entry: `Word-${number}`, meaning: `Meaning-${number}` }
}
