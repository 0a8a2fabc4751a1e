import { jsonSchemaOf, renderReference, schemas } from '../../src/calendar/reference.ts'
import { rules } from '../lint/rules.ts'
import { lintSchemas } from '../lint/settings-schema.ts'

/** What follows from the schemas, by path: the reference of all fields, and JSON Schemas for editors. */
export function schemaFiles(): Map<string, string> {
  const lint = lintSchemas(rules)
  const names = Object.keys(schemas) as (keyof typeof schemas)[]
  return new Map([
    ['content/README.md', renderReference(lint)],
    ...names.map((name): [string, string] => [
      `.vscode/schemas/${name}.json`,
      `${JSON.stringify(jsonSchemaOf(name, lint), null, 2)}\n`,
    ]),
  ])
}
