import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Beginning, writeSite } from '../../src/calendar/new-site.ts'
import { isProject } from '../../src/own-files.ts'
import { newProjectFiles } from '../../src/project/project-files.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { schemaFiles } from './schema-files.ts'

/** Why no blog can be made in a folder, in a sentence; undefined where one can. */
export function folderProblem(folder: string): string | undefined {
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above))
    if (existsSync(above) && !statSync(above).isDirectory())
      return `${above} is a file, so no folder can be made in it.`
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() && !existsSync(folder))
    return `${folder} is a link to nothing. Name a folder that is not there yet.`
  if (!existsSync(folder)) return undefined
  if (!statSync(folder).isDirectory()) return `${folder} is a file. Name a folder that is not there yet.`
  if (readdirSync(folder).length === 0 || isContentAlone(folder)) return undefined
  return `${folder} is not empty. Name a folder that is not there yet; in an Astro project, use coldread init.`
}

/** Does a folder hold the content of a blog, and no program for it? A blog that was moved in is like that. */
export function isContentAlone(folder: string): boolean {
  const hasProgram = isProject(folder) || existsSync(join(folder, 'package.json'))
  return existsSync(join(folder, 'content/plan.yaml')) && !hasProgram
}

/**
 * Writes a blog into a folder that is not there yet, whole or not at all.
 * @param folder absolute path
 * @param from what npm installs Coldread from
 * @returns path of the first post, below the folder
 */
export function createProject(folder: string, beginning: Beginning, from: string): string {
  const schemas = schemaFiles()
  const site = writeSite(beginning, schemas.get('content/README.md') as string)
  const files = new Map([...newProjectFiles(basename(folder), from), ...schemas, ...site])
  const beside = join(dirname(folder), `.${basename(folder)}-${process.pid}.part`)
  mkdirSync(dirname(folder), { recursive: true })
  try {
    for (const [file, text] of files) writeWhole(join(beside, file), text)
    renameSync(beside, folder)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  return [...site.keys()].find((file) => file.endsWith('.mdx')) as string
}

/** Writes what a blog needs beside its content. What is there already stays as it is. */
export function createAround(folder: string, from: string): void {
  const files = new Map([...newProjectFiles(basename(folder), from), ...schemaFiles()])
  for (const [file, text] of files)
    if (!existsSync(join(folder, file))) writeWhole(join(folder, file), text, { isNew: true })
}
