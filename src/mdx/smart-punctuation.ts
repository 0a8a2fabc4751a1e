import type { Body } from './parse-body.ts'
import { visit } from './visit.ts'

const most = 20_000_000

/**
 * Whether Sätteri 0.10.5 can turn the quotes, dashes and dots of a body into typographic ones: that takes it time and
 * memory in proportion to their number times the length of their paragraph, about half a second at this limit.
 * A paragraph of 2,000 words with 500 quotes is at a third of it.
 * @param treeOf its tree, which is asked for only where the body is long
 */
export function canBeSmart(text: string, treeOf: () => Body['tree']): boolean {
  // What holds for the whole holds for its parts, and needs no tree.
  if (isLight(text)) return true
  let isEachLight = true
  visit(treeOf(), (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'text')) return
    if (!isLight(text.slice(node.position?.start.offset, node.position?.end.offset))) isEachLight = false
  })
  return isEachLight
}

function isLight(words: string): boolean {
  return words.length * (words.match(/["'.-]/g)?.length ?? 0) <= most
}
