import { type FittedText, fitLines, type MeasuredPiece, type TextBox, widestPiece } from './fit-lines.ts'
import { type Piece, splitLetters } from './split-pieces.ts'

/** Measures texts: their widths at a type size of 1. */
export type Measure = (texts: readonly string[]) => Promise<number[]>

/** Sets a text into a box: measures its pieces, splits those that no line holds, and breaks it into lines. */
export async function setText<P extends Piece>(
  pieces: readonly P[],
  box: TextBox,
  measure: Measure,
): Promise<FittedText<P & MeasuredPiece>> {
  const [apart = 0, together = 0, ellipsis = 0] = await measure(['n n', 'nn', '…'])
  const font = { space: apart - together, ellipsis }
  const addWidths = async (some: readonly P[]): Promise<(P & MeasuredPiece)[]> => {
    const widths = await measure(some.map(({ text }) => text))
    return some.map((piece, at) => ({ ...piece, width: widths[at] ?? 0 }))
  }
  const widest = widestPiece(box, font)
  const whole = await addWidths(pieces)
  const split = whole.map((piece) => (piece.width > widest ? addWidths(splitLetters(piece)) : [piece]))
  return fitLines((await Promise.all(split)).flat(), box, font)
}
