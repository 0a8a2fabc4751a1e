import type { Element, ElementContent, Root, RootContent } from 'hast'
import { cards } from './cards.ts'
import { cut } from './cut.ts'
import type { DropList } from './drop-list.ts'
import { shapes } from './shapes.ts'

/** Brings a tree into the few elements that Markdown has words for; says what it leaves behind. */
export function tidy(root: Root, dropped: DropList): Root {
  return { type: 'root', children: tidyAll(root.children as ElementContent[], dropped) as RootContent[] }
}

function tidyAll(children: readonly ElementContent[], dropped: DropList): ElementContent[] {
  const tidied: ElementContent[] = []
  for (const child of children) {
    if (child.type === 'text') tidied.push(child)
    else if (child.type === 'element') tidied.push(...tidyElement(child, dropped))
  }
  return joined(tidied)
}

/** Marks that end where they begin again: nobody sees that, and Markdown cannot say it. */
const marks = new Set(['code', 'strong', 'em', 'del'])

function joined(children: readonly ElementContent[]): ElementContent[] {
  const all: ElementContent[] = []
  for (const child of children) {
    const last = all.at(-1)
    if (
      last?.type !== 'element' ||
      child.type !== 'element' ||
      last.tagName !== child.tagName ||
      !marks.has(child.tagName)
    )
      all.push(child)
    else all[all.length - 1] = { ...last, children: joined([...last.children, ...child.children]) }
  }
  return all
}

function tidyElement(element: Element, dropped: DropList): readonly ElementContent[] {
  const rest = cut(element, dropped) ?? cards(element, dropped)
  if (rest) return tidyAll(rest, dropped)
  if ('style' in element.properties && element.tagName === 'span')
    dropped.add('styles on words', 'posts look alike here')
  const children = tidyAll(element.children, dropped)
  const shape = Object.hasOwn(shapes, element.tagName) ? shapes[element.tagName] : undefined
  return shape ? shape({ ...element, children }, dropped) : [{ ...element, children }]
}
