import { z } from 'zod'

/** The longest text of an entry that is kept, in UTF-16 units. */
export const longestHeard = 500

/** How a page or a search did in a search engine, over the days of one export. */
const figures = z.strictObject({
  clicks: z.number().nonnegative(),
  impressions: z.number().nonnegative(),
  /** Mean place among the results, from 1. */
  position: z.number().nonnegative(),
})
export type Figures = z.output<typeof figures>

/** What an entry is: somebody asked us, somebody spoke of it, strangers searched for it, a page that search engines showed. */
const heardKinds = ['question', 'mention', 'search', 'page'] as const

/** Nothing that is not seen: lines may come from anybody, and are printed on terminals. */
const plain = z.string().regex(/^(?:[\u200c\u200d]|[^\p{Cc}\p{Cf}])*$/u)

const heard = z.strictObject({
  type: z.literal('heard'),
  /** Twelve hexadecimal digits of a hash of what was heard: the same words from the same place are one entry. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  kind: z.enum(heardKinds),
  /** Plain words; of a page its address. */
  text: plain.min(1).max(longestHeard),
  /** A channel of the plan, `search`, or what its source was called. */
  on: plain.min(1).max(60),
  /** A day, or an instant in UTC where the time is known. */
  at: z.union([z.iso.date(), z.iso.datetime()]),
  /** Tells people apart: a hash of a name; a name only where the plan asks for it. */
  by: plain.min(1).max(80).optional(),
  /** Where it can be read. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  /** Of a search or page. */
  figures: figures.optional(),
})

/** Something that was heard, as a line of the inbox. */
export type Heard = z.output<typeof heard>

const answered = z.strictObject({
  type: z.literal('answered'),
  /** Which entry. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  at: z.union([z.iso.date(), z.iso.datetime()]),
  /** Slug of the post that was sent. */
  with: plain.min(1).max(200).optional(),
})

/** Somebody got an answer. */
export type Answered = z.output<typeof answered>

/** One line of the inbox's files. */
export const inboxLine = z.discriminatedUnion('type', [heard, answered])
export type InboxLine = z.output<typeof inboxLine>
