import matter from 'gray-matter'
import type { Fault } from './fault.ts'
import { readYaml, type YamlDocument } from './yaml-document.ts'

/** A post's source, split: its entry as YAML with positions, and where its body begins. */
export interface FrontMatter {
  yaml: YamlDocument
  /** UTF-16 offset of the body in the source. */
  bodyStart: number
}

/** Where an entry stands in a post's source and where the body begins, as UTF-16 offsets. */
interface Split {
  from: number
  to: number
  bodyStart: number
}

/** Splits a post and reads its entry. */
export function splitFrontMatter(file: string, source: string): FrontMatter | { fault: Fault } {
  const split = findFrontMatter(file, source)
  if ('fault' in split) return split
  const { from, to, bodyStart } = split
  return { yaml: readYaml(file, source, from, to), bodyStart }
}

/** Splits a post. Only YAML front matter is taken; a block in a programming language is a fault and never runs. */
export function findFrontMatter(file: string, source: string): Split | { fault: Fault } {
  const fault = (what: string, mend: string, paste?: string) => ({
    fault: { file, line: 1, column: 1, what, mend, ...(paste && { paste }) },
  })
  const behind = /^\uFEFF?---[ \t]*([^\s\uFEFF][^\r\n]*)/.exec(source)?.[1]?.trim()
  if (behind)
    return fault(
      /^\w+$/.test(behind)
        ? `front matter written in \`${behind}\``
        : `\`---\` is followed by \`${behind.slice(0, 40)}\``,
      'write `---` alone on the first line, then `name: value`, one a line',
    )
  if (/^\s+---[ \t]*\r?\n/.test(source) && !/^\uFEFF?---/.test(source))
    return fault('empty space before the first `---`', 'begin the file with `---`')
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(source)) {
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
  const end = source[to - 1] === '\r' ? to - 1 : to
  return { from, to: Math.max(from, end), bodyStart: source.length - content.length }
}
