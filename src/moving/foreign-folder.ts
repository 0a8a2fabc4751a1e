import type { Fault } from '../calendar/fault.ts'

/** A folder of another program, as far as it may be read. */
export interface ForeignFolder {
  /** Paths of its files below it, with `/`, sorted; nothing that a link leads out of it for. */
  files: ReadonlySet<string>
  /** The text of one of its files, or why that is not read. */
  read(file: string): string | Fault
}

/** Files in a folder of it, of some kinds. @param ending without the dot */
export function filesIn({ files }: ForeignFolder, folder: string, endings: readonly string[]): string[] {
  const start = folder === '' ? '' : `${folder}/`
  return [...files].filter(
    (file) => file.startsWith(start) && endings.some((ending) => file.toLowerCase().endsWith(`.${ending}`)),
  )
}

/** The folder a file stands in, empty at the top. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')))
}

/** The name of a file without folder and ending. */
export function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
}

/** The path that a relative reference of a file means; undefined where it leads out of the folder. */
export function joinPath(folder: string, reference: string): string | undefined {
  const parts: string[] = []
  for (const part of `${folder}/${reference}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}

/** Endings of files with Markdown. */
export const markdownEndings = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdx']
