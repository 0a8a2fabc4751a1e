import { z } from 'zod'
import { type Offset, readOffset, readSpan } from './amount.ts'
import { oneOf, readAs, text } from './field.ts'
import { isProblem, type Read } from './problem.ts'
import { readDay, readWallClock, readZone, type WallClock } from './time.ts'
import { kinds } from './vocabulary.ts'

/** When a snippet goes out: at the channel's next free time, counted from its post, or at a wall clock. */
export type At = 'next' | Offset | WallClock

/** Reads `next`, `+2d 09:00` or `2026-12-08 09:00`. */
function readAt(written: string): Read<At> {
  if (written === 'next') return 'next'
  if (written.startsWith('+')) return readOffset(written)
  const read = readWallClock(written)
  return isProblem(read) ? { ...read, mend: `${read.mend}; or write \`next\`, or \`+2d 09:00\`` } : read
}

/** Where a wall clock is read, and which reading is meant when clocks change. Stands beside every field with a time. */
export const clockFields = {
  zone: readAs(readZone, {
    description: 'Time zone of the times of this entry, a name of the time zone database',
    otherwise: "the plan's",
    examples: ['Europe/Tallinn'],
  }).optional(),
  fold: oneOf(['earlier', 'later'], {
    description: 'Which one is meant, where the clocks change and a time happens twice or not at all',
    otherwise: 'such a time is refused, and both choices are shown',
  }).optional(),
}

/** What snippets and activities share. */
export const timedFields = {
  ...clockFields,
  image: z
    .strictObject({
      src: text({ description: 'Image file, relative to this one', examples: ['./week.png'] }),
      alt: text({ description: 'The image in words, for someone who cannot see it' }),
    })
    .optional()
    .meta({ description: 'An image to go with it' }),
  repeat: z
    .strictObject({
      every: readAs(readSpan, {
        description: 'How long after the last time',
        examples: ['4 weeks', '1 month'],
      }),
      max: z
        .int()
        .positive()
        .optional()
        .meta({ description: 'How often at the most, the first time counted' }),
      until: readAs(readDay, { description: 'Last day on which it may go out' }).optional(),
      variants: z
        .array(text({ description: 'Another wording' }))
        .optional()
        .meta({ description: 'Other wordings, taken in turn' }),
    })
    .optional()
    .meta({ description: 'Go out again' }),
  until: readAs(readDay, { description: 'Last day of an offer' }).optional(),
  consent: text({ description: 'Who agreed that their story is told, and when' }).optional(),
}

/** A text for one channel, in full. */
const snippetSchema = z
  .strictObject({
    kind: oneOf(kinds, { description: 'What it is', otherwise: 'link' }).optional(),
    at: readAs(readAt, {
      description: 'When: an offset from the post, `next` free time of the channel, or a wall clock',
      otherwise: 'next',
      examples: ['+2d 09:00', 'next', '2026-12-08 09:00'],
    }).optional(),
    text: text({ description: 'The words' }).optional(),
    parts: z
      .array(text({ description: 'One post of the thread' }))
      .min(2)
      .optional()
      .meta({ description: 'The words of a thread, post by post' }),
    firstComment: text({ description: 'A comment to add right after posting' }).optional(),
    only: z.boolean().optional().meta({ description: 'An offer that no other channel gets' }),
    ...timedFields,
  })
  .refine(({ text: words, parts }) => (words === undefined) !== (parts === undefined), {
    error: 'a snippet has either `text` or `parts`',
    params: { mend: 'write the words as `text`, or as `parts` for a thread' },
  })

/** A snippet as written: plain text is a `link` at the channel's next free time. */
export type WrittenSnippet = z.output<typeof snippetSchema>

/** The snippets of a post by channel. */
export const snippetsSchema = z
  .record(z.string(), z.union([text({ description: 'The words' }), z.array(snippetSchema).min(1)]))
  .meta({ description: 'Texts for channels, by channel: the words alone, or a list in full' })
