import { z } from 'zod'
import { oneOf, slugPattern, text } from './field.ts'

const authorSchema = z.strictObject({
  name: text({ description: 'Name, as readers see it' }),
  kind: oneOf(['person', 'organization'], { description: 'Who that is', otherwise: 'person' }).default(
    'person',
  ),
  bio: text({ description: 'One or two sentences' }).optional(),
  why: text({ description: 'Why a stranger can trust them on these topics' }).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({ description: 'Their own page elsewhere' }),
})

/** `content/authors.yaml`: who signs posts and who sees to them, by id. */
export const authorsSchema = z
  .record(z.string().regex(slugPattern), authorSchema)
  .meta({ description: 'Who signs posts and who sees to them, by id' })

export type Author = z.output<typeof authorSchema>
