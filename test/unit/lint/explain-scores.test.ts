import { expect, it } from 'vitest'
import { renderScores } from '../../../plugins/lint/explain/explain-scores.ts'
import { makeLinter } from '../../../plugins/lint/linter.ts'
import { readFile } from '../../../plugins/lint/text/make-text.ts'

it('names words where they count for being there, and numbers where they count for being few', () => {
  const linter = makeLinter()
  const scores = (source: string) =>
    renderScores(readFile('a.md', source, linter.lexicon).text, linter.site).replace(/[\d.]+ {2}/g, '')
  const few = `${'She opened her little door and saw the wide blue sea. '.repeat(12)}It was raining or not.`
  expect(scores(few)).toMatch(/\+plain words of reports and manuals, only 1, usual \d+$/m)
  expect(scores('This depends on the type or method that is used in several cases.')).toMatch(
    /−plain words of reports and manuals, \d+: `/,
  )
})
