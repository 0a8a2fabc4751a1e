import type { Element, ElementContent } from 'hast'
import { textOf } from './parse-html.ts'

/**
 * An element within a sentence whose words touch its marks, with the spaces beside it: `**so **` is no emphasis in Markdown.
 * Nothing but the spaces where it has no words.
 */
export function spaceOut(element: Element): ElementContent[] {
  const inner = [...element.children]
  const before = trimEdge(inner, 'start')
  const after = trimEdge(inner, 'end')
  return [...before, ...(inner.length > 0 ? [{ ...element, children: inner }] : []), ...after]
}

/** Takes spaces and breaks away from an end. */
function trimEdge(children: ElementContent[], edge: 'start' | 'end'): ElementContent[] {
  const taken: ElementContent[] = []
  for (;;) {
    const node = edge === 'start' ? children[0] : children.at(-1)
    if (node === undefined) return taken
    const isGone = (node.type === 'text' && node.value.trim() === '') || isBreak(node)
    if (isGone) {
      if (edge === 'start') taken.push(children.shift() as ElementContent)
      else taken.unshift(children.pop() as ElementContent)
      continue
    }
    if (node.type !== 'text') return taken
    const value = edge === 'start' ? node.value.trimStart() : node.value.trimEnd()
    if (value.length === node.value.length) return taken
    const space: ElementContent = { type: 'text', value: ' ' }
    if (edge === 'start') children[0] = { type: 'text', value }
    else children[children.length - 1] = { type: 'text', value }
    return edge === 'start' ? [...taken, space] : [space, ...taken]
  }
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br'
}

/** Whether nothing in it can be seen. */
export function isEmpty(children: readonly ElementContent[]): boolean {
  return children.every((child) =>
    child.type === 'element'
      ? child.tagName === 'br' || (!shows.has(child.tagName) && isEmpty(child.children))
      : child.type !== 'text' || textOf(child).trim() === '',
  )
}

const shows = new Set(['img', 'hr', 'input', 'td', 'th', 'x-footnote-mark'])
