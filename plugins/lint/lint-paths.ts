import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import { glossaryFile, isPost, planFile } from '../../src/calendar/sources.ts'
import { readSources, readText } from '../../src/disk.ts'
import { componentNames } from '../../src/open.ts'
import { readContent } from '../../src/read-content.ts'
import { baselineFile } from './baseline.ts'
import type { LintCache } from './cache.ts'
import { byPlace } from './finding.ts'
import { findingOf, type LintedFile, lintContent, linterFor, lintPostAnew } from './lint-content.ts'
import { lintText, type Scores } from './lint-text.ts'
import type { Linter } from './linter.ts'
import { readFile } from './text/make-text.ts'
import { textFilesIn } from './text-files.ts'
import { WrongUse } from './wrong-use.ts'

/** What is linted. */
export interface LintRequest {
  /** Absolute path of the folder that holds `content/`. */
  readonly root: string
  readonly now: string
  /** Files and folders; without any, the content. */
  readonly paths: readonly string[]
  readonly cache?: LintCache | undefined
  /** Texts by path, instead of what stands in the files. */
  readonly texts?: ReadonlyMap<string, string>
  /** Told after each text that was linted, and how many there are. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/** What the lint says. */
export interface LintRun {
  readonly files: readonly LintedFile[]
  /** Whether a file is one of the content's own, whose path is relative to the root. */
  isContent(path: string): boolean
  /** Text of a file that could be read. */
  sourceOf(path: string): string | undefined
  /** Absolute path of a file. */
  fullPathOf(path: string): string
  readonly linter: Linter
}

/** The longest text that is linted by itself, in bytes. A long changelog has a tenth of it. */
const longestText = 5_000_000

const occasion = { goal: 'acquire', lang: 'en' } as const

/**
 * Lints the content of a folder, or the files and folders that are named: those of the content as content, all others
 * by the rules that look at text alone.
 */
export function lintPaths({ root, now, paths, cache, texts: given, onProgress }: LintRequest): LintRun {
  if (paths.length === 0 && !existsSync(join(root, 'content')))
    throw new WrongUse(
      `There is no content/ in ${root}. Name files or folders to lint, or the root: --root DIR`,
    )
  const read = readSources(root)
  const written = new Map([...read.texts].map(([file, text]) => [file, given?.get(file) ?? text]))
  const content = readContent({ ...read, texts: written }, now, componentNames())
  const known = new Set([...content.sources.texts.keys(), ...content.faults.map(({ file }) => file)])
  const isKnown = (full: string) => known.has(relative(root, full).split(sep).join('/'))
  const texts = new Map(
    paths
      .filter((path) => !isKnown(resolve(path)))
      .flatMap(textFilesIn)
      .filter((path) => !isKnown(resolve(path)))
      .map((path) => [resolve(path), path]),
  )
  const isNamed = (file: string) => {
    const full = join(root, file)
    return paths.some((path) => full === resolve(path) || full.startsWith(join(resolve(path), sep)))
  }
  const named = [...known].filter((file) => paths.length === 0 || isNamed(file))
  const posts = content.calendar?.posts.length ?? 0
  const all = (named.length > 0 ? posts : 0) + texts.size
  let done = 0
  const progress = () => onProgress?.(++done, all)

  const { linter, faults } = linterFor(content)
  const depends = [content.sources.texts.get(planFile) ?? '', content.sources.texts.get(glossaryFile) ?? '']
  const sources = new Map<string, string>()
  const ofContent = () => {
    const files = lintContent(content, linter, faults, (post, body, by) => {
      progress()
      const anew = () => lintPostAnew(post, body, by)
      return cache ? cache.recall(post.file, [...depends, JSON.stringify(post)], anew) : anew()
    })
    if (paths.length === 0) return files
    const linted = new Map(files.map((file) => [file.path, file]))
    return named
      .filter((file) => linted.has(file) || isPost(file))
      .sort()
      .map((path) => linted.get(path) ?? { path, scores: noScores, findings: [] })
  }
  const ofText = (path: string): LintedFile => {
    progress()
    const source = given?.get(path) ?? readText(path, path, longestText)
    if (typeof source !== 'string') return lintedFault(path, source, linter)
    sources.set(path, source)
    const anew = () => lintFile(path, source, linter)
    return cache ? cache.recall(resolve(path), [...depends, path, source], anew) : anew()
  }
  const files = [...(named.length > 0 ? ofContent() : []), ...[...texts.values()].map(ofText)]
  cache?.save()
  const isContent = (path: string) => (known.has(path) || path === baselineFile) && !sources.has(path)
  return {
    files,
    isContent,
    sourceOf: (path) => sources.get(path) ?? content.sources.texts.get(path),
    fullPathOf: (path) => (isContent(path) ? join(root, path) : resolve(path)),
    linter,
  }
}

const noScores: Scores = { promotion: 0, hype: 0 }

/** Lints a file by itself, whatever its front matter says. */
export function lintFile(path: string, source: string, linter: Linter): LintedFile {
  const { text, faults } = readFile(path, source, occasion, linter.lexicon)
  const { scores, findings } = lintText(text, linter)
  const syntax = faults.map((fault) => findingOf(fault, source, linter, 'mdx-syntax'))
  return { path, scores, findings: [...syntax, ...findings].sort(byPlace) }
}

/** A file that is no text, as a file with one finding. */
function lintedFault(path: string, fault: Fault, linter: Linter): LintedFile {
  return { path, scores: noScores, findings: [findingOf(fault, '', linter, 'mdx-syntax')] }
}
