import { z } from 'zod'
import { readEffort } from './amount.ts'
import { oneOf, readAs, text } from './field.ts'
import { timedFields } from './snippet.ts'
import { readWallClock } from './time.ts'
import { activityKinds, goals, purposes } from './vocabulary.ts'

const activitySchema = z.strictObject({
  title: text({ description: 'What is done' }),
  kind: oneOf(activityKinds, { description: 'What it is', otherwise: 'other' }).default('other'),
  at: readAs(readWallClock, {
    description: 'When, as wall clock; a day alone means all day',
    examples: ['2026-12-03 10:00'],
  }),
  channel: text({ description: "One of the plan's channels" }).optional(),
  purpose: oneOf(purposes, {
    description: 'What it is for',
    otherwise: 'from `kind`: event → community, listening → listening, answers and calls → service',
  }).optional(),
  goal: oneOf(goals, {
    description: 'Whom it is for',
    otherwise: "the channel's, else from `purpose`",
  }).optional(),
  hours: readAs(readEffort, {
    description: 'Effort, in hours or minutes',
    otherwise: '1h',
    examples: ['1h'],
  }).optional(),
  owner: text({
    description: 'Who does it, from `authors.yaml`',
    otherwise: "the channel's, else the plan's",
  }).optional(),
  logged: z
    .int()
    .nonnegative()
    .optional()
    .meta({ description: 'How many people it reached: calls, answers, guests. Written afterwards' }),
  text: text({ description: 'A note' }).optional(),
  ...timedFields,
})

/** `content/activities/*.yaml`: calendar work that is no post. */
export const activitiesSchema = z.array(activitySchema).meta({ description: 'Calendar work that is no post' })

export type WrittenActivity = z.output<typeof activitySchema>
