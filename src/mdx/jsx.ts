import type { HastNode, MdastNode } from 'satteri'
import { type Literal, parseLiteral } from './literal.ts'

type Tag = { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }

/** `<Name …>…</Name>` in a body, in either tree. */
export type Jsx = Extract<MdastNode | HastNode, Tag>

/** Whether a node was written as a tag. */
export function isJsx<N extends { type: string }>(node: N): node is Extract<N, Tag> {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** Whether a tag's name means a component rather than an HTML element, by JSX's own rule. */
export function isComponent(name: string): boolean {
  return !/^[a-z][^.]*$/.test(name)
}

/** What an attribute says: true where it has no value, undefined where its value is code. */
export function literalOf(attribute: Jsx['attributes'][number]): Literal | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') return undefined
  const { value } = attribute
  return typeof value === 'object' && value ? parseLiteral(value.value) : (value ?? true)
}

/** The attributes of an element whose values are literals. */
export function propsOf({ attributes }: Jsx): Record<string, Literal> {
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const value = literalOf(attribute)
      return attribute.type === 'mdxJsxAttribute' && value !== undefined ? [[attribute.name, value]] : []
    }),
  )
}
