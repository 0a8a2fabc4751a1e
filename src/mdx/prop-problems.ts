import type { z } from 'zod'
import { nearest } from '../calendar/nearest.ts'
import type { Component } from './components.ts'
import { type Jsx, propsOf } from './jsx.ts'
import type { Problem } from './problem-at.ts'

/** Something wrong with a prop, written or missing. */
export interface PropProblem extends Problem {
  prop: string
}

/** What is wrong with the props of a component: unknown ones, missing ones, wrong values. */
export function propProblems(element: Jsx, { props: schema }: Component): PropProblem[] {
  const tag = element.name ?? ''
  const written = propsOf(element)
  const known = Object.keys(schema.shape)
  return (schema.safeParse(written).error?.issues ?? []).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((prop) => unknown(tag, prop, known))
    const prop = String(issue.path[0])
    return Object.hasOwn(written, prop) ? wrong(issue, prop, written[prop]) : missing(tag, prop)
  })
}

function unknown(tag: string, prop: string, known: readonly string[]): PropProblem {
  const meant = nearest(prop, known)
  const others = known.map((other) => ` or write \`${other}\``).join('')
  return {
    prop,
    what: `\`<${tag}>\` takes no \`${prop}\``,
    mend: meant ? `did you mean \`${meant}\`?` : `delete it${others}`,
  }
}

function missing(tag: string, prop: string): PropProblem {
  return { prop, what: `\`<${tag}>\` has no \`${prop}\``, mend: `write \`<${tag} ${prop}="words">\`` }
}

function wrong(issue: z.core.$ZodIssue, prop: string, value: unknown): PropProblem {
  const what = `\`${prop}\` cannot be ${value === '' ? 'empty' : `\`${JSON.stringify(value)}\``}`
  if (issue.code !== 'invalid_value') return { prop, what, mend: `write words, as in \`${prop}="words"\`` }
  const meant = nearest(String(value), issue.values.map(String))
  const choices = issue.values.map((choice) => `\`${prop}="${String(choice)}"\``)
  return {
    prop,
    what,
    mend: meant ? `did you mean \`${prop}="${meant}"\`?` : `write ${choices.join(' or ')}`,
  }
}
