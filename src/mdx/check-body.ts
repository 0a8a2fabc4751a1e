import { byPlace, type Fault } from '../calendar/fault.ts'
import type { Components } from './components.ts'
import { elementProblems } from './element-problems.ts'
import { isJsx } from './jsx.ts'
import { nodeProblem } from './node-problem.ts'
import type { Body } from './parse-body.ts'
import type { ProblemAt } from './problem-at.ts'
import { visit } from './visit.ts'

/**
 * Every fault of a body in the order of its source, those of its syntax included. A post is data: it uses components
 * that exist, with literal props, and holds no import, export or expression, and no HTML that does anything.
 */
export function checkBody({ text, tree, faults: syntax, placeOf }: Body, components: Components): Fault[] {
  const faults = [...syntax]
  const add = ({ offset, ...problem }: ProblemAt) => faults.push({ ...placeOf(offset), ...problem })
  visit(tree, (node, parents) => {
    const problem = nodeProblem(node)
    if (problem) add({ offset: node.position?.start.offset ?? 0, ...problem })
    if (isJsx(node)) elementProblems(node, parents, text, components).forEach(add)
  })
  return faults.sort(byPlace)
}
