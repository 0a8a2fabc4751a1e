import { builtIn } from '../mdx/components.ts'

/** What a body may hold, for who writes it in a form. @param components names of the components that a site has */
export function bodyHint(components: readonly string[]): string {
  const own = Object.keys(builtIn)
  const all = [...own, ...components.filter((name) => !own.includes(name))].map((name) => `\`<${name}>\``)
  return `Markdown, with the components ${all.join(', ')}. Each heading is best a question.`
}
