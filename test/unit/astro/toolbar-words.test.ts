import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerWords } from '../../../plugins/astro/toolbar/app/answer-words.ts'
import { findWords, lettersOf, listLetters } from '../../../plugins/astro/toolbar/letters.ts'

it.each<[string, Parameters<typeof findWords>[1], string | undefined]>([
  [
    'in their paragraph, not before it',
    { around: 'Itslonghowlong', before: 3, length: 4 },
    'long; how long?',
  ],
  ['across signs', { around: 'Itslonghowlong', before: 3, length: 7 }, 'long; how long?'],
  [
    'by themselves where the paragraph reads otherwise',
    { around: 'Sohowlong', before: 2, length: 7 },
    'how long?',
  ],
  [
    'as the paragraph where none are meant',
    { around: 'Howlongisit', before: 0, length: 0 },
    'How “long” is it?',
  ],
  ['nowhere', { around: 'Short', before: 0, length: 5 }, undefined],
  ['nowhere without letters', { around: '', before: 0, length: 0 }, undefined],
])('words are found %s', (_, words, from) => {
  const page = 'How “long” is it? It’s long; how long?'
  const { text, places } = listLetters([page], (piece) => piece)
  const [first, last] = (findWords(text, words) ?? []).map((at) => places[at]?.offset)
  if (from === undefined) return expect(first).toBeUndefined()
  expect(page.slice(first)).toMatch(new RegExp(`^${RegExp.escape(from)}`))
  const meant =
    words.length === 0 ? words.around : words.around.slice(words.before, words.before + words.length)
  expect(lettersOf(page.slice(first, (last ?? 0) + 1))).toBe(meant)
})

it('letters are listed with the places that they have, signs and spaces left out', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      const { text, places } = listLetters(
        pieces.map((words) => ({ words })),
        ({ words }) => words,
      )
      expect(text).toBe(lettersOf(pieces.join('')))
      expect(places.map(({ piece, offset }) => piece.words[offset]).join('')).toBe(text)
    }),
  )
})

it.each([
  [undefined, 'none yet', /write `answer`/],
  [
    { top: 369.4, bottom: 578.2 },
    '369 px from the top',
    /^It stands from 369 to 578 px; .* before anybody scrolls\.$/,
  ],
  [{ top: 600, bottom: 900 }, '600 px from the top, cut off', /shorten the answer or the title/],
  [{ top: 823, bottom: 1000 }, '823 px from the top, out of sight', /Nobody sees it at first/],
])('an answer at %j is said to stand %s', (measured, main, more) => {
  const said = answerWords(measured)
  expect(said[0]).toBe(main)
  expect(said[1]).toMatch(more)
})
