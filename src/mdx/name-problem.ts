import { nearest } from '../calendar/nearest.ts'
import { type Components, reserved } from './components.ts'
import { htmlElements, insteadOf } from './html-elements.ts'
import { isComponent } from './jsx.ts'
import type { Problem } from './problem-at.ts'

/** What is wrong with the name of a tag, if anything: no such component, or HTML that a post may not hold. */
export function nameProblem(name: string, components: Components): Problem | undefined {
  return isComponent(name) ? componentProblem(name, components) : htmlProblem(name)
}

function componentProblem(name: string, { builtIn, names }: Components): Problem | undefined {
  const instead = reserved.get(name)
  if (instead) return { what: `\`<${name}>\` is not for posts`, mend: instead }
  const known = [...new Set([...Object.keys(builtIn), ...names])]
    .filter((other) => !reserved.has(other))
    .sort()
  if (known.includes(name)) return undefined
  const meant = nearest(name, known)
  const all = known.map((other) => `\`<${other}>\``).join(', ')
  return {
    what: `there is no component \`<${name}>\``,
    mend: meant
      ? `did you mean \`<${meant}>\`?`
      : `write one of ${all}, or \`\\<${name}>\` to show the words`,
  }
}

function htmlProblem(name: string): Problem | undefined {
  if (htmlElements.has(name)) return undefined
  const meant = nearest(name, htmlElements.keys())
  return {
    what: `\`<${name}>\` cannot stand in a post`,
    mend:
      insteadOf.get(name) ??
      (meant ? `did you mean \`<${meant}>\`?` : `leave the tags out, or write \`\\<${name}>\` to show them`),
  }
}
