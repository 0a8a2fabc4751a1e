import { hash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { glossaryFile, planFile } from '../../../src/calendar/sources.ts'
import type { Content } from '../../../src/read-content.ts'
import { baselineFile } from '../baseline/baseline.ts'
import type { Linter } from '../linter.ts'
import type { LintCache } from './cache.ts'
import { type LintedFile, lintContent, linterFor, lintPostAnew } from './lint-content.ts'

/** What the lint says. */
export interface LintRun {
  readonly files: readonly LintedFile[]
  readonly linter: Linter
  /** Whether a file is one of the content's own, whose path is relative to the root. */
  isContent(path: string): boolean
  /** Absolute path of a file. */
  fullPathOf(path: string): string
  /** Text of a file that could be read. */
  sourceOf(path: string): string | undefined
}

/** What helps a run, and who watches it. */
export interface LintAids {
  readonly cache?: LintCache | undefined
  /** Told after each text that was linted, and how many there are. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/** Lints all content of a root. */
export function lintSite(root: string, content: Content, { cache, onProgress }: LintAids = {}): LintRun {
  const { linter, faults } = linterFor(content)
  const { sources, calendar } = content
  const site = siteKey(content)
  const all = calendar?.posts.length ?? 0
  let done = 0
  const files = lintContent(content, linter, faults, (post, body, by) => {
    onProgress?.(++done, all)
    const anew = () => lintPostAnew(post, body, by)
    if (!cache) return anew()
    const { source, ...facts } = post
    return cache.recall(post.file, [site, source.text, JSON.stringify(facts)], anew)
  })
  onProgress?.(all, all)
  cache?.save()
  const known = new Set([...sources.texts.keys(), ...files.map(({ path }) => path), baselineFile])
  return {
    files,
    linter,
    isContent: (path) => known.has(path),
    fullPathOf: (path) => (known.has(path) ? join(root, path) : resolve(path)),
    sourceOf: (path) => sources.texts.get(path),
  }
}

/** Names what findings of any text depend on besides the text: settings, and what is known of the site. */
export function siteKey({ sources }: Content): string {
  const texts = [planFile, glossaryFile].map((file) => sources.texts.get(file) ?? '')
  return hash('sha256', JSON.stringify(texts))
}
