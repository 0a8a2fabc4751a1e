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
  return tidied
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
