import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordRuns } from '../../../../plugins/astro/leaks/word-runs.ts'

const found = (known: string, text: string, forgotten = '') => {
  const runs = wordRuns<string>()
  runs.add(known, 'known')
  runs.forget(forgotten)
  return [...runs.find(text)].map(({ run }) => run)
}

/** The same, word by word. */
function plainly(known: string, text: string): string[] {
  const runsIn = (words: string) =>
    words
      .toLowerCase()
      .split(/[.!?]/)
      .flatMap((sentence) => {
        const all = sentence.match(/[\p{L}\p{N}]+/gu) ?? []
        return all.flatMap((_, at) => (at + 8 <= all.length ? all.slice(at, at + 8).join(' ') : []))
      })
  const runs = new Set(runsIn(known))
  return runsIn(text).filter((run) => runs.has(run))
}

const eight = 'one two three four five six seven eight'

describe('runs of words', () => {
  it.each<[string, string, string[]]>([
    ['the same words', eight, [eight]],
    [
      'other signs and capitals',
      'One, two  three – no. ONE two, three four (five) six “seven” eight!',
      [eight],
    ],
    ['a longer sentence', `Zero ${eight} nine`, [eight]],
    ['seven of them', eight.slice(4), []],
    ['two sentences', 'One two three four. Five six seven eight.', []],
    ['another order', 'two one three four five six seven eight', []],
    ['a word between', 'one two three four and five six seven eight', []],
  ])('are found in %s or not', (_, text, runs) => {
    expect(found(eight, text)).toEqual(runs)
  })

  it('are forgotten where they stand in public', () => {
    expect(found(`${eight} nine`, `${eight} nine`, `zero ${eight}`)).toEqual([`${eight} nine`.slice(4)])
  })

  it('are those that a comparison word by word finds', () => {
    const word = fc.constantFrom('a', 'ö', 'x1')
    const text = fc
      .array(fc.oneof({ weight: 12, arbitrary: word }, fc.constant('. ')), { maxLength: 60 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (known, read) => {
        expect(found(known, read)).toEqual(plainly(known, read))
      }),
      { numRuns: 500 },
    )
  })
})
