import type { MdastNode } from 'satteri'
import type { Post } from '../../../src/calendar/post.ts'
import type { Body } from '../../../src/mdx/parse-body.ts'
import { visit } from '../../../src/mdx/visit.ts'
import type { Finding } from '../../lint/finding.ts'
import { fieldsOf } from '../../lint/text/field-places.ts'
import { lettersOf, type Words } from './letters.ts'

/** Where a finding can be seen: in the words of the page, in a preview of the panel, or only in the file. */
export type SeenPlace = { words: Words } | { preview: 'search' | 'snippets' } | { entry: true }

const blocks = new Set(['paragraph', 'heading', 'tableCell', 'code'])

/** Where the words of a finding are seen. Pure. */
export function placeOfFinding(
  post: Post,
  body: Body,
  { start, end }: Pick<Finding, 'start' | 'end'>,
): SeenPlace {
  const { text, bodyStart } = post.source
  if (start >= bodyStart) {
    const words = wordsInBody(body, start, end)
    return words ? { words } : { entry: true }
  }
  const { rangeOf } = fieldsOf(post.file, text)
  const isIn = (field: string) => {
    const [from, to] = rangeOf([field])
    return from < to && from <= start && start < to
  }
  for (const field of ['title', 'answer', 'takeaway'] as const) {
    const words = post[field]
    if (words === undefined || !isIn(field)) continue
    const around = lettersOf(words)
    const before = lettersOf(text.slice(rangeOf([field])[0], start)).length
    return { words: { around, before, length: lettersOf(text.slice(start, end)).length } }
  }
  if (isIn('description') || isIn('query')) return { preview: 'search' }
  return isIn('snippets') ? { preview: 'snippets' } : { entry: true }
}

/** The words of a range of the file, in the innermost block that it begins in. */
function wordsInBody({ tree, text }: Body, start: number, end: number): Words | undefined {
  const has = ({ position }: MdastNode) =>
    (position?.start.offset ?? 0) <= start && start < (position?.end.offset ?? 0)
  let block: MdastNode | undefined
  visit(tree, (node) => {
    if (blocks.has(node.type) && has(node)) block = node
  })
  if (!block) return undefined
  const pieces: { from: number; to: number; letters: string }[] = []
  visit(block, (node) => {
    if (node.type !== 'text' && node.type !== 'inlineCode' && node.type !== 'code') return
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    pieces.push({ from, to, letters: lettersOf(node.value) })
  })
  const lettersBefore = (offset: number) =>
    pieces.reduce(
      (sum, { from, to, letters }) =>
        sum +
        (offset >= to
          ? letters.length
          : offset <= from
            ? 0
            : Math.min(letters.length, lettersOf(text.slice(from, offset)).length)),
      0,
    )
  const before = lettersBefore(start)
  return {
    around: pieces.map(({ letters }) => letters).join(''),
    before,
    length: lettersBefore(end) - before,
  }
}
