import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { isActivities, isPost, type Sources } from '../../../src/calendar/sources.ts'
import { readSources } from '../../../src/disk.ts'
import { componentNames } from '../../../src/open.ts'
import { type Content, readContent } from '../../../src/read-content.ts'
import type { Scores } from '../lint-text.ts'
import { linterFor } from './lint-content.ts'
import { lintFiles } from './lint-files.ts'
import { type LintAids, type LintRun, lintSite, siteKey } from './lint-site.ts'
import { textFilesIn } from './text-files.ts'
import { WrongUse } from './wrong-use.ts'

/** What is linted. */
export interface LintRequest extends LintAids {
  /** Absolute path of the folder that holds `content/`. */
  readonly root: string
  readonly now: string
  /** Files and folders; without any, the content. */
  readonly paths: readonly string[]
  /** Texts by path, instead of what stands in the files. */
  readonly texts?: ReadonlyMap<string, string>
}

const noScores: Scores = { promotion: 0, hype: 0 }

/**
 * Lints the content of a folder, or the files and folders that are named: those of the content as content, all others
 * by the rules that look at text alone.
 */
export function lintPaths(request: LintRequest): LintRun {
  const { root, now, paths, texts } = request
  if (paths.length === 0 && !existsSync(join(root, 'content')))
    throw new WrongUse(
      `There is no content/ in ${root}. Name files or folders to lint, or the root: --root DIR`,
    )
  const read = readSources(root)
  const written = new Map([...read.texts].map(([file, text]) => [file, texts?.get(file) ?? text]))
  const sources = { ...read, texts: written }
  const content = readAround(isAboutContent(root, paths) ? sources : withoutPosts(sources), now)
  return paths.length === 0 ? lintSite(root, content, request) : lintNamed(request, content)
}

function isAboutContent(root: string, paths: readonly string[]): boolean {
  const content = join(root, 'content', sep)
  const inContent = (path: string) => content.startsWith(path) || path.startsWith(content)
  return paths.length === 0 || paths.some((path) => inContent(join(resolve(path), sep)))
}

/** What a site has besides posts: its settings and words are all that other files are judged by. */
function withoutPosts(sources: Sources): Sources {
  const texts = new Map([...sources.texts].filter(([file]) => !isPost(file) && !isActivities(file)))
  return { ...sources, texts, faults: [] }
}

/** Content with the calendar of what can be read: one file at fault keeps no other from being linted. */
function readAround(sources: Sources, now: string): Content {
  const content = readContent(sources, now, componentNames())
  if (content.calendar) return content
  const faulty = new Set(content.faults.map(({ file }) => file))
  const texts = new Map([...sources.texts].filter(([file]) => !faulty.has(file)))
  const { calendar } = readContent({ ...sources, texts, faults: [] }, now, componentNames())
  return { ...content, ...(calendar && { calendar }) }
}

function lintNamed(request: LintRequest, content: Content): LintRun {
  const { root, paths } = request
  const known = new Set([...content.sources.texts.keys(), ...content.faults.map(({ file }) => file)])
  const isKnown = (path: string) => known.has(relative(root, resolve(path)).split(sep).join('/'))
  const found = paths.flatMap((path) => (isKnown(path) ? [] : textFilesIn(path)))
  const own = [...known].filter((file) => {
    const full = join(root, file)
    return paths.some((path) => full === resolve(path) || full.startsWith(join(resolve(path), sep)))
  })

  const site = own.length > 0 ? lintSite(root, content, request) : undefined
  const linted = new Map(site?.files.map((file) => [file.path, file]))
  const ofContent = own
    .sort()
    .filter((file) => linted.has(file) || isPost(file))
    .map((path) => linted.get(path) ?? { path, scores: noScores, findings: [] })

  const linter = site?.linter ?? linterFor(content).linter
  const alone = found.filter((path) => !isKnown(path))
  const { files, sources } = lintFiles(alone, linter, request, siteKey(content))
  const isContent = (path: string) => !sources.has(path) && (site?.isContent(path) ?? false)
  return {
    files: [...ofContent, ...files],
    linter,
    isContent,
    fullPathOf: (path) => (isContent(path) ? join(root, path) : resolve(path)),
    sourceOf: (path) => sources.get(path) ?? site?.sourceOf(path),
  }
}
