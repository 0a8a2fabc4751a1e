import { z } from 'zod'
import { readSpan } from './amount.ts'
import { cellFillings, readCellPattern } from './cell-pattern.ts'
import { oneOf, readAs, slugPattern, text } from './field.ts'
import { networks, senderNames } from './vocabulary.ts'

const boards = z
  .record(z.string(), text({ description: 'Name of a board' }))
  .default({})
  .meta({ description: 'The board that pins of a channel go to, by channel' })

const templateSchema = z.strictObject({
  file: text({
    description:
      "A file of comma-separated values that you downloaded from the tool, beside the plan; its first line names the tool's columns",
    otherwise: 'no line of names is written, and the columns stand as in `columns`',
    examples: ['./exports/metricool.csv'],
  }).optional(),
  columns: z
    .record(
      z.string(),
      readAs(readCellPattern, {
        description: 'What stands in the column; `{text}`, `{year}` and the like are filled in',
        examples: ['{day}/{month}/{year} {hour}:{minute}'],
      }),
    )
    .meta({
      description: `What the columns hold, by their names in the file; the others stay empty. Filled in are ${Object.entries(
        cellFillings,
      )
        .map(([name, meaning]) => `\`{${name}}\` (${meaning})`)
        .join(', ')}`,
    }),
  networks: z
    .partialRecord(z.enum(networks), text({ description: 'Name of a column' }))
    .optional()
    .meta({
      description: 'The column of each network, which holds `TRUE` or `FALSE`',
      otherwise: 'one file a channel',
    }),
  mostRows: z
    .int()
    .positive()
    .optional()
    .meta({ description: 'Rows that a file may have', examples: [50] }),
  lead: readAs(readSpan, {
    description: 'How far ahead a post has to be',
    examples: ['10m'],
  }).prefault('10m'),
})

/** What the plan says of the posting tools that snippets are handed over to. */
export const exportsSchema = z.strictObject({
  buffer: z.strictObject({ boards }).optional().meta({ description: 'Buffer' }),
  publer: z.strictObject({ boards }).optional().meta({ description: 'Publer' }),
  'sprout-social': z
    .strictObject({
      dates: oneOf(['mm/dd/yyyy', 'dd/mm/yyyy'], { description: 'The order of dates in your account' }),
    })
    .optional()
    .meta({ description: 'Sprout Social' }),
  postiz: z
    .strictObject({
      channels: z
        .record(
          z.string(),
          z.strictObject({
            integration: text({ description: "Id of the channel's integration in Postiz" }),
            settings: z.record(z.string(), z.unknown()).default({}).meta({
              description:
                'Settings that Postiz wants for this network besides, as `board` of Pinterest; `__type` where it is not the usual one, as `linkedin-page`',
            }),
          }),
        )
        .meta({ description: 'What your channels are in Postiz, by name' }),
    })
    .optional()
    .meta({ description: 'Postiz' }),
  delivery: z
    .strictObject({
      channels: z
        .record(
          z.string(),
          z.strictObject({
            sender: oneOf(senderNames, { description: 'Who posts to this channel' }),
            settings: z.record(z.string(), z.unknown()).default({}).meta({
              description: 'What its sender wants to know besides; never anything secret',
            }),
          }),
        )
        .default({})
        .meta({
          description: 'Who posts to which channel, by name',
          otherwise: 'channels on Bluesky and Mastodon are posted to by the senders of these names',
        }),
    })
    .optional()
    .meta({ description: 'Delivery by workers of your own, by way of Redis' }),
  templates: z
    .record(z.string().regex(slugPattern), templateSchema)
    .default({})
    .meta({ description: 'Other tools, by a name of your choice: a file of theirs that is filled in' }),
})

/** A tool's own file, and what its columns hold. */
export type Template = z.output<typeof templateSchema>
