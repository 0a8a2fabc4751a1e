import type { Element, ElementContent, Root } from 'hast'
import { toMdast } from 'hast-util-to-mdast'
import type { Root as MarkdownRoot, RootContent } from 'mdast'
import { footnoteHandlers } from './footnotes.ts'
import { isElement } from './parse-html.ts'
import { simpleBlock } from './simple-block.ts'

/** Markdown's tree of a tidy one. */
export function markdownTree(root: Root): MarkdownRoot {
  if (
    !root.children.every((child) =>
      isElement(child) ? blocks.has(child.tagName) : isSpace(child as ElementContent),
    )
  )
    return { type: 'root', children: byLibrary(root.children as ElementContent[]) }
  const children: RootContent[] = []
  let others: Element[] = []
  const flush = () => {
    if (others.length > 0) children.push(...byLibrary(others))
    others = []
  }
  for (const child of root.children) {
    if (!isElement(child)) continue
    const simple = simpleBlock(child)
    if (!simple) {
      others.push(child)
      continue
    }
    flush()
    children.push(simple)
  }
  flush()
  return { type: 'root', children }
}

/** Elements that stand on lines of their own. */
const blocks = new Set('p h1 h2 h3 h4 h5 h6 ul ol pre hr blockquote table div'.split(' '))

function isSpace(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() === ''
}

function byLibrary(children: ElementContent[]): RootContent[] {
  const tree = toMdast({ type: 'root', children }, { document: true, handlers: footnoteHandlers })
  return tree.type === 'root' ? tree.children : [tree as RootContent]
}
