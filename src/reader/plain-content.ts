import type { Segment } from '../mdx/render-body.ts'

/** Components that add to what stands inside them only on a page. */
const onlyOnPages = new Set(['Code', 'Term'])

/** A body for where nothing can open and nothing has a look: glossary words and code are plain. */
export function plainContent(content: readonly Segment[]): Segment[] {
  return content.flatMap((segment) => {
    if (typeof segment === 'string') return [segment]
    const children = plainContent(segment.children)
    return onlyOnPages.has(segment.component) ? children : [{ ...segment, children }]
  })
}
