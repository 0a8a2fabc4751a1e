import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readSources } from '../../src/disk.ts'
import { componentNames } from '../../src/open.ts'
import { readContent } from '../../src/read-content.ts'
import { findingOf, type LintedFile, lintContent, linterFor } from './lint-content.ts'
import { lintText } from './lint-text.ts'
import { readFile } from './text/make-text.ts'

/** Lints the content of a folder, or the files and folders that are named. */
export function lintPaths(root: string, now: string, paths: readonly string[]): LintedFile[] {
  const content = readContent(readSources(root), now, componentNames())
  const { linter, faults } = linterFor(content)
  if (paths.length === 0) return lintContent(content, linter, faults)
  const occasion = { goal: 'acquire', lang: 'en' } as const
  return paths.flatMap(textFiles).map((path) => {
    const { text, faults } = readFile(path, readFileSync(path, 'utf8'), occasion, linter.lexicon)
    const { scores, findings } = lintText(text, linter)
    const syntax = faults.map((fault) => findingOf(fault, text.source, linter, 'mdx-syntax'))
    return { path, scores, findings: [...syntax, ...findings] }
  })
}

function textFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => join(path, name))
}
