import { nearest } from '../calendar/nearest.ts'
import { type Components, reserved } from './components.ts'
import { htmlElements, insteadOf } from './html-elements.ts'
import { isComponent } from './jsx.ts'
import type { Problem } from './problem-at.ts'

/** What is wrong with the name of a tag, if anything: no such component, or HTML that a post may not hold. */
export function nameProblem(name: string, { builtIn, names }: Components): Problem | undefined {
  const instead = reserved.get(name)
  if (instead) return { what: `\`<${name}>\` is not for posts`, mend: instead }
  const known = new Set([...Object.keys(builtIn), ...names].filter((other) => !reserved.has(other)))
  if (known.has(name) || htmlElements.has(name)) return undefined

  const what = isComponent(name)
    ? `there is no component \`<${name}>\``
    : `\`<${name}>\` cannot stand in a post`
  const better = insteadOf.get(name)
  if (better) return { what, mend: better }
  const meant = nearest(name, isComponent(name) ? known : [...known, ...htmlElements.keys()])
  if (meant) return { what, mend: `did you mean \`<${meant}>\`?` }
  const all = [...known].sort().map((other) => `\`<${other}>\``)
  return {
    what,
    mend: isComponent(name)
      ? `write one of ${all.join(', ')}, or \`\\<${name}>\` to show the words`
      : `leave the tags out, or write \`\\<${name}>\` to show them`,
  }
}
