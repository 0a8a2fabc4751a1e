import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitLines,
  lineWidth,
  type MeasuredPiece,
  widestPiece,
} from '../../../plugins/astro/og-images/fit-lines.ts'
import { splitLetters, splitPieces } from '../../../plugins/astro/og-images/split-pieces.ts'

const box = { width: 1000, height: 400, sizes: [100, 80, 60, 40], leading: 1.25 }
const font = { space: 0.25, ellipsis: 0.8 }
/** Pieces as wide as they have letters, half a size each. */
const measured = (text: string): MeasuredPiece[] =>
  splitPieces(text).map((piece) => ({ ...piece, width: piece.text.length / 2 }))
const linesOf = (text: string) => {
  const { size, lines, isCut } = fitLines(measured(text), box, font)
  return { size, isCut, lines: lines.map((line) => line.map((piece) => piece.text).join(' ')) }
}

describe('lines', () => {
  it.each([
    ['Blog?', 100, ['Blog?']],
    ['How often should a small shop post?', 100, ['How often should a', 'small shop post?']],
    ['as even as they can be made', 100, ['as even as they', 'can be made']],
    ['a-word-of-so-many-letters', 100, ['a- word- of- so-', 'many- letters']],
    ['Incomprehensibilities matter', 80, ['Incomprehensibilities', 'matter']],
  ])('of “%s” are as large as they can be', (text, size, lines) => {
    expect(linesOf(text)).toEqual({ size, lines, isCut: false })
  })

  it('never reach beyond their box, lose nothing unless they are cut, and are cut only at the smallest size', () => {
    const piece = fc.record({
      text: fc.constant('x'),
      isSpaced: fc.boolean(),
      width: fc.double({ min: 0.1, max: widestPiece(box, font), noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 80 }), (pieces) => {
        const { size, lines, isCut } = fitLines(pieces, box, font)
        for (const [at, line] of lines.entries()) {
          const dots = isCut && at === lines.length - 1 ? font.ellipsis : 0
          expect((lineWidth(line, font.space) + dots) * size).toBeLessThanOrEqual(box.width + 1e-6)
          expect(line.length).toBeGreaterThan(0)
        }
        expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height)
        expect(lines.flat()).toEqual(pieces.slice(0, lines.flat().length))
        expect(isCut).toBe(lines.flat().length < pieces.length)
        if (isCut) expect(size).toBe(box.sizes.at(-1))
      }),
    )
  })
})

it('leaves room for the dots of a text that is cut', () => {
  // Two of these fill a line of 25 to 24.85; with dots of 0.8 it would reach beyond.
  const pieces = Array.from({ length: 40 }, () => ({ text: 'x', isSpaced: true, width: 12.3 }))
  const { lines, isCut } = fitLines(pieces, box, font)
  expect({ isCut, lengths: lines.map(({ length }) => length) }).toEqual({
    isCut: true,
    lengths: [2, 2, 2, 2, 2, 2, 2, 1],
  })
})

describe('pieces', () => {
  it.each([
    ['one two', ['one', 'two']],
    ['well-known and/or 24-7', ['well-', 'known', 'and/', 'or', '24-7']],
    ['小さな会社（SNS）はどう？', ['小さな', '会社', '（SNS）', 'は', 'どう？']],
    ['「会社」', ['「会社」']],
    ['สวัสดีครับ', ['สวัสดี', 'ครับ']],
    ['（（', ['（（']],
  ])('of “%s”', (text, expected) => {
    expect(splitPieces(text).map((piece) => piece.text)).toEqual(expected)
  })

  it('of a long word are its letters, marks and all', () => {
    const piece = { text: 'née👩‍👧', isSpaced: true, width: 3 }
    expect(splitLetters(piece).map(({ text, isSpaced }) => [text, isSpaced])).toEqual([
      ['n', false],
      ['é', false],
      ['e', false],
      ['👩‍👧', true],
    ])
  })

  it('lose nothing of a text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((some) => some.replace(/\s/gu, ' '))
    fc.assert(
      fc.property(text, (words) => {
        const pieces = splitPieces(words)
        expect(pieces.map((piece) => piece.text + (piece.isSpaced ? ' ' : '')).join('')).toBe(`${words} `)
      }),
    )
  })
})
