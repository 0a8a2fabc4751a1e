import type { Node } from 'takumi-js/node'
import { cardSize } from '../../../src/reader/card-size.ts'
import type { FittedText, MeasuredPiece, TextBox } from './fit-lines.ts'

/** The site's colors by day, as in `src/styles/tokens.css`. */
export const cardColors = { paper: '#f8fafa', ink: '#15232c', line: '#cdd8de', mark: '#ffed85' }

/** Nothing is drawn nearer to an edge. */
const margin = 72

/** A mark reaches beyond its words, by so much at a type size of 1: where it fills a line, and between other words. */
const overhang = { alone: 0.2, between: 0.1 }

/** Where the heading goes. Its marks reach a little beyond it on both sides. */
export const headingBox: TextBox = {
  width: cardSize.width - 2 * margin - 12,
  height: 384,
  sizes: [112, 104, 96, 88, 80, 72, 66, 60, 54, 48, 44],
  leading: 1.28,
}

/** Where the label goes: on one line. */
export const labelBox: TextBox = {
  width: cardSize.width - 2 * margin,
  height: 48,
  sizes: [36, 32, 28, 25],
  leading: 1.3,
}

/** A piece of a heading: is it marked? */
export interface HeadingPiece extends MeasuredPiece {
  isMarked: boolean
}

/** How letters are set. */
export interface Setting {
  families: readonly string[]
  isRightToLeft: boolean
  /** At a type size of 1. */
  letterSpacing: number
}

/** A card, as takumi draws it. Lines are broken already, so it places every one by itself. */
export function cardTree(
  heading: FittedText<HeadingPiece>,
  label: FittedText<MeasuredPiece> | undefined,
  { families, isRightToLeft, letterSpacing }: Setting,
): Node {
  const lines = heading.lines.map((line, at) => ({
    line,
    isCut: heading.isCut && at === heading.lines.length - 1,
  }))
  return box(
    {
      ...cardSize,
      padding: `${margin - 8}px ${margin}px`,
      flexDirection: 'column',
      backgroundColor: cardColors.paper,
      color: cardColors.ink,
      fontFamily: families.join(', '),
      fontWeight: 700,
      lineHeight: 1.2,
      whiteSpace: 'pre',
      direction: isRightToLeft ? 'rtl' : 'ltr',
    },
    [
      box(
        {
          height: labelBox.height + 28,
          borderBottom: `2px solid ${cardColors.line}`,
          fontSize: label?.size ?? 0,
        },
        label ? [{ type: 'text', text: textOf(label.lines[0] ?? [], label.isCut) }] : [],
      ),
      box(
        {
          flexDirection: 'column',
          flexGrow: 1,
          justifyContent: 'center',
          alignItems: 'flex-start',
          fontSize: heading.size,
          letterSpacing: `${letterSpacing}em`,
        },
        lines.map(({ line, isCut }) => headingLine(line, isCut, heading.size)),
      ),
    ],
  )
}

/** Words in a row that are marked, or are not. */
function headingLine(line: readonly HeadingPiece[], isCut: boolean, size: number): Node {
  const stretches: HeadingPiece[][] = []
  for (const piece of line) {
    const stretch = stretches.at(-1)
    if (stretch?.[0]?.isMarked === piece.isMarked) stretch.push(piece)
    else stretches.push([piece])
  }
  const height = Math.round(size * headingBox.leading)
  const overlap = Math.round(size * (stretches.length === 1 ? overhang.alone : overhang.between))
  const mark = {
    backgroundColor: cardColors.mark,
    padding: `0 ${overlap}px`,
    margin: `0 ${-overlap}px`,
  }
  return box(
    {},
    stretches.flatMap((stretch, at) => {
      const isLast = at === stretches.length - 1
      const style = { height, alignItems: 'center', ...(stretch[0]?.isMarked && mark) }
      const words = box(style, [{ type: 'text', text: textOf(stretch, isCut && isLast) }])
      return stretch.at(-1)?.isSpaced && !isLast ? [words, { type: 'text', text: ' ' }] : [words]
    }),
  )
}

function textOf(pieces: readonly MeasuredPiece[], isCut: boolean): string {
  const text = pieces
    .map(({ text, isSpaced }, at) => text + (isSpaced && at < pieces.length - 1 ? ' ' : ''))
    .join('')
  return isCut ? `${text.replace(/[\p{P}]+$/u, '')}…` : text
}

function box(style: Readonly<Record<string, string | number>>, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children }
}
