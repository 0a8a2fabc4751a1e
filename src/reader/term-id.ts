import { slugOf } from '../calendar/field.ts'

/** The place of a word on the glossary page: `search-intent`. */
export function termId(term: string): string {
  return `word-${slugOf(term)}`
}
