import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { nowFor, writeBlog } from '../make-blog.ts'

const here = join(import.meta.dirname, '..')
const repository = join(here, '../..')

/** What is measured, by name. */
export const siteNames = ['coldread', 'coldread with cards', 'plain', 'plain incremental'] as const
export type SiteName = (typeof siteNames)[number]

/** A site of generated posts in a folder of its own. */
export interface Site {
  name: SiteName
  root: string
  /** Commands of a whole build with search, one after the other: arguments of Node. */
  build: readonly (readonly string[])[]
  /** Where they are started. */
  cwd: string
  env: NodeJS.ProcessEnv
  /** Below the root: what a clean build starts without. */
  made: readonly string[]
  /** Paths of posts below the root. */
  posts: readonly string[]
}

/** Writes a site of so many posts below a folder. */
export function makeSite(name: SiteName, folder: string, number: number): Site {
  const root = join(folder, name.replaceAll(' ', '-'))
  mkdirSync(root, { recursive: true })
  return name.startsWith('coldread') ? coldreadSite(name, root, number) : plainSite(name, root, number)
}

function coldreadSite(name: SiteName, root: string, number: number): Site {
  const posts = writeBlog(root, number, [`cards: ${name === 'coldread with cards'}`])
  const command = [join(repository, 'scripts/coldread.mjs'), 'build', '--root', root, '--now', nowFor(number)]
  return { name, root, posts, build: [command], cwd: repository, env: {}, made: ['dist', '.coldread'] }
}

function plainSite(name: SiteName, root: string, number: number): Site {
  cpSync(join(here, 'plain-astro'), root, { recursive: true })
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'))
  return {
    name,
    root,
    posts: writeBlog(root, number),
    build: [
      [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
      [join(root, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', 'dist', '--silent'],
    ],
    cwd: root,
    env: { INCREMENTAL: String(name === 'plain incremental') },
    made: ['dist', '.cache', '.astro'],
  }
}

/**
 * Brings a site to where a build has to begin from nothing. What was made is moved aside and deleted at the very end: for each new
 * file, ext4 looks through all that were deleted in the last minutes, so that what is built after deleting is slow.
 */
export function clean({ root, made }: Site): void {
  const aside = mkdtempSync(`${root}-made-`)
  for (const name of made) if (existsSync(join(root, name))) renameSync(join(root, name), join(aside, name))
}

/** Changes the words of one post in the middle of the blog. */
export function changeOnePost({ root, posts }: Site, run: number): void {
  const post = posts[Math.floor(posts.length / 2)] as string
  appendFileSync(join(root, post), `\nLater somebody added a line to it, number ${run}.\n`)
}

/** What a build left: bytes and number of files. */
export function sizeOf({ root }: Site): { bytes: number; files: number } {
  const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  return { bytes, files: files.length }
}
