import type { MdastNode } from 'satteri'
import { attributeOffsets } from './attribute-offsets.ts'
import { attributeProblem } from './attribute-problem.ts'
import type { Components } from './components.ts'
import { htmlElements } from './html-elements.ts'
import { isJsx, type Jsx } from './jsx.ts'
import { nameProblem } from './name-problem.ts'
import type { ProblemAt } from './problem-at.ts'
import { propProblems } from './prop-problems.ts'

/**
 * What makes a tag unfit for a post: its name, the place it stands in, its attributes.
 * @param source what the element's offsets mean
 */
export function* elementProblems(
  element: Jsx,
  parents: readonly MdastNode[],
  source: string,
  components: Components,
): Generator<ProblemAt> {
  const { name, attributes } = element
  const offset = element.position?.start.offset ?? 0
  if (name === null) {
    yield { offset, what: '`<>` does nothing in a post', mend: 'delete `<>` and `</>`' }
    return
  }

  const html = htmlElements.get(name)
  const component = Object.hasOwn(components.builtIn, name) ? components.builtIn[name] : undefined
  const misnamed = nameProblem(name, components)
  if (misnamed) yield { offset, ...misnamed }
  else if ((component ?? html)?.isInline === false && parents.some(holdsWords)) {
    yield {
      offset,
      what: `\`<${name}>\` stands within a paragraph`,
      mend: 'put it on lines of its own, with an empty line before and after',
    }
  }

  const offsets = attributeOffsets(element, source)
  const places = new Map<string, number>()
  const faulty = new Set<string>()
  for (const [index, attribute] of attributes.entries()) {
    const prop = attribute.type === 'mdxJsxAttribute' ? attribute.name : `{${attribute.value}}`
    const at = offsets[index] ?? offset
    const problem = places.has(prop)
      ? { what: `\`${prop}\` is written twice`, mend: 'delete one of them' }
      : attributeProblem(attribute, html)
    places.set(prop, at)
    if (!problem) continue
    faulty.add(prop)
    yield { offset: at, ...problem }
  }
  if (!component) return
  for (const { prop, ...problem } of propProblems(element, component)) {
    if (!faulty.has(prop)) yield { offset: places.get(prop) ?? offset, ...problem }
  }
}

function holdsWords(node: MdastNode): boolean {
  if (isJsx(node)) return htmlElements.get(node.name ?? '')?.holdsWords === true
  return node.type === 'paragraph' || node.type === 'heading'
}
