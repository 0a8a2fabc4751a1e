import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { splitFrontMatter } from '../../../src/calendar/front-matter.ts'
import { nearest } from '../../../src/calendar/nearest.ts'
import { planFile } from '../../../src/calendar/sources.ts'
import { readYaml } from '../../../src/calendar/yaml-document.ts'
import { readSources, readText } from '../../../src/disk.ts'
import { componentNames } from '../../../src/open.ts'
import { type Content, readContent } from '../../../src/read-content.ts'
import { applyBaseline, baselineFile } from '../baseline/baseline.ts'
import { readBaseline } from '../baseline/baseline-text.ts'
import { lintText } from '../lint-text.ts'
import type { Linter } from '../linter.ts'
import { rules } from '../rules.ts'
import { findingOf } from '../run/fault-finding.ts'
import { type LintedFile, lintContent, linterFor } from '../run/lint-content.ts'
import { WrongUse } from '../run/wrong-use.ts'
import { readFile } from '../text/make-text.ts'
import { readPost } from '../text/read-post.ts'
import type { Text } from '../text/text.ts'
import { explainPlace } from './explain-place.ts'
import { explainRule } from './explain-rule.ts'

/** Explains a rule, by its name, or what is said of a place, as `file:line` or `file:line:column`. Throws `WrongUse`. */
export function explain(root: string, now: string, what: string): string {
  const content = readContent(readSources(root), now, componentNames())
  const { linter } = linterFor(content)
  const plan = content.sources.texts.get(planFile) ?? ''
  const rule = rules.find(({ id }) => id === what)
  if (rule) return explainRule(rule, readmeOf(rule.id), plan, linter)
  const place = /^(.+?):(\d+)(?::(\d+))?:?$/.exec(what)
  if (!place) throw new WrongUse(notKnown(what))
  const [, path = '', line, column] = place
  const full = existsSync(path) ? resolve(path) : join(root, path)
  if (!existsSync(full)) throw new WrongUse(`There is no file ${path}.`)
  const file = relative(root, full).split(sep).join('/')
  const linted = lintedAt(content, linter, file, full)
  const lines = linted.source.split('\n').length
  if (Number(line) < 1 || Number(line) > lines)
    throw new WrongUse(`${path} has ${lines} lines; there is no line ${line}.`)
  const yaml = readYaml(planFile, plan)
  return explainPlace(
    {
      ...linted,
      path,
      line: Number(line),
      ...(column !== undefined && { column: Number(column) }),
      findings: linted.said.findings,
      known: knownIn(root, linted.said),
      lineInPlan: (path) => yaml.placeOfKey(path).line,
    },
    linter,
  )
}

function readmeOf(rule: string): string {
  const file = join(import.meta.dirname, '../rules', rule, 'readme.md')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function notKnown(what: string): string {
  if (/[./]/.test(what)) return `Say which line of ${what} you mean, as in ${what}:12`
  const meant = nearest(
    what,
    rules.map(({ id }) => id),
  )
  return `${what} is not a rule${meant ? `; did you mean ${meant}?` : '. Name a rule, or a place as in content/posts/example.mdx:12'}`
}

/** What is said of a file, and what it holds. */
interface LintedAt {
  said: LintedFile
  source: string
  bodyStart: number
  isContent: boolean
  leftOut?: string
  text?: Text
}

/** Why posts in some states are left out. */
const leftOut: Readonly<Record<string, string>> = {
  idea: 'The post is an idea and no text yet, so the lint leaves it out.',
  retired: 'The post is retired and nobody reads it, so the lint leaves it out.',
}

function lintedAt(content: Content, linter: Linter, file: string, full: string): LintedAt {
  const { sources, calendar, bodies, faults } = content
  const isContent = sources.texts.has(file) || faults.some((fault) => fault.file === file)
  const empty = { path: file, scores: { promotion: 0, hype: 0 }, findings: [] }
  if (isContent) {
    const source = sources.texts.get(file) ?? ''
    const said = lintContent(content, linter, linterFor(content).faults).find(({ path }) => path === file)
    const post = calendar?.posts.find((each) => each.file === file)
    const body = bodies.get(file)
    const split = splitFrontMatter(file, source)
    const bodyStart = 'fault' in split ? 0 : split.bodyStart
    const text = post && body && readPost(post, body, linter.lexicon)
    const why = post && leftOut[post.state]
    const known = { ...(text && { text }), ...(why && { leftOut: why }) }
    return { said: said ?? empty, source, bodyStart, isContent, ...known }
  }
  if (!/\.(?:mdx?|markdown)$/i.test(full)) throw new WrongUse(`${file} is nothing that the lint reads.`)
  const source = readText(full, file)
  if (typeof source !== 'string') throw new WrongUse(`${file}: ${source.what}; ${source.mend}.`)
  const { text, faults: syntax } = readFile(full, source, linter.lexicon)
  const faulty = syntax.map((fault) => findingOf(fault, source, linter, 'mdx-syntax'))
  const { findings, scores } = lintText(text, linter)
  const said = { path: full, scores, findings: [...faulty, ...findings] }
  return { said, source, bodyStart: 0, isContent, text }
}

function knownIn(root: string, said: LintedFile): ReadonlySet<LintedFile['findings'][number]> {
  const path = join(root, baselineFile)
  const read = existsSync(path) ? readBaseline(readFileSync(path, 'utf8')) : undefined
  if (!read || 'faults' in read) return new Set()
  const left = new Set(applyBaseline([said], read.baseline).files[0]?.findings)
  return new Set(said.findings.filter((finding) => !left.has(finding)))
}
