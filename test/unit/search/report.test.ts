import { expect, it } from 'vitest'
import { report } from '../../../src/components/search/report.ts'

const answer = { hits: [], counts: {}, count: 7 }

it.each([
  [answer, false, '7 answers'],
  [{ ...answer, count: 1 }, false, '1 answer'],
  [{ ...answer, count: 0 }, false, 'Nothing found for “xylophone”. Try other words.'],
  [{ ...answer, count: 0 }, true, 'No answer of this kind.'],
  [{ ...answer, meant: 'phone' }, false, '7 answers for “phone”'],
  [{ ...answer, missing: ['tiktok'] }, false, 'Nothing found for “tiktok”. 7 answers for the rest'],
  [{ ...answer, missing: [] }, false, '7 answers'],
  [{ ...answer, isLoose: true }, false, 'No answer has all these words. 7 come near'],
  [{ ...answer, count: 1, isLoose: true }, false, 'No answer has all these words. 1 comes near'],
])('%o, filtered: %s → %s', (found, isFiltered, words) => {
  expect(report(found, 'xylophone', isFiltered)).toBe(words)
})
