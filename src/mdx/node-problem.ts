import type { MdastNode } from 'satteri'
import { addressProblem } from './address-problem.ts'
import { isComment } from './literal.ts'
import type { Problem } from './problem-at.ts'
import { quote } from './quote.ts'

/** What makes a node of Markdown unfit for a post: code, a second title, an address that a post cannot have. */
export function nodeProblem(node: MdastNode): Problem | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return moduleProblem(node.value)
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return expressionProblem(node.value)
    case 'heading':
      return node.depth === 1
        ? { what: "a post's title is its only h1", mend: 'write it as `## Words`' }
        : undefined
    case 'link':
    case 'definition':
      return addressProblem(node.url, 'link')
    case 'image':
      return addressProblem(node.url, 'image')
    default:
      return undefined
  }
}

const statement =
  /^(?:import\s*(?:[\w*{][\s\S]*\sfrom\s*)?["']|export\s+(?:default|const|let|var|function|class|async)\b|export\s*[{*])/

function moduleProblem(value: string): Problem {
  const [line = '', word = ''] = /^(\w+).*/.exec(value) ?? []
  return statement.test(value)
    ? { what: `${quote(line)} is code`, mend: 'delete it: the components of a site need no import' }
    : { what: `${quote(line)} is read as code`, mend: `begin the line with another word than \`${word}\`` }
}

function expressionProblem(value: string): Problem | undefined {
  if (isComment(value)) return undefined
  const what = `${quote(`{${value}}`)} is code`
  if (value.trim() === '') return { what, mend: 'write `\\{\\}` to show the braces' }
  return { what, mend: `write what it stands for, or ${quote(`\\{${value}\\}`)} to show it` }
}
