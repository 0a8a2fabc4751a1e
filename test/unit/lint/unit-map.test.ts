import { array, assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { unitsOf } from '../../../plugins/lint/text/units-of.ts'
import { hashOn, UnitMap } from '../../../plugins/lint/words/unit-map.ts'

/** Asks for words, each amid others, and adds those that are new. Gives what was made of each, in order. */
function askFor(words: readonly string[], hashOf: (word: string) => number): string[] {
  const map = new UnitMap<{ word: string }>()
  return words.map((word) => {
    const units = unitsOf(`<${word}>`)
    const [start, end, hash] = [1, 1 + word.length, hashOf(word)]
    const known = map.get(units, start, end, hash)
    if (known) return known.word
    expect(map.get(units, start, end, hash)).toBeUndefined()
    map.add(units, start, end, hash, { word })
    return map.get(units, start, end, hash)?.word ?? 'nothing'
  })
}

const hash = (word: string) => [...word].reduce((sum, unit) => hashOn(sum, unit.charCodeAt(0)), 0)

it.each([
  ['hashes of their units', hash],
  ['one hash for all', () => 0],
  ['few hashes, some below 0', (word: string) => (word.length % 3) - 1],
])('finds each word again, and no other: %s', (_name, hashOf) => {
  assert(
    property(array(string()), (words) => {
      const twice = [...words, ...words]
      expect(askFor(twice, hashOf)).toEqual(twice)
    }),
  )
})

it('grows', () => {
  const words = Array.from({ length: 20_000 }, (_, number) => `word${number}`)
  const all = [...words, ...words, 'x'.repeat(70_000), ...words]
  expect(askFor(all, hash)).toEqual(all)
})

it('adds a word once', () => {
  const map = new UnitMap<{ word: string }>()
  const first = { word: 'tea' }
  map.add(unitsOf('tea'), 0, 3, hash('tea'), first)
  expect(map.get(unitsOf('my tea'), 3, 6, hash('tea'))).toBe(first)
  expect(map.get(unitsOf('my tea'), 3, 5, hash('te'))).toBeUndefined()
})
