import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearestWord } from '../../../src/components/search/nearest-word.ts'

describe('editDistance', () => {
  it.each([
    ['often', 'often', 0],
    ['offten', 'often', 1],
    ['busines', 'business', 1],
    ['calender', 'calendar', 1],
    ['socail', 'social', 1],
    ['buisness', 'business', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['abc', '', 3],
  ])('between %j and %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance)
  })

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })

  it('is the same both ways, and 0 for the same word only', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })

  it('is 1 after one letter was dropped, and 0 or 1 after two neighbors were swapped', () => {
    fc.assert(
      fc.property(word, fc.nat(7), (a, at) => {
        if (at < a.length) expect(editDistance(a, a.slice(0, at) + a.slice(at + 1))).toBe(1)
        if (at + 1 < a.length) {
          const swapped = `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}`
          expect(editDistance(a, swapped)).toBe(swapped === a ? 0 : 1)
        }
      }),
    )
  })
})

describe('nearestWord', () => {
  const known = ['post', 'business', 'often', 'social', 'posts', 'listening', 'plan']

  it.each([
    ['offten', 'often'],
    ['busines', 'business'],
    ['listning', 'listening'],
    ['post', 'post'],
    ['hashtag', undefined],
    ['pln', undefined],
    ['tiktok', undefined],
    ['', undefined],
  ])('for %j is %j', (word, nearest) => {
    expect(nearestWord(word, known)).toBe(nearest)
  })

  it('prefers the word that is used most', () => {
    expect(nearestWord('cart', ['card', 'care'])).toBe('card')
    expect(nearestWord('cart', ['care', 'card'])).toBe('care')
  })
})
