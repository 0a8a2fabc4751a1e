import * as own from 'virtual:coldread/own-components'
import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import CodeBlock from './CodeBlock.astro'
import PostImage from './PostImage.astro'
import PostTable from './PostTable.astro'

const files = import.meta.glob<{ default: AstroComponentFactory }>('./mdx/*.astro', { eager: true })

const registry: Readonly<Record<string, AstroComponentFactory>> = {
  ...own,
  ...Object.fromEntries(
    Object.entries(files).map(([file, { default: component }]) => [
      file.slice('./mdx/'.length, -'.astro'.length),
      component,
    ]),
  ),
  Code: CodeBlock,
  Image: PostImage,
  Table: PostTable,
}

/**
 * The component that a post means by a name: a file in `mdx/` here or in the blog's own project, or one of those that Markdown itself needs.
 * Each gets what its writer wrote as props, the post's `images`, and its children as the default slot.
 */
export function mdxComponent(name: string): AstroComponentFactory {
  const component = registry[name]
  if (!component) throw new Error(`no component \`${name}\` in src/components/mdx/`)
  return component
}
