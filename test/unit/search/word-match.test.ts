import { expect, it } from 'vitest'
import { matchOf } from '../../../src/components/search/word-match.ts'
import { hit } from './hit.ts'

const found = [
  hit(
    'The [post] of a small [business,] [offline] and [off] the [record]. [Planning] [running] [Überblick]',
    {
      aka: 'posting schedule · how many times',
    },
  ),
]

it.each([
  ['post', 'same'],
  ['business?', 'same'],
  ['überblick', 'same'],
  ['uberblick', 'same'],
  ['times', 'same'],
  ['posts', 'form'],
  ['posted', 'form'],
  ['busines', 'form'],
  ['planned', 'form'],
  ['runs', 'form'],
  ['offten', 'none'],
  ['tiktok', 'none'],
  ['team', 'none'],
  ['😀', 'same'],
  ['"small team"', 'same'],
  ['何回投稿', 'same'],
] as const)('%j is found as %s', (word, match) => {
  expect(matchOf(word, found)).toBe(match)
})

it('finds no word in nothing', () => {
  expect(matchOf('post', [])).toBe('none')
})
