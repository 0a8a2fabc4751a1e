import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { slugOf } from '../../src/calendar/field.ts'
import { pictureProblem, svgProblem } from '../../src/calendar/picture-problem.ts'
import { shorten } from '../../src/moving/survey.ts'
import { writeWhole } from '../../src/write-whole.ts'

/** Larger pictures hurt readers, and builds. In bytes. */
const largest = 30_000_000

/** Pictures of one post, on their way into the folder beside it. */
export class ImageShelf {
  readonly #folder: string
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** @param folder absolute path of the folder that the post's pictures go to */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** The name that a picture gets there, or why it cannot be taken. @param path of the picture */
  place(path: string): { name: string } | { problem: string } {
    const known = this.#names.get(path)
    if (known !== undefined) return { name: known }
    const ending = extname(path).slice(1).toLowerCase()
    const problem = problemOf(path, ending)
    if (problem !== undefined) return { problem }
    const stem = shorten(slugOf(basename(path, extname(path)))) || 'picture'
    let name = `${stem}.${ending}`
    for (let number = 2; this.#isTaken(name, path); number++) name = `${stem}-${number}.${ending}`
    this.#taken.add(name)
    this.#names.set(path, name)
    return { name }
  }

  /** How many pictures there are. */
  get size(): number {
    return this.#names.size
  }

  /** Copies them. What is there already is the same. */
  write(): void {
    for (const [path, name] of this.#names) {
      const target = join(this.#folder, name)
      if (!existsSync(target)) writeWhole(target, readFileSync(path), { isNew: true })
    }
  }

  #isTaken(name: string, path: string): boolean {
    if (this.#taken.has(name)) return true
    const target = join(this.#folder, name)
    return existsSync(target) && !readFileSync(target).equals(readFileSync(path))
  }
}

function problemOf(path: string, ending: string): string | undefined {
  if (!/^(avif|gif|jpe?g|png|svg|webp)$/.test(ending))
    return 'it is no picture that pages show (PNG, JPEG, WebP, AVIF, GIF or SVG)'
  try {
    const { size } = statSync(path)
    if (size > largest)
      return `it has ${(size / 1_000_000).toFixed(0)} MB; at most ${largest / 1_000_000} are taken`
    if (ending === 'svg') return svgProblem(readFileSync(path, 'utf8'))?.what
    const file = openSync(path, 'r')
    try {
      const [head, tail] = [Buffer.alloc(16), Buffer.alloc(16)]
      readSync(file, head, 0, head.length, 0)
      readSync(file, tail, 0, tail.length, Math.max(0, fstatSync(file).size - tail.length))
      return pictureProblem(ending, head, tail)?.what
    } finally {
      closeSync(file)
    }
  } catch {
    return 'it cannot be read'
  }
}
