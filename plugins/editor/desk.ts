import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Calendar } from '../../src/calendar/calendar.ts'
import { glossaryFile, isPost, planFile, type Sources } from '../../src/calendar/sources.ts'
import { readSources } from '../../src/disk.ts'
import { componentNames } from '../../src/open.ts'
import { readContent } from '../../src/read-content.ts'
import { applyBaseline, type Baseline, baselineFile } from '../lint/baseline/baseline.ts'
import { readBaseline } from '../lint/baseline/baseline-text.ts'
import { byPlace, type Finding } from '../lint/finding.ts'
import { lintText } from '../lint/lint-text.ts'
import type { Linter } from '../lint/linter.ts'
import { findingOf } from '../lint/run/fault-finding.ts'
import {
  type LintedPost,
  type LintPost,
  lintContent,
  linterFor,
  lintPostAnew,
} from '../lint/run/lint-content.ts'
import { readFile } from '../lint/text/make-text.ts'
import { fileNamed } from './file-named.ts'

/** A file that was linted as it stands in an editor, or on the disk where no editor has it open. */
export interface LintedDocument {
  /** Relative to the site's root for its content; otherwise a whole path, or an address. */
  readonly file: string
  readonly source: string
  readonly findings: readonly Finding[]
}

/** What is open in an editor, laid over the content that it belongs to. */
export interface Desk {
  /** Reads the content again: files changed on the disk. */
  refresh(): void
  /** Lints open documents, each by its URI, and with them the data files of the content that something is said of. */
  lint(open: readonly TextDocument[]): Map<string, LintedDocument>
  /** As it was when something was last linted. */
  readonly linter: Linter
  /** A file of the content as it was when something was last linted; undefined where there is none. */
  textOf(file: string): string | undefined
  /** URI of a file of the content. */
  uriOf(file: string): string
}

const noSources: Sources = { texts: new Map(), assets: new Set(), faults: [] }

/**
 * A desk for documents of a folder. Posts of its `content/` are linted with their calendar, any other Markdown and
 * MDX by itself. Findings of the content that its baseline knows are left out.
 * @param folder its URI
 * @param now what time it is: an RFC 3339 instant, or a wall clock in the plan's zone
 */
export function makeDesk(folder: string | undefined, now: () => string): Desk {
  const base = folder?.replace(/\/*$/, '/')
  let disk = noSources
  let baseline: Baseline = []
  let texts = disk.texts
  let calendar: Calendar | undefined
  let made = { depends: '', ...linterFor({ sources: noSources, bodies: new Map(), faults: [] }) }
  const kept = new Map<string, { key: string; linted: LintedPost }>()

  const lintPost: LintPost = (post, body, linter) => {
    const key = made.depends + JSON.stringify(post)
    const before = kept.get(post.file)
    if (before?.key === key) return before.linted
    const linted = lintPostAnew(post, body, linter)
    kept.set(post.file, { key, linted })
    return linted
  }
  const lintSite = () => {
    const content = readContent({ ...disk, texts }, now(), componentNames())
    // While something cannot be read, what was known of the site still holds.
    calendar = content.calendar ?? calendar
    const depends = `${texts.get(planFile)}\n${texts.get(glossaryFile)}\n${calendar !== undefined}`
    if (made.depends !== depends)
      made = { depends, ...linterFor({ ...content, ...(calendar && { calendar }) }) }
    const files = lintContent(content, made.linter, made.faults, lintPost)
    const said = new Map(applyBaseline(files, baseline).files.map(({ path, findings }) => [path, findings]))
    return { said, isUnderstood: content.calendar !== undefined }
  }

  return {
    refresh() {
      const root = base?.startsWith('file:') ? fileURLToPath(base) : undefined
      disk = root ? readSources(root) : noSources
      const known = root && existsSync(root + baselineFile) ? readFileSync(root + baselineFile, 'utf8') : ''
      const read = readBaseline(known)
      baseline = 'baseline' in read ? read.baseline : []
    },
    lint(open) {
      const files = open.map((document) => ({ document, file: fileNamed(document, base) }))
      const laid = new Map(disk.texts)
      for (const { document, file } of files) if (isOfContent(file)) laid.set(file, document.getText())
      texts = laid
      const { said, isUnderstood } = texts.has(planFile)
        ? lintSite()
        : { said: new Map<string, Finding[]>(), isUnderstood: false }
      const linted = new Map<string, LintedDocument>()
      for (const [file, source] of texts) {
        const findings = said.get(file)
        if (findings && !isPost(file)) linted.set(this.uriOf(file), { file, source, findings })
      }
      for (const { document, file } of files) {
        const source = document.getText()
        const ofSite = said.get(file) ?? []
        const isAlone = isText(file) && !(isPost(file) && isUnderstood)
        const alone = isAlone ? lintAlone(file, source, made.linter) : []
        const findings = [...ofSite, ...alone].sort(byPlace)
        if (isAlone || isOfContent(file)) linted.set(document.uri, { file, source, findings })
      }
      return linted
    },
    get linter() {
      return made.linter
    },
    textOf: (file) => texts.get(file),
    uriOf: (file) => (base ?? '') + file.split('/').map(encodeURIComponent).join('/'),
  }
}

function isText(file: string): boolean {
  return /\.(?:mdx?|markdown)$/i.test(file)
}

/** Whether the calendar is read from a file of this path. */
function isOfContent(file: string): boolean {
  return isPost(file) || /^content\/(?:[^/]+|activities\/.+)\.yaml$/.test(file)
}

/** What the words say by themselves. A post's syntax is the site's to judge. */
function lintAlone(file: string, source: string, linter: Linter): Finding[] {
  const { text, faults } = readFile(file, source, linter.lexicon)
  const syntax = isPost(file) ? [] : faults.map((fault) => findingOf(fault, source, linter, 'mdx-syntax'))
  return [...syntax, ...lintText(text, linter).findings]
}
