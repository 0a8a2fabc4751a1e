import { createHash, hash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { indexNowKey } from '../index-now/key.ts'
import { packageRoot } from './package-root.ts'

/** Files and folders of the package that pages are made by. The hidden lock says what is installed. */
const codeFiles = [
  'astro.config.mjs',
  'package.json',
  'node_modules/.package-lock.json',
  'plugins',
  'scripts',
  'src',
]

/** Hashes of what a built site is made of, besides the time. */
export interface BuildInputs {
  /** The code, what is installed, Node and the environment. */
  code: string
  /** That, every file below `content/`, and how the build was asked for. */
  all: string
}

/**
 * Reads what a build is made of. No link is followed: what it leads to in `content/` stands there itself.
 * @param root absolute path of the folder that holds `content/`
 * @param asked options of the build
 */
export function buildInputs(root: string, asked: unknown): BuildInputs {
  const code = codeInputs()
  const all = createHash('sha256').update(JSON.stringify([code, asked]))
  addFiles(root, 'content', (line) => all.update(line))
  return { code, all: all.digest('hex') }
}

/** Hash of the code, what is installed, and all else that pages are made by. */
export function codeInputs(): string {
  const made = createHash('sha256')
  made.update(JSON.stringify([process.version, process.platform, indexNowKey(process.env)]))
  for (const name of codeFiles) addFiles(packageRoot, name, (line) => made.update(line))
  return made.digest('hex')
}

function addFiles(folder: string, name: string, add: (line: string) => void): void {
  const path = join(folder, name)
  if (!existsSync(path)) return
  const entry = lstatSync(path)
  if (entry.isDirectory())
    for (const child of readdirSync(path).sort()) addFiles(folder, `${name}/${child}`, add)
  else if (entry.isFile()) add(`${name}\0${hash('sha256', readFileSync(path))}\n`)
  else if (entry.isSymbolicLink()) add(`${name}\0${readlinkSync(path)}\n`)
}
