import { z } from 'zod'
import { oneOf, slugPattern, text } from './field.ts'

const column = (what: string, examples: string[]) =>
  text({ description: `Column or field that holds ${what}`, examples })

const tableSchema = z.strictObject({
  on: text({
    description: 'Where it was heard, where no column says so: a channel, or a name of your choice',
    otherwise: "the table's own name",
    examples: ['email'],
  }).optional(),
  columns: z
    .strictObject({
      text: column('the words', ['Question']),
      at: column('the day or time', ['Created']).optional(),
      by: column('who said it', ['Customer']).optional(),
      on: column('where it was heard', ['Channel']).optional(),
      url: column('the address where it can be read', ['Link']).optional(),
    })
    .meta({ description: 'What its columns are called' }),
  dates: oneOf(['dd/mm/yyyy', 'mm/dd/yyyy'], {
    description: 'The order of dates that are written with strokes',
  }).optional(),
})

/** What the plan says of the inbox. */
export const inboxSchema = z.strictObject({
  people: oneOf(['hash', 'drop', 'keep'], {
    description:
      'What becomes of names: a hash tells people apart without naming them, though somebody who tries a name can recognize it; `drop` keeps nothing, `keep` keeps the name',
  }).default('hash'),
  tables: z.record(z.string().regex(slugPattern), tableSchema).default({}).meta({
    description: 'Tables that you import, by a name of your choice: `.csv` files, or `.jsonl` files',
  }),
})

/** The columns of a table that is imported. */
export type InboxTable = z.output<typeof tableSchema>
export type InboxSettings = z.output<typeof inboxSchema>
