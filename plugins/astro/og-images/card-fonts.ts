import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { characterMap } from './character-map.ts'

/**
 * Packages of bold type, first come first served. The first draws Latin, Cyrillic, Greek and Vietnamese, the second
 * Arabic, the last Japanese. Those between are used where a site has them: `npm install @fontsource-variable/noto-sans-kr`.
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
  '@fontsource-variable/noto-sans-kr',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-sans-tc',
  '@fontsource-variable/noto-sans-jp',
]

/** A file of a font, with the part of Unicode that it is for. */
export interface Face {
  /** A name of its own: `roboto-latin`. */
  name: string
  file: string
  /** First and last code point of each range. */
  ranges: readonly (readonly [number, number])[]
}

/** Fonts that are installed, in the order in which they are asked for a character. */
export interface CardFonts {
  /** Names and versions: what is drawn follows from these. */
  version: string
  /** The faces that draw a text, in order; undefined when a character of it is in none. */
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
  let faces: readonly Face[] | undefined
  const maps = new Map<Face, ReadonlySet<number>>()
  const draws = (face: Face, code: number) => {
    if (!face.ranges.some(([first, last]) => first <= code && code <= last)) return false
    const map = maps.get(face) ?? characterMap(readFileSync(face.file))
    maps.set(face, map)
    return map.has(code)
  }
  return {
    version: found.map(({ name, folder }) => `${name}@${readJson(folder, 'package.json').version}`).join(),
    facesFor(text) {
      faces ??= found.flatMap(({ name, folder }) => facesOf(name, folder, readJson(folder, 'unicode.json')))
      const needed = new Set<Face>()
      for (const character of text) {
        const face = faces.find((each) => draws(each, character.codePointAt(0) as number))
        if (!face) return undefined
        needed.add(face)
      }
      return faces.filter((face) => needed.has(face))
    },
  }
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
