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
  const grown = new Set<Element>()
  for (const child of children) {
    const last = all.at(-1)
    if (last?.type === 'text' && child.type === 'text')
      all[all.length - 1] = { type: 'text', value: last.value + child.value }
    else if (last?.type === 'element' && child.type === 'element' && isSameMark(last, child)) {
      const whole = grown.has(last) ? last : { ...last, children: [...last.children] }
      for (const inner of child.children) whole.children.push(inner)
      grown.add(whole)
      all[all.length - 1] = whole
    } else all.push(child)
  }
  for (const whole of grown) whole.children = joined(whole.children)
  return all
}

function isSameMark(one: Element, other: Element): boolean {
  return one.tagName === other.tagName && marks.has(one.tagName)
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
