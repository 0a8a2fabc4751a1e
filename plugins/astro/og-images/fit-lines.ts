import type { Piece } from './split-pieces.ts'

/** A piece and its width at a type size of 1. */
export interface MeasuredPiece extends Piece {
  width: number
}

/** Where text goes, in pixels. */
export interface TextBox {
  width: number
  height: number
  /** Type sizes to try, the largest first. */
  sizes: readonly number[]
  /** From line to line, at a type size of 1. */
  leading: number
}

/** Widths that belong to a font, at a type size of 1. */
export interface FontWidths {
  space: number
  ellipsis: number
}

/** Lines that fit their box, at one size. */
export interface FittedText<P extends MeasuredPiece> {
  size: number
  lines: readonly (readonly P[])[]
  /** Something was left out at the end, where `…` now goes. */
  isCut: boolean
}

/** The widest piece that fits any line of a box, at a type size of 1. Wider ones are to be split first. */
export function widestPiece({ width, sizes }: TextBox, { ellipsis }: FontWidths): number {
  return width / (sizes.at(-1) as number) - ellipsis
}

/**
 * Breaks a text into lines at the largest size at which all of it fits, as even in length as they can be. What does
 * not fit at the smallest size is cut.
 * @param pieces none wider than `widestPiece`
 */
export function fitLines<P extends MeasuredPiece>(
  pieces: readonly P[],
  box: TextBox,
  { space, ellipsis }: FontWidths,
): FittedText<P> {
  const widest = Math.max(...pieces.map(({ width }) => width))
  for (const size of box.sizes) {
    const room = box.width / size
    const count = breakLines(pieces, room, space).length
    if (widest <= room && count <= linesAt(size, box))
      return { size, lines: evenLines(pieces, { count, room, space }), isCut: false }
  }
  const size = box.sizes.at(-1) as number
  const lines = breakLines(pieces, box.width / size, space).slice(0, linesAt(size, box))
  const last = lines.pop() ?? []
  while (last.length > 1 && lineWidth(last, space) + ellipsis > box.width / size) last.pop()
  return { size, lines: [...lines, last], isCut: true }
}

/** The width of a line at a type size of 1. */
export function lineWidth(line: readonly MeasuredPiece[], space: number): number {
  return line.reduce(
    (sum, { width, isSpaced }, at) => sum + width + (isSpaced && at < line.length - 1 ? space : 0),
    0,
  )
}

function linesAt(size: number, { height, leading }: TextBox): number {
  return Math.max(1, Math.floor(height / (size * leading)))
}

/** Fills one line after the other. */
function breakLines<P extends MeasuredPiece>(pieces: readonly P[], room: number, space: number): P[][] {
  const lines: P[][] = []
  let used = 0
  for (const piece of pieces) {
    const line = lines.at(-1)
    const more = (line?.at(-1)?.isSpaced ? space : 0) + piece.width
    if (line && used + more <= room) {
      line.push(piece)
      used += more
    } else {
      lines.push([piece])
      used = piece.width
    }
  }
  return lines
}

/** So many lines, as even as can be: those whose squared widths add up to least. */
function evenLines<P extends MeasuredPiece>(
  pieces: readonly P[],
  { count, room, space }: { count: number; room: number; space: number },
): P[][] {
  /** The best way to break the pieces before each place into lines, one line more with each round. */
  let best: { cost: number; lines: P[][] }[] = pieces.map(() => ({
    cost: Number.POSITIVE_INFINITY,
    lines: [],
  }))
  best.unshift({ cost: 0, lines: [] })
  for (let round = 0; round < count; round++)
    best = best.map((_, end) => {
      let found: { cost: number; lines: P[][] } = { cost: Number.POSITIVE_INFINITY, lines: [] }
      for (let begin = end - 1; begin >= 0; begin--) {
        const line = pieces.slice(begin, end)
        const width = lineWidth(line, space)
        if (width > room) break
        const before = best[begin]
        if (before && before.cost + width ** 2 < found.cost)
          found = { cost: before.cost + width ** 2, lines: [...before.lines, line] }
      }
      return found
    })
  return best.at(-1)?.lines ?? []
}
