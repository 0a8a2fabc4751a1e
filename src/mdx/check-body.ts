import { byPlace, type Fault } from '../calendar/fault.ts'
import type { Components } from './components.ts'
import { elementProblems } from './element-problems.ts'
import { faultAt } from './fault-at.ts'
import { isJsx } from './jsx.ts'
import { nodeProblem } from './node-problem.ts'
import type { Body } from './parse-body.ts'
import { visit } from './visit.ts'

/**
 * Every fault of a body in the order of its source, those of its syntax included. A post is data: it uses components
 * that exist, with literal props, and holds no import, export or expression, and no HTML that does anything.
 */
export function checkBody({ file, text, tree, faults: syntax }: Body, components: Components): Fault[] {
  const faults = [...syntax]
  visit(tree, (node, parents) => {
    const problem = nodeProblem(node)
    if (problem) faults.push(faultAt(file, text, { offset: node.position?.start.offset ?? 0, ...problem }))
    if (!isJsx(node)) return
    for (const found of elementProblems(node, parents, text, components))
      faults.push(faultAt(file, text, found))
  })
  return faults.sort(byPlace)
}
