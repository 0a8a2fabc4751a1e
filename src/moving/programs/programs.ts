import type { ForeignFolder } from '../foreign-folder.ts'
import { astro } from './astro.ts'
import { docusaurus } from './docusaurus.ts'
import { eleventy } from './eleventy.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'
import { markdown } from './markdown.ts'
import type { Program } from './program.ts'

/** Every program whose folders are understood; the first that recognizes a folder reads it. */
export const programs = { docusaurus, astro, eleventy, hugo, jekyll, markdown } satisfies Record<
  string,
  Program
>

export type ProgramName = keyof typeof programs

/** The program that a folder belongs to. */
export function programOf(folder: ForeignFolder): ProgramName {
  const names = Object.keys(programs) as ProgramName[]
  return names.find((name) => programs[name].recognizes(folder)) ?? 'markdown'
}
