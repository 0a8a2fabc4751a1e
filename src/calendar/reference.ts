import { z } from 'zod'
import { activitiesSchema } from './activity.ts'
import { authorsSchema } from './authors.ts'
import { postSchema } from './front-matter-schema.ts'
import { glossarySchema } from './glossary.ts'
import { planSchema } from './plan.ts'

/** Everything that people write, by name: what it is, where it stands, and its schema. */
export const schemas = {
  post: { title: 'A post', where: 'front matter of `content/posts/*.mdx`', schema: postSchema },
  plan: { title: 'The plan', where: '`content/plan.yaml`', schema: planSchema },
  glossary: { title: 'The glossary', where: '`content/glossary.yaml`, a list', schema: glossarySchema },
  authors: { title: 'Authors', where: '`content/authors.yaml`, by id', schema: authorsSchema },
  activities: { title: 'Activities', where: '`content/activities/*.yaml`, lists', schema: activitiesSchema },
} as const satisfies Record<string, { title: string; where: string; schema: z.ZodType }>

type JsonSchema = z.core.JSONSchema.JSONSchema

/** What stands in `lint` of the plan and of posts; the calendar takes any data there. */
export interface LintSchemas {
  plan: z.ZodType
  post: z.ZodType
  /** Levels and options by rule, which stand in that of the plan. */
  rules: z.ZodType
}

/** The JSON Schema of what people write under a name, for editors. */
export function jsonSchemaOf(name: keyof typeof schemas, lint: LintSchemas): JsonSchema {
  return toJsonSchema(withLint(name, lint))
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    // zod drops the examples of fields that are read into something else, though they are what is typed.
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.examples
      if (examples) jsonSchema.examples = examples as typeof jsonSchema.examples & unknown[]
    },
  })
}

function withLint(name: keyof typeof schemas, lint: LintSchemas): z.ZodType {
  if (name === 'plan') return planSchema.extend({ lint: lint.plan.optional() })
  if (name === 'post') return postSchema.extend({ lint: lint.post.optional() })
  return schemas[name].schema
}

/** All fields as Markdown tables, from the same schemas. */
export function renderReference(lint: LintSchemas): string {
  const parts = Object.entries(schemas).map(([name, { title, where }]) => {
    const rows = rowsOf(jsonSchemaOf(name as keyof typeof schemas, lint), '')
    return `## ${title}\n\nIn ${where}.\n\n| field | meaning | when left out |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  const rules = rowsOf(toJsonSchema(lint.rules), '')
  return `# What you can write

Every field that Coldread reads. Made from the schemas by \`npm run coldread -- schemas\`; do not edit it by hand.
Days and times are wall clock in the plan's zone: \`2026-12-08\`, \`2026-12-08 09:00\`.

Below its front matter a post is Markdown, with [components](../src/components/mdx/README.md) for steps, pictures, callouts and words that need explaining.

${parts.join('\n')}
## Rules of the lint

In \`lint.rules\` of the plan, and below \`lint.goals.<goal>\` and \`lint.paths.<pattern>\`, which count more. A rule has a level,
\`error\`, \`warning\`, \`suggestion\` or \`off\`; or options, with \`level\` among them.

| rule or option | meaning | when left out |
| --- | --- | --- |
${rules.join('\n')}
`
}

function rowsOf(schema: JsonSchema, prefix: string, isRequired = false): string[] {
  const about = schema as JsonSchema & { otherwise?: string }
  const rows: string[] = []
  if (prefix) {
    const words = about.enum ? ` One of ${about.enum.map((word) => `\`${word}\``).join(', ')}.` : ''
    const example = about.examples?.[0]
    const shown = example === undefined ? '' : ` As in \`${example}\`.`
    const usual =
      Object.keys(Object(about.default)).length === 0 && typeof about.default === 'object'
        ? undefined
        : about.default
    const otherwise =
      about.otherwise ?? (isRequired ? 'required' : usual === undefined ? '–' : `\`${usual}\``)
    if (about.description)
      rows.push(`| \`${prefix}\` | ${sentence(about.description ?? '')}${words}${shown} | ${otherwise} |`)
  }
  const inner = (name: string) => (prefix ? `${prefix}.${name}` : name)
  for (const [name, field] of Object.entries(about.properties ?? {}))
    rows.push(...rowsOf(field as JsonSchema, inner(name), about.required?.includes(name)))
  const { items, additionalProperties, anyOf } = about
  if (isGroup(items)) rows.push(...rowsOf(items, prefix && `${prefix}[]`))
  if (isGroup(additionalProperties)) rows.push(...rowsOf(additionalProperties, inner('<name>')))
  for (const choice of anyOf ?? []) {
    const list = (choice as JsonSchema).items
    if (isGroup(list)) rows.push(...rowsOf(list, `${prefix}[]`))
    if (isGroup(choice)) rows.push(...rowsOf(choice, prefix))
  }
  return rows.map((row) => row.replace(/\n/g, ' '))
}

function isGroup(schema: unknown): schema is JsonSchema {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    ('properties' in schema || 'anyOf' in schema || 'additionalProperties' in schema)
  )
}

function sentence(text: string): string {
  return text && !/[.!?]$/.test(text) ? `${text}.` : text
}
