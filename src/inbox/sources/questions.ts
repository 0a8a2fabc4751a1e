import type { Source } from '../source.ts'

/** What lists begin their lines with. */
const bullet = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/

/** Questions as people paste them: one a line. */
export const questions: Source = {
  description: 'questions, one a line',
  on: 'notes',
  recognizes: () => true,
  read: (text) => ({
    said: text.split(/\r\n|\r|\n/).flatMap((line, index) => {
      const words = line.replace(bullet, '').trim()
      return words === '' ? [] : [{ line: index + 1, text: words, kind: 'question' as const }]
    }),
    faults: [],
  }),
}
