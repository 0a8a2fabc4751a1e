import type { Element, ElementContent } from 'hast'
import { find, isElement, make, textOf } from './parse-html.ts'
import { isEmpty } from './space-out.ts'

/**
 * One picture with words below it: those become its title. Of anything else that has words below it they become a paragraph of
 * their own, and where they hold a link too.
 */
export function shapeFigure(element: Element): ElementContent[] {
  const captions = element.children.filter(isCaption)
  const rest = element.children.filter((child) => !isCaption(child))
  const words = captions.flatMap(({ children }) => (isEmpty(children) ? [] : children))
  const text = captions.map(textOf).join(' ').replace(/\s+/g, ' ').trim()
  const [picture, ...others] = picturesIn(rest)
  const isPlain = !captions.some((caption) => find(caption, ({ tagName }) => tagName === 'a'))
  const shown = rest.every(isInSentence) ? [make('p', rest)] : rest
  if (picture && others.length === 0 && isPlain) {
    if (text !== '') picture.properties.title = text
    return shown
  }
  return [...(isEmpty(rest) ? [] : shown), ...(text === '' ? [] : [make('p', words)])]
}

const inSentences = new Set(['img', 'a', 'br', 'em', 'strong'])

function isInSentence(node: ElementContent): boolean {
  return node.type !== 'element' || inSentences.has(node.tagName)
}

function isCaption(node: ElementContent): node is Element {
  return isElement(node) && node.tagName === 'figcaption'
}

function picturesIn(children: readonly ElementContent[]): Element[] {
  return children.flatMap((child) => {
    if (!isElement(child)) return []
    return child.tagName === 'img' ? [child] : picturesIn(child.children)
  })
}
