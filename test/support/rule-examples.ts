import { existsSync, readFileSync } from 'node:fs'
import { markdownToMdast } from 'satteri'
import type { Finding } from '../../plugins/lint/finding.ts'
import { lintText } from '../../plugins/lint/lint-text.ts'
import { findingOf } from '../../plugins/lint/run/fault-finding.ts'
import { lintContent, linterFor } from '../../plugins/lint/run/lint-content.ts'
import { readFile } from '../../plugins/lint/text/make-text.ts'
import type { Sources } from '../../src/calendar/sources.ts'
import { readContent } from '../../src/read-content.ts'

/** An example of a rule's readme: files, and what the rule says of them, as `[file ]place message`, or nothing. */
export interface Example {
  name: string
  files: Map<string, string>
  expected: string[]
}

/** The folder of a rule. */
export const ruleFolder = new URL('../../plugins/lint/rules/', import.meta.url)

/**
 * The examples of a readme. Under `## Flagged`, blocks of files end with a block of `text` that says what is found;
 * under `## Fine` nothing is found. A block's file is named behind its language; without a name it is one file alone.
 * `yaml lint` sets the plan's `lint` for the files after it.
 */
export function examplesOf(rule: string): { flagged: Example[]; fine: Example[] } {
  const readme = new URL(`${rule}/readme.md`, ruleFolder)
  const tree = markdownToMdast(existsSync(readme) ? readFileSync(readme, 'utf8') : '')
  const examples: { flagged: Example[]; fine: Example[] } = { flagged: [], fine: [] }
  let section: Example[] | undefined
  let files = new Map<string, string>()
  const close = (expected: string[]) => {
    if (section && [...files.keys()].some((file) => file !== 'lint'))
      section.push({ name: [...files.values()].join('\n').slice(0, 60), files, expected })
    files = new Map()
  }
  for (const node of 'children' in tree ? tree.children : []) {
    if (node.type === 'heading') {
      close([])
      const title = node.children.map((child) => ('value' in child ? child.value : '')).join('')
      section = title.startsWith('Flagged')
        ? examples.flagged
        : title.startsWith('Fine')
          ? examples.fine
          : undefined
    } else if (node.type === 'code' && section) {
      const { lang, meta, value } = node
      if (lang === 'text') close(value.split('\n').filter((line) => line !== ''))
      else if (lang === 'yaml' && meta === 'lint') files.set('lint', value)
      else if (meta) files.set(meta, `${value}\n`)
      else {
        if (section === examples.fine) {
          const lint = files.get('lint')
          if (files.size > (lint ? 1 : 0)) close([])
          else if (lint) files = new Map([['lint', lint]])
        }
        const isPost = /^---\n/.test(value)
        files.set(isPost ? 'content/posts/example.mdx' : `example.${lang}`, `${value}\n`)
        if (section === examples.fine && !isPost) close([])
      }
    } else if (section === examples.fine) close([])
  }
  close([])
  return examples
}

const plan = `site:
  name: Acme
  about: Two shopkeepers on running a small shop
  url: https://notes.example
zone: UTC
rhythm: [tue 09:00]
topics:
  posting: { title: Posting }
channels:
  linkedin: { network: linkedin, serves: acquire, dimmers: { link: 2/week, question: 1/week } }
  mastodon: { network: mastodon, serves: acquire, dimmers: { question: 2/week, answer: 2/week } }
  community: { network: facebook, serves: retain, dimmers: { story: 1/week, answer: 1/week } }
`

/** What every example is read at. */
const now = '2026-12-01T09:00:00Z'

/** What the lint says of an example's files: all of it, or one rule's. */
export function lintExample({ files }: Pick<Example, 'files'>, rule?: string): Finding[] {
  const texts = new Map([...files].filter(([file]) => file.startsWith('content/')))
  const lint = files.get('lint')
  const indented = lint ? `lint:\n${lint.replace(/^/gm, '  ')}\n` : ''
  if (!texts.has('content/plan.yaml')) texts.set('content/plan.yaml', plan + indented)
  const assets = new Set([...files.keys()].filter((file) => file.endsWith('.png')))
  const sources: Sources = { texts, assets, faults: [] }
  const content = readContent(sources, now, [])
  const { linter, faults } = linterFor(content)
  const found = [...files.keys()].some((file) => file.startsWith('content/'))
    ? lintContent(content, linter, faults).flatMap(({ findings }) => findings)
    : []
  for (const [file, source] of files) {
    if (file.startsWith('content/') || file === 'lint') continue
    const { text, faults } = readFile(file, source, linter.lexicon)
    found.push(
      ...faults.map((fault) => findingOf(fault, source, linter, 'mdx-syntax')),
      ...lintText(text, linter).findings,
    )
  }
  return found.filter((finding) => rule === undefined || finding.rule === rule)
}

/** A finding as a readme has it: `[file ]line:column-endLine:endColumn message`. */
export function renderFound(
  { file, line, column, endLine, endColumn, message }: Finding,
  files: Example['files'],
): string {
  const named = [...files.keys()].filter((each) => each !== 'lint').length > 1 ? `${file} ` : ''
  return `${named}${line}:${column}-${endLine}:${endColumn} ${message}`
}
