import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
} from 'node:fs'
import { join } from 'node:path'
import { indexNowKey } from '../index-now/key.ts'
import { packageRoot, projectOf } from './package-root.ts'

/** Files and folders of the package that pages are made by. The hidden lock says what is installed. */
const codeFiles = [
  'astro.config.mjs',
  'package.json',
  'node_modules/.package-lock.json',
  'plugins',
  'public',
  'scripts',
  'src',
]

/** Folders of a project besides its content that pages are made by; the files beside them are, too. */
const ownFolders = ['plugins', 'public', 'src']

/** Hashes of what a built site is made of, besides the time. */
export interface BuildInputs {
  /** The code, what is installed, Node and the environment. */
  code: string
  /** That, every file below `content/`, and how the build was asked for. */
  all: string
  /** What `stampInputs` gave before any file was read. */
  stamp: string
  /** Nothing had been saved just before, so that whatever was saved later has another stamp. */
  isSettled: boolean
}

/** Files that are looked at, and not read. */
interface Stamp {
  hash: Hash
  /** When the latest of them was changed, in milliseconds since 1970. */
  latest: number
}

/** In milliseconds: two changes that are further apart have different times, whatever a file system writes down of them. */
const settled = 2000

/**
 * Reads what a build is made of. No link below `content/` is followed: what it leads to there stands there itself.
 * @param root absolute path of the folder that holds `content/`
 * @param asked options of the build
 */
export function buildInputs(root: string, asked: unknown): BuildInputs {
  const begun = Date.now()
  const stamp = newStamp(asked)
  const code = addCode(root, stamp)
  const all = createHash('sha256').update(JSON.stringify([code, asked]))
  addFiles(contentOf(root), '.', stamp, all)
  const isSettled = stamp.latest < begun - settled
  return { code, all: all.digest('hex'), stamp: stamp.hash.digest('hex'), isSettled }
}

/**
 * Sizes, times and places on the disk of all files that a build is made of, and how it was asked for: another stamp means that
 * somebody saved something, or wants something else.
 */
export function stampInputs(root: string, asked: unknown): string {
  const stamp = newStamp(asked)
  addCode(root, stamp, false)
  addFiles(contentOf(root), '.', stamp)
  return stamp.hash.digest('hex')
}

function newStamp(asked: unknown): Stamp {
  return { hash: createHash('sha256').update(JSON.stringify(asked)), latest: 0 }
}

/**
 * Hash of the code, what is installed, and all else that pages are made by.
 * @param root absolute path of the folder that holds `content/`
 */
export function codeInputs(root: string): string {
  return addCode(root, newStamp([]))
}

function addCode(root: string, stamp: Stamp, isRead = true): string {
  const made = createHash('sha256')
  const around = JSON.stringify([process.version, process.platform, indexNowKey(process.env)])
  made.update(around)
  stamp.hash.update(around)
  const bytes = isRead ? made : undefined
  const followed = new Set<string>()
  for (const name of codeFiles) addFiles(packageRoot, name, stamp, bytes, followed)
  const project = projectOf(root)
  if (project !== packageRoot)
    for (const name of [...ownCode(project), 'node_modules/.package-lock.json'])
      addFiles(project, name, stamp, bytes, followed)
  return made.digest('hex')
}

/** Files at the top of a project, and what stands in its folders of code. */
function ownCode(project: string): string[] {
  return readdirSync(project, { withFileTypes: true })
    .filter((entry) => entry.isFile() || ownFolders.includes(entry.name))
    .map(({ name }) => name)
    .sort()
}

/** The folder itself, where `content/` is a link to it. */
function contentOf(root: string): string {
  const content = join(root, 'content')
  return existsSync(content) ? realpathSync(content) : content
}

/**
 * Adds the names of all files below a folder with their sizes and times, and with their bytes where they are asked for. What cannot
 * be read is reported by whoever needs it.
 * @param followed what links led to, where they are followed: each once
 */
function addFiles(folder: string, name: string, stamp: Stamp, made?: Hash, followed?: Set<string>): void {
  const path = join(folder, name)
  try {
    const entry = lstatSync(path)
    if (entry.isDirectory())
      for (const child of readdirSync(path).sort())
        addFiles(folder, `${name}/${child}`, stamp, made, followed)
    else {
      // Before anything is read: what is saved meanwhile is seen afterward.
      const { size, mtimeMs, ctimeMs, ino } = entry
      stamp.hash.update(`${name}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\n`)
      stamp.latest = Math.max(stamp.latest, mtimeMs, ctimeMs)
      if (made && entry.isFile()) addBytes(path, made.update(`${name}\0${entry.size}\0`))
      else if (entry.isSymbolicLink()) {
        made?.update(`${name}\0${readlinkSync(path)}\n`)
        const leadsTo = followed && realpathSync(path)
        if (leadsTo && !followed.has(leadsTo)) addFiles(leadsTo, '.', stamp, made, followed.add(leadsTo))
      }
    }
  } catch (error) {
    made?.update(`${name}\0${(error as NodeJS.ErrnoException).code}\n`)
    stamp.hash.update(`${name}\0${(error as NodeJS.ErrnoException).code}\n`)
  }
}

const room = Buffer.alloc(1 << 16)

/** Adds a file of any size, piece by piece. */
function addBytes(path: string, made: Hash): void {
  const file = openSync(path, 'r')
  try {
    // A short piece is the last one.
    for (let read = room.length; read === room.length; ) {
      read = readSync(file, room)
      made.update(room.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
}
