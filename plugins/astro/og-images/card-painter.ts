import { readFileSync } from 'node:fs'
import { type Node, Renderer } from 'takumi-js/node'
import { cardSize } from '../../../src/reader/card-size.ts'
import type { Card } from './card.ts'
import type { CardFonts, Face } from './card-fonts.ts'
import {
  cardColors,
  headingBox,
  headingStrip,
  headingTree,
  labelBox,
  labelStrip,
  labelTree,
} from './card-tree.ts'
import { cardWords } from './card-words.ts'
import { indexedPng } from './indexed-png.ts'
import { keyWords } from './key-words.ts'
import { setText } from './set-text.ts'
import { splitPieces } from './split-pieces.ts'
import { textMeasurer } from './text-measurer.ts'

/** Makes a function that draws cards as PNG. The same card gives the same bytes. */
export function cardPainter(fonts: CardFonts): (card: Card) => Promise<Uint8Array> {
  const renderer = new Renderer()
  const loading = new Map<Face, Promise<unknown>>()
  const load = (face: Face) => {
    const { name, file } = face
    const loaded = loading.get(face) ?? renderer.registerFont({ name, data: readFileSync(file) })
    loading.set(face, loaded)
    return loaded
  }
  const measureIn = textMeasurer(renderer)
  /** By what it is drawn from. */
  const labels = new Map<string, Promise<Buffer>>()
  const writePng = indexedPng(cardSize)

  const facesOf = async (text: string): Promise<string[]> => {
    const faces = fonts.facesFor(`${text} n…`) ?? []
    await Promise.all(faces.map(load))
    return faces.map(({ name }) => name)
  }
  const draw = (tree: Node, size: typeof cardSize, fontFamilies: string[]) =>
    renderer.render(tree, { ...size, format: 'raw', fontFamilies })
  const drawLabel = async (label: string | undefined, isRightToLeft: boolean): Promise<Buffer> => {
    const families = await facesOf(label ?? '')
    const fitted =
      label === undefined ? undefined : await setText(splitPieces(label), labelBox, measureIn(families, 0))
    return draw(labelTree(fitted, { families, letterSpacing: 0, isRightToLeft }), labelStrip, families)
  }
  const drawHeading = async (heading: string, marks: Card['marks'], isRightToLeft: boolean) => {
    const families = await facesOf(heading)
    const letterSpacing = isTight(heading) ? -0.02 : 0
    const pieces = splitPieces(heading)
    const [first, end] = marks === 'all' ? [0, pieces.length] : keyWords(pieces)
    const marked = pieces.map((piece, at) => ({ ...piece, isMarked: first <= at && at < end }))
    const fitted = await setText(marked, headingBox, measureIn(families, letterSpacing))
    return draw(headingTree(fitted, { families, letterSpacing, isRightToLeft }), headingStrip, families)
  }

  return async (card) => {
    const { heading, label, marks } = cardWords(card, fonts)
    const isFromRight = isRightToLeft(heading)
    const key = JSON.stringify([label, isFromRight])
    const above = labels.getOrInsertComputed(key, () => drawLabel(label, isFromRight))
    above.catch(() => labels.delete(key))
    const strips = await Promise.all([above, drawHeading(heading, marks, isFromRight)])
    return writePng(strips) ?? writeAnyPng(strips)
  }
}

/** For letters with so many marks on them that they have more colors than a palette. */
async function writeAnyPng(strips: readonly Buffer[]): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const { width } = cardSize
  const height = labelStrip.height + headingStrip.height
  return sharp(Buffer.concat(strips), { raw: { width, height, channels: 4 } })
    .extend({ bottom: cardSize.height - height, background: cardColors.paper })
    .removeAlpha()
    .png()
    .toBuffer()
}

/** Are large letters set a little closer? Those that join, or fill a square each, stay where they are. */
function isTight(text: string): boolean {
  return /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Common}\p{sc=Inherited}]+$/u.test(text)
}

/** Does a text run from right to left, as its first letter says? */
function isRightToLeft(text: string): boolean {
  const letter = text.match(/\p{L}/u)?.[0] ?? ''
  return /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u.test(letter)
}
