import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { characterMap } from './character-map.ts'

/**
 * Packages of bold type. Latin, Cyrillic, Greek and Vietnamese come from the first, Arabic and Japanese along with it.
 * The others are used where a site has them: `npm install @fontsource-variable/noto-sans-kr`.
 */
const packages = [
  '@fontsource/roboto',
  '@fontsource/noto-sans-arabic',
  '@fontsource/noto-sans-hebrew',
  '@fontsource/noto-sans-armenian',
  '@fontsource/noto-sans-georgian',
  '@fontsource/noto-sans-devanagari',
  '@fontsource/noto-sans-bengali',
  '@fontsource/noto-sans-tamil',
  '@fontsource/noto-sans-thai',
  '@fontsource-variable/noto-sans-jp',
  '@fontsource-variable/noto-sans-kr',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-sans-tc',
]

/** A file of a font, with the part of Unicode that it is for. */
export interface Face {
  /** A name of its own: `roboto-latin`. */
  name: string
  file: string
  /** First and last code point of each range. */
  ranges: readonly (readonly [number, number])[]
}

/** Fonts that are installed. */
export interface CardFonts {
  /** Names and versions: what is drawn follows from these. */
  version: string
  /**
   * The faces that draw a text, in order; undefined when a character of it is in none. What the first font lacks comes
   * from as few others as can be: the one that has most of it is asked first.
   */
  facesFor(text: string): readonly Face[] | undefined
}

let ours: CardFonts | undefined

/** The fonts of this installation. */
export function cardFonts(): CardFonts {
  ours ??= installedFonts(packages)
  return ours
}

/** The fonts of some packages of Fontsource, as far as they are installed. Files are read when a text first needs them. */
export function installedFonts(names: readonly string[]): CardFonts {
  const { resolve } = createRequire(import.meta.url)
  const found = names.flatMap((name) => {
    try {
      return [{ name, folder: dirname(resolve(`${name}/unicode.json`)) }]
    } catch {
      return []
    }
  })
  const readJson = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  let fonts: readonly Font[] | undefined
  return {
    version: found.map(({ name, folder }) => `${name}@${readJson(folder, 'package.json').version}`).join(),
    facesFor(text) {
      fonts ??= found.map(({ name, folder }) =>
        openFont(facesOf(name, folder, readJson(folder, 'unicode.json'))),
      )
      const [first, ...others] = fonts
      if (!first) return undefined
      const codes = Array.from(new Set(text), (character) => character.codePointAt(0) as number)
      const lacking = codes.filter((code) => !first.faceOf(code))
      const asked = lacking.length === 0 ? [first] : [first, ...mostFirst(others, lacking)]
      const needed = new Set(codes.map((code) => asked.find((font) => font.faceOf(code))?.faceOf(code)))
      if (needed.has(undefined)) return undefined
      return asked.flatMap(({ faces }) => faces).filter((face) => needed.has(face))
    },
  }
}

/** A font that may be asked which of its faces draws a character, by its code point. */
interface Font {
  faces: readonly Face[]
  faceOf(code: number): Face | undefined
}

/** A file is read when a character of its ranges is first asked for. */
function openFont(faces: readonly Face[]): Font {
  const maps = new Map<Face, ReadonlySet<number>>()
  const draws = (face: Face, code: number) => {
    if (!face.ranges.some(([first, last]) => first <= code && code <= last)) return false
    const map = maps.get(face) ?? characterMap(readFileSync(face.file))
    maps.set(face, map)
    return map.has(code)
  }
  const known = new Map<number, Face | undefined>()
  return {
    faces,
    faceOf(code) {
      const face = known.get(code) ?? faces.find((each) => draws(each, code))
      known.set(code, face)
      return face
    },
  }
}

/** Fonts in the order of how many of some characters they draw. */
function mostFirst(fonts: readonly Font[], codes: readonly number[]): Font[] {
  const drawn = new Map(fonts.map((font) => [font, codes.filter(font.faceOf).length]))
  return fonts.toSorted((a, b) => (drawn.get(b) ?? 0) - (drawn.get(a) ?? 0))
}

/** The faces of a package. Numbered ones, as of Japanese, stand in brackets in its list. */
function facesOf(name: string, folder: string, subsets: Readonly<Record<string, string>>): Face[] {
  const [scope, family] = name.split('/')
  const kind = scope === '@fontsource-variable' ? 'wght-normal' : '700-normal'
  return Object.entries(subsets).map(([subset, ranges]) => {
    const face = `${family}-${subset.replace(/[[\]]/g, '')}`
    return {
      name: face,
      file: join(folder, 'files', `${face}-${kind}.woff2`),
      ranges: ranges.split(',').map(readRange),
    }
  })
}

/** Reads a range as CSS writes it: `U+0400-045F` or `U+2116`. */
function readRange(written: string): [number, number] {
  const [first = 0, last = first] = written
    .replace('U+', '')
    .split('-')
    .map((hex) => Number.parseInt(hex, 16))
  return [first, last]
}
