import matter from 'gray-matter'
import type { Fault } from './fault.ts'
import { readYaml, type YamlDocument } from './yaml-document.ts'

/** A post's source, split: its entry as YAML with positions, and where its body begins. */
export interface FrontMatter {
  yaml: YamlDocument
  /** UTF-16 offset of the body in the source. */
  bodyStart: number
}

/** Splits a post. Only YAML front matter is read; a block in a programming language is a fault and never runs. */
export function splitFrontMatter(file: string, source: string): FrontMatter | { fault: Fault } {
  const fault = (what: string, mend: string, paste?: string) => ({
    fault: { file, line: 1, column: 1, what, mend, ...(paste && { paste }) },
  })
  const language = matter.language(source).name
  if (source.startsWith('---') && language && language !== 'yaml')
    return fault(`front matter written in \`${language}\``, 'write `---` alone on the first line, then YAML')
  if (!/^---[ \t]*\r?\n/.test(source)) {
    const what = source.trim() === '' ? 'an empty file' : 'no front matter'
    return fault(
      what,
      'begin the file with an entry',
      '---\ntitle: How often should a small shop post?\nstatus: idea\n---',
    )
  }
  const from = source.indexOf('\n') + 1
  const to = source.indexOf('\n---', from - 1)
  if (to === -1 || !/^\n---[ \t]*(\r?\n|$)/.test(source.slice(to, to + 99)))
    return fault('front matter that never ends', 'write `---` alone on the line after its last field')

  const { content } = matter(source, { language: 'yaml', engines: { yaml: () => ({}) } })
  return { yaml: readYaml(file, source, from, Math.max(from, to)), bodyStart: source.length - content.length }
}
