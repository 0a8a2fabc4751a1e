import type { Answer } from './ask.ts'

/** Says what a question found, for eyes and ears alike. */
export function report(answer: Answer, question: string, isFiltered: boolean): string {
  const { count, meant, missing = [], isLoose } = answer
  const answers = count === 1 ? '1 answer' : `${count} answers`
  if (count === 0)
    return isFiltered && missing.length === 0
      ? 'No answer of this kind.'
      : `Nothing found for “${question}”. Try other words.`
  if (meant) return `${answers} for “${meant}”`
  if (missing.length > 0) return `Nothing found for “${missing.join(' ')}”. ${answers} for the rest`
  if (isLoose) return `No answer has all these words. ${count} ${count === 1 ? 'comes' : 'come'} near`
  return answers
}
