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

/** Above and below all that is drawn, in pixels. */
const edge = margin - 8
/** Height of the label with the rule below it. */
const ruledHeight = labelBox.height + 28

/** The upper part of a card; what is below it; and below that is paper. */
export const labelStrip = { width: cardSize.width, height: edge + ruledHeight }
export const headingStrip = { width: cardSize.width, height: cardSize.height - 2 * edge - ruledHeight }

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

/** The upper part of a card, as takumi draws it: a site's cards share it. */
export function labelTree(label: FittedText<MeasuredPiece> | undefined, setting: Setting): Node {
  const text = label && textOf(label.lines[0] ?? [], label.isCut)
  const line = {
    height: ruledHeight,
    borderBottom: `2px solid ${cardColors.line}`,
    fontSize: label?.size ?? 0,
  }
  const inside = box(line, text === undefined ? [] : [{ type: 'text', text }])
  return box({ ...typeIn(setting), ...labelStrip, padding: `${edge}px ${margin}px 0` }, [inside])
}

/** What follows below it. Lines are broken already, so takumi places every one by itself. */
export function headingTree(heading: FittedText<HeadingPiece>, setting: Setting): Node {
  const lines = heading.lines.map((line, at) => ({
    line,
    isCut: heading.isCut && at === heading.lines.length - 1,
  }))
  return box(
    {
      ...typeIn(setting),
      ...headingStrip,
      padding: `0 ${margin}px`,
      justifyContent: 'center',
      alignItems: 'flex-start',
      fontSize: heading.size,
      letterSpacing: `${setting.letterSpacing}em`,
    },
    lines.map(({ line, isCut }) => headingLine(line, isCut, heading.size)),
  )
}

function typeIn({ families, isRightToLeft }: Setting) {
  return {
    flexDirection: 'column',
    backgroundColor: cardColors.paper,
    color: cardColors.ink,
    fontFamily: families.join(', '),
    fontWeight: 700,
    lineHeight: 1.2,
    whiteSpace: 'pre',
    direction: isRightToLeft ? 'rtl' : 'ltr',
  }
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
