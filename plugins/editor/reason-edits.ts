import { isMap, isScalar, type Pair, parseDocument, type Scalar } from 'yaml'
import { splitFrontMatter } from '../../src/calendar/front-matter.ts'
import { isPost } from '../../src/calendar/sources.ts'
import { acceptWord } from '../lint/accept/accept.ts'
import type { Edit, Finding } from '../lint/finding.ts'
import type { Text } from '../lint/text/text.ts'

/** An edit with a place that the writer fills in. */
export interface ReasonEdit extends Edit {
  /** Offset in `text` where the reason is to be written. */
  readonly reasonAt: number
}

/**
 * Switches a finding off where it stands: by a comment before its block, or in the post's entry where it is about a
 * field or about the calendar. Undefined where neither can be written.
 */
export function disablingEdit(
  { rule, start }: Pick<Finding, 'rule' | 'start'>,
  { file, source, tree }: Pick<Text, 'file' | 'source' | 'tree'>,
  isOfCalendar: boolean,
): ReasonEdit | undefined {
  const split = isPost(file) ? splitFrontMatter(file, source) : undefined
  const bodyStart = split && !('fault' in split) ? split.bodyStart : 0
  if (isOfCalendar || start < bodyStart) return bodyStart > 0 ? entryEdit(rule, source, bodyStart) : undefined
  return commentEdit(rule, start, { file, source, tree })
}

/** A comment on a line of its own before the block that holds an offset; inside a component, before the block there. */
function commentEdit(
  rule: string,
  offset: number,
  { file, source, tree }: Pick<Text, 'file' | 'source' | 'tree'>,
): ReasonEdit | undefined {
  let block = childAt(tree.children, offset)
  while (block?.type === 'mdxJsxFlowElement') {
    const inner = childAt(block.children, offset)
    if (!inner) break
    block = inner
  }
  const start = block?.position?.start.offset
  if (start === undefined) return undefined
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const indent = /^[ \t]*/.exec(source.slice(lineStart, start))?.[0] ?? ''
  if (lineStart + indent.length !== start) return undefined
  const lineEnd = lineEndOf(source)
  const before = /(?:^|\n[ \t]*\r?\n)$/.test(source.slice(0, lineStart)) ? '' : lineEnd
  const [open, close] = file.endsWith('.mdx') ? ['{/* ', ' */}'] : ['<!-- ', ' -->']
  const head = `${before}${indent}${open}coldread disable-next ${rule} -- `
  return { start: lineStart, end: lineStart, text: head + close + lineEnd, reasonAt: head.length }
}

function childAt(
  nodes: Text['tree']['children'],
  offset: number,
): Text['tree']['children'][number] | undefined {
  return nodes.find(({ position }) => {
    const { start, end } = position ?? {}
    return (start?.offset ?? Infinity) <= offset && offset < (end?.offset ?? 0)
  })
}

/** A line of `lint.off` in a post's entry. */
function entryEdit(rule: string, source: string, bodyStart: number): ReasonEdit | undefined {
  const from = source.indexOf('\n') + 1
  const to = source.lastIndexOf('\n---', bodyStart - 1) + 1
  const lineEnd = lineEndOf(source)
  const entry = parseDocument(source.slice(from, to))
  const insert = (at: number, head: string, tail: string): ReasonEdit => ({
    start: from + at,
    end: from + at,
    text: head + tail,
    reasonAt: head.length,
  })
  if (entry.contents !== null && !(isMap(entry.contents) && !entry.contents.flow)) return undefined
  const lint = entry.get('lint', true)
  if (!entry.has('lint')) return insert(to - from, `lint:${lineEnd}  off:${lineEnd}    ${rule}: `, lineEnd)
  if (!isMap(lint)) return undefined
  const off = lint.get('off', true)
  if (isMap(off) && off.flow && off.range)
    return insert(off.range[0] + 1, ` ${rule}: '`, `'${off.items.length > 0 ? ',' : ' '}`)
  const first = isMap(off) ? keyOf(off.items[0]) : undefined
  if (!first?.range) return undefined
  const at = first.range[0]
  const indent = at - (source.slice(from, from + at).lastIndexOf('\n') + 1)
  return insert(at, `${rule}: `, lineEnd + ' '.repeat(indent))
}

function keyOf(pair: Pair | undefined): Scalar | undefined {
  return isScalar(pair?.key) ? pair.key : undefined
}

function lineEndOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n'
}

/** Stands where the reason will be until the edit is made of it. */
const blank = 'why-readers-know-it'

/** Accepts a word in the glossary. Undefined where it stands there already, or where nothing can be added to the file. */
export function acceptingEdit(word: string, glossary: string): ReasonEdit | undefined {
  const accepted = acceptWord(glossary, { word, because: blank })
  if (!('text' in accepted)) return undefined
  const at = accepted.text.lastIndexOf(blank)
  const text = accepted.text.slice(0, at) + accepted.text.slice(at + blank.length)
  let start = 0
  while (start < glossary.length && glossary[start] === text[start]) start++
  let end = glossary.length
  const longer = text.length - glossary.length
  while (end > start && start <= end + longer - 1 && glossary[end - 1] === text[end - 1 + longer]) end--
  return { start, end, text: text.slice(start, end + longer), reasonAt: at - start }
}
