import type { Place } from '../calendar/fault.ts'
import { attributeOffsets } from './attribute-offsets.ts'
import { isJsx, literalOf } from './jsx.ts'
import type { Body } from './parse-body.ts'
import { visit } from './visit.ts'

/** Something that a body leads to or shows. */
export interface Link extends Place {
  kind: 'link' | 'image'
  /** As written; of a reference such as `[words][name]`, what its definition says. */
  url: string
  /** The same place as an offset, in UTF-16 units. */
  offset: number
}

/** Attributes that hold an address, of HTML elements and of components alike. */
const attributes = new Map<string, Link['kind']>([
  ['href', 'link'],
  ['src', 'image'],
])

/**
 * The links and images of a body in the order of its source: Markdown's, `<a href>`, and the `href` and `src` of
 * components. Each stands where its Markdown begins, or where its attribute does.
 */
export function collectLinks(body: Body): readonly Link[] {
  return kept.getOrInsertComputed(body, findLinks)
}

/** Says what the links of a body are, where that is known already. */
export function keepLinks(body: Body, links: readonly Link[]): void {
  kept.set(body, links)
}

const kept = new WeakMap<Body, readonly Link[]>()

function findLinks({ text, tree, placeOf }: Body): Link[] {
  const links: Link[] = []
  const definitions = new Map<string, string>()
  const add = (kind: Link['kind'], url: string | undefined, offset = 0) => {
    if (url !== undefined) links.push({ kind, url, offset, ...placeOf(offset) })
  }
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url)
  })
  visit(tree, (node) => {
    const offset = node.position?.start.offset
    if (node.type === 'link' || node.type === 'image') add(node.type, node.url, offset)
    else if (node.type === 'linkReference') add('link', definitions.get(node.identifier), offset)
    else if (node.type === 'imageReference') add('image', definitions.get(node.identifier), offset)
    else if (isJsx(node)) {
      const offsets = attributeOffsets(node, text)
      for (const [index, attribute] of node.attributes.entries()) {
        const url = literalOf(attribute)
        const kind = attribute.type === 'mdxJsxAttribute' && attributes.get(attribute.name)
        if (kind && typeof url === 'string') add(kind, url, offsets[index])
      }
    }
  })
  return links
}
