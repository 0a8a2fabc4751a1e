import type { Said, Source } from '../source.ts'
import { linesIn } from './lines-in.ts'

/** What lists begin their lines with. */
const bullet = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/

/** Questions as people paste them: one a line. */
export const questions: Source = {
  description: 'questions, one a line',
  on: 'notes',
  recognizes: () => true,
  read(text) {
    const said: Said[] = []
    for (const { line, words } of linesIn(text)) {
      const question = words.replace(bullet, '').trim()
      if (question !== '') said.push({ line, text: question, kind: 'question' })
    }
    return { said, faults: [] }
  },
}
