import {
  closeSync,
  type Dirent,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Fault } from './calendar/fault.ts'
import { nearest } from './calendar/nearest.ts'
import { pictureProblem, svgProblem } from './calendar/picture-problem.ts'
import { placeAt } from './calendar/place-at.ts'
import {
  authorsFile,
  glossaryFile,
  inboxFolder,
  isActivities,
  isPost,
  ledgerFolder,
  planFile,
  type Sources,
} from './calendar/sources.ts'
import { ownComponents, ownPages } from './own-files.ts'

/** The longest text file that is read, in bytes. A post of 1,000 words has about 7,000. */
const longestText = 1_000_000

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads `content/` below a root. Nothing outside is read, whatever links say; what cannot be read is a fault. */
export function readSources(root: string): Sources {
  const texts = new Map<string, string>()
  const assets = new Set<string>()
  const faults: Fault[] = []
  const content = join(root, 'content')
  if (!existsSync(content)) return { texts, assets, faults }

  const home = realpathSync(content)
  const readFolder = (folder: string) => {
    const entries = listFolder(folder, relative(root, folder).split(sep).join('/'))
    if (!Array.isArray(entries)) return void faults.push(entries)
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = join(folder, entry.name)
      const file = relative(root, path).split(sep).join('/')
      const fault = (what: string, mend: string) => void faults.push({ file, line: 1, column: 1, what, mend })
      if (entry.isDirectory() && (file === ledgerFolder || file === inboxFolder)) continue
      if (entry.isDirectory()) readFolder(path)
      else if (entry.isSymbolicLink() && !leadsToFileIn(home, path))
        fault('a link to something that is no file in `content/`', 'put the file itself here')
      else if (!entry.isFile() && !entry.isSymbolicLink()) continue
      else if (isText(file)) {
        const text = readText(path, file)
        if (typeof text === 'string') texts.set(file, text)
        else faults.push(text)
      } else if (misplaced(file)) fault('nothing reads this file', misplaced(file) as string)
      else {
        assets.add(file)
        const problem = problemOfPicture(path, file)
        if (problem) fault(problem.what, problem.mend)
      }
    }
  }
  readFolder(content)
  return { texts, assets, faults, pages: ownPages(root), components: ownComponents(root) }
}

function leadsToFileIn(home: string, path: string): boolean {
  try {
    return realpathSync(path).startsWith(home + sep) && isFile(path)
  } catch {
    return false
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false
  }
}

/**
 * What a folder holds, or why that cannot be known.
 * @param file its path as it is reported
 */
export function listFolder(path: string, file: string): Dirent[] | Fault {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    return unreadable(file, error)
  }
}

/** The fault of a file or folder that the system does not let be read. */
function unreadable(file: string, error: unknown): Fault {
  return {
    file,
    line: 1,
    column: 1,
    what: `cannot be read: ${reasonOf(error)}`,
    mend: 'let yourself read it, or move it elsewhere',
  }
}

/** Why the system refuses something, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM' ? 'no permission' : message
}

function problemOfPicture(path: string, name: string) {
  try {
    return problemInPicture(path)
  } catch (error) {
    return unreadable(name, error)
  }
}

function problemInPicture(path: string) {
  const extension = extname(path).slice(1).toLowerCase()
  if (extension === 'svg') return svgProblem(readFileSync(path, 'utf8'))
  const file = openSync(path, 'r')
  try {
    const [head, tail] = [Buffer.alloc(16), Buffer.alloc(16)]
    readSync(file, head, 0, head.length, 0)
    readSync(file, tail, 0, tail.length, Math.max(0, statSync(path).size - tail.length))
    return pictureProblem(extension, head, tail)
  } finally {
    closeSync(file)
  }
}

const singleTexts = [planFile, glossaryFile, authorsFile]

function isText(file: string): boolean {
  return singleTexts.includes(file) || isPost(file) || isActivities(file)
}

/** What to do with a file that its writer surely meant to be read; undefined when all is well. */
function misplaced(file: string): string | undefined {
  if (/^content\/posts\/.*\.(md|markdown)$/.test(file)) return 'posts end in `.mdx`: rename it'
  if (/\.yml$/.test(file)) return 'data files end in `.yaml`: rename it'
  if (/^content\/[^/]+\.yaml$/.test(file)) {
    const meant = nearest(file, singleTexts)
    return meant
      ? `did you mean \`${meant}\`?`
      : `here stand ${singleTexts.map((each) => `\`${each}\``).join(', ')}`
  }
  return undefined
}

/**
 * Reads a text, or says why it cannot be read.
 * @param file its path as it is reported
 */
export function readText(path: string, file: string): string | Fault {
  let bytes: Uint8Array
  try {
    const opened = openSync(path, 'r')
    try {
      const { size } = fstatSync(opened)
      if (size > longestText)
        return {
          file,
          line: 1,
          column: 1,
          what: `a text of ${(size / 1_000_000).toFixed(1)} MB`,
          mend: `at most ${longestText / 1_000_000} MB is read: split it, and keep images in files of their own`,
        }
      bytes = readBytes(opened, size)
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    return unreadable(file, error)
  }
  try {
    return decoder.decode(bytes)
  } catch {
    const text = Buffer.from(bytes).toString('utf8')
    return {
      ...placeAt(file, text, text.indexOf('\uFFFD')),
      what: 'a character that is not UTF-8',
      mend: 'save the file as UTF-8 in your editor',
    }
  }
}

/** Room for one text, used again for the next: new memory for each costs more than reading it. */
let room: Buffer | undefined

/** The bytes of an open file, one text at most; good until the next is read. */
function readBytes(opened: number, size: number): Uint8Array {
  room ??= Buffer.allocUnsafeSlow(longestText)
  let length = 0
  for (let read = -1; read !== 0 && length < size; length += read)
    read = readSync(opened, room, length, size - length, null)
  return room.subarray(0, length)
}

/** Names of the files of a kind in a folder, without their ending. */
export function listNames(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
}
