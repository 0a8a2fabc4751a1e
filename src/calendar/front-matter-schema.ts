import { z } from 'zod'
import { readEffort } from './amount.ts'
import { oneOf, readAs, readLanguage, slug, text } from './field.ts'
import { readFormerPath } from './former-path.ts'
import { clockFields, snippetsSchema } from './snippet.ts'
import { readDay, readWallClock } from './time.ts'
import { goals, intents, purposes, statuses } from './vocabulary.ts'

/** The entry of a post: its front matter. The one list of its fields, for checking, types, editors and the reference. */
export const postSchema = z.strictObject({
  title: text({
    description: 'The headline of the page. Alone it makes an idea',
    examples: ['How often should a small shop post?'],
  }),
  query: text({
    description: 'The search that the post answers, as people type it',
    otherwise: 'the title, lower case, without the question mark',
    examples: ['how often should a small shop post'],
  }).optional(),
  intent: oneOf(intents, {
    description: 'What someone who searches this wants',
    otherwise: "from the query's words",
  }).optional(),
  answer: text({
    description: 'The answer, first thing on the page: 35 to 50 words, at most 320 characters',
    otherwise: 'required for `ready` when the goal is `acquire`',
  })
    .max(320)
    .optional(),
  description: text({
    description: 'For search results and feeds',
    otherwise: 'the answer, cut at a sentence',
  }).optional(),
  takeaway: text({
    description: 'What the reader can do afterwards',
    otherwise: 'required for `ready` where the plan asks for it',
    examples: ['Pick a posting rhythm that survives a bad week'],
  }).optional(),
  goal: oneOf(goals, {
    description: '`acquire` strangers from search, or `retain` people who are customers already',
    otherwise:
      "from `purpose`: awareness, sales → acquire; community, service → retain; listening → the plan's",
  }).optional(),
  purpose: oneOf(purposes, {
    description: 'What the post is for',
    otherwise: 'required for `ready`',
  }).optional(),
  audience: text({ description: "One of the plan's audiences", otherwise: "the plan's first" }).optional(),
  status: oneOf(statuses, {
    description: 'How far it is. `ready` and a `publish` time in the past make it live',
    otherwise: 'idea',
  }).optional(),
  planned: readAs(readDay, {
    description: 'A soft day on the board, no promise',
    examples: ['2026-12-08'],
  }).optional(),
  publish: readAs(readWallClock, {
    description: "A promise: day, or day and time, in the plan's zone",
    otherwise: "without a time of day, the time comes from the plan's rhythm",
    examples: ['2026-12-08', '2026-12-08 09:00'],
  }).optional(),
  ...clockFields,
  updated: z
    .strictObject({
      on: readAs(readDay, { description: 'The day of the change', examples: ['2026-12-08'] }),
      note: text({ description: 'What changed, one sentence', examples: ['Added what to do in a week off'] }),
    })
    .optional()
    .meta({ description: 'The last change that a reader should know of' }),
  reviewBy: readAs(readDay, {
    description: 'When to look at it again',
    otherwise: "`publish` plus the plan's `reviewAfter`",
  }).optional(),
  approved: z
    .strictObject({
      by: text({ description: 'Who approved it, from `authors.yaml`' }),
      hash: text({ description: 'Of the text that was approved; it is void when the text changes' }),
    })
    .optional()
    .meta({
      description: 'Written by `coldread approve`; needed only where the plan asks for it',
      readOnly: true,
    }),
  owner: text({ description: 'Who sees to it, from `authors.yaml`', otherwise: "the plan's" }).optional(),
  author: text({ description: 'Who signs it, from `authors.yaml`', otherwise: "the plan's" }).optional(),
  lang: readAs(readLanguage, {
    description: 'Language of the post, as a tag',
    otherwise: "the site's",
    examples: ['en'],
  }).optional(),
  topics: z
    .array(text({ description: 'A topic' }))
    .optional()
    .meta({
      description: "From the plan's `topics`",
      otherwise: "the plan's only topic; one is required for `ready`",
    }),
  series: text({ description: "One of the plan's `series`" }).optional(),
  aka: z
    .array(text({ description: 'A word' }))
    .optional()
    .meta({ description: 'Other words that people search with' }),
  cover: z
    .strictObject({
      src: text({ description: 'Image file, relative to this one', examples: ['./cover.png'] }),
      alt: text({ description: 'The image in words, for someone who cannot see it' }),
    })
    .optional()
    .meta({ description: 'An image for the post' }),
  related: z
    .array(slug({ description: 'Slug of a post' }))
    .optional()
    .meta({ description: 'Posts to point to, before those found by likeness' }),
  formerSlugs: z
    .array(slug({ description: 'An old slug' }))
    .optional()
    .meta({ description: 'Slugs that it had before; they redirect to it' }),
  formerPaths: z
    .array(readAs(readFormerPath, { description: 'A path', examples: ['/2019/03/why-tea/'] }))
    .optional()
    .meta({
      description:
        "Paths below the site's address that led to it before, on another site too; they redirect to it",
    }),
  redirectTo: slug({
    description: 'Slug of the post that takes its place',
    otherwise: 'required for `retired`',
  }).optional(),
  hours: readAs(readEffort, {
    description: 'Effort, in hours or minutes',
    otherwise: "the plan's",
    examples: ['3h', '30m'],
  }).optional(),
  snippets: snippetsSchema.optional(),
  lint: z
    .strictObject({
      off: z
        .record(z.string(), text({ description: 'Why' }))
        .meta({ description: 'Rules that do not look at this post, each with a reason' }),
    })
    .optional()
    .meta({ description: 'Exceptions from the lint' }),
  guess: z
    .array(z.string())
    .optional()
    .meta({ description: 'Fields that a conversion guessed and nobody confirmed', readOnly: true }),
})

/** A post's entry as written. */
export type WrittenPost = z.output<typeof postSchema>
