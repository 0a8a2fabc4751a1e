import type { MdastNode } from 'satteri'

/** A word of a comment, with where it stands: offsets in the file. */
export interface Name {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A comment that begins with `coldread`, taken apart. Offsets are those of the file. */
export interface Directive {
  /** The comment with its braces or angle brackets. */
  readonly start: number
  readonly end: number
  readonly verb: Name
  /** Names of rules. */
  readonly names: readonly Name[]
  /** What parts names and reason: `--`, or a dash that should be one. */
  readonly dash?: Name
  readonly reason: string
}

const inHtml = /<!--(\s*coldread\s+)([\s\S]*?)\s*-->/gi
const inBraces = /\/\*(\s*coldread\s+)([\s\S]*?)\s*\*\//gi

/** The comments of a node that begin with `coldread`. */
export function directivesIn(node: MdastNode, source: string): Directive[] {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression' && node.type !== 'html')
    return []
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return []
  const isHtml = node.type === 'html'
  const comments = [...source.slice(start, end).matchAll(isHtml ? inHtml : inBraces)]
  return comments.map(({ 0: comment, 1: head = '', 2: words = '', index }) => {
    const isWhole = comments.length === 1 && !isHtml
    const from = start + index
    return {
      start: isWhole ? start : from,
      end: isWhole ? end : from + comment.length,
      ...partsOf(words, from + (isHtml ? 4 : 2) + head.length),
    }
  })
}

/** @param at where the words begin in the file */
function partsOf(words: string, at: number): Pick<Directive, 'verb' | 'names' | 'dash' | 'reason'> {
  const dashed = /(?:^|(?<=\s))(--+|[-–—])(?=\s|$)|(?:^|(?<=\s))--(?=\S)/.exec(words)
  const [verb, ...names] = [...words.slice(0, dashed?.index).matchAll(/[^\s,]+/g)].map(
    ({ 0: text, index }) => ({
      text,
      start: at + index,
      end: at + index + text.length,
    }),
  )
  if (!dashed) return { verb: verb ?? { text: '', start: at, end: at }, names, reason: '' }
  const [{ length }, start] = [dashed[0], at + dashed.index]
  return {
    verb: verb ?? { text: '', start: at, end: at },
    names,
    dash: { text: dashed[0], start, end: start + length },
    reason: words.slice(dashed.index + length).trim(),
  }
}
