import type { Segment } from '../mdx/render-body.ts'

/** Whether a body shows code in a language, which is looked at by its colors. */
export function showsCode(content: readonly Segment[]): boolean {
  return content.some(
    (segment) => typeof segment !== 'string' && (segment.component === 'Code' || showsCode(segment.children)),
  )
}
