import { z } from 'zod'
import { isBlackout } from '../../../../src/calendar/blackout.ts'
import { cadenceOf, releasesOf } from '../../../../src/calendar/cadence.ts'
import type { Plan } from '../../../../src/calendar/plan.ts'
import { slotsBetween } from '../../../../src/calendar/slots.ts'
import { planFile } from '../../../../src/calendar/sources.ts'
import { addDays, dayIn, dayOf, daysFrom, type Moment } from '../../../../src/calendar/time.ts'
import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'cal-cadence',
  summary: 'a rhythm that is not kept: silence, missed slots, or a pile of posts at once',
  why: 'A site whose newest page is old looks left behind to someone who never saw it before.',
  level: 'suggestion',
  options: z.strictObject({
    days: z.int().positive().default(30).meta({ description: 'Days back in which slots and silences count' }),
    silence: z
      .number()
      .positive()
      .default(1.5)
      .meta({ description: "How many times the rhythm's longest pause may pass without a post" }),
    atLeast: z
      .int()
      .positive()
      .default(4)
      .meta({ description: 'Posts that went live, below which nothing is said' }),
  }),
  complete(_, { options: { days, silence, atLeast }, calendar, report }) {
    const { plan, now, posts } = calendar
    if (plan.rhythm.length === 0) return
    const releases = releasesOf(calendar)
    const out = releases
      .flatMap(({ at }) => (at ? [at] : []))
      .sort((a, b) => (a.instant < b.instant ? -1 : 1))
    const lastLive = out.findLast(({ instant }) => instant <= now.instant)
    if (!lastLive || out.indexOf(lastLive) + 1 < atLeast) return
    const today = dayIn(now, plan.zone)
    const from = [addDays(today, -days), dayIn(out[0] as Moment, plan.zone)].toSorted().at(-1) as string
    const at = { field: ['rhythm'] }
    const usual = longestPause(plan, today)
    const cadence = cadenceOf(releases, plan, { from, to: addDays(today, days) }, now)

    const next = out.find(({ instant }) => instant > now.instant)
    const current = { from: dayIn(lastLive, plan.zone), to: next ? dayIn(next, plan.zone) : today }
    const quiet = [current, ...(cadence.longestSilence ? [cadence.longestSilence] : [])].find(
      (each) => quietDays(each, plan) > silence * usual,
    )
    if (quiet)
      report({
        file: planFile,
        at,
        quote: `${quiet.from} to ${quiet.to}`,
        message:
          quiet !== current
            ? `No post went live between \`${quiet.from}\` and \`${quiet.to}\`; choose a rhythm that a bad week cannot break.`
            : next
              ? `No post is due between \`${quiet.from}\` and \`${quiet.to}\`; bring one forward, or choose a slower rhythm.`
              : `No post went live since \`${quiet.from}\`; publish one, or choose a slower rhythm.`,
        because: `${quietDays(quiet, plan)} days, blackouts not counted; at most ${silence * usual}, which is ${silence} times the rhythm's longest pause`,
      })

    const over = cadence.slots.filter(({ state }) => state === 'kept' || state === 'missed')
    const missed = over.filter(
      ({ state, at: slot }) =>
        state === 'missed' && !(quiet && quiet.from <= dayOf(slot) && dayOf(slot) <= quiet.to),
    )
    const first = missed[0]
    if (first) {
      const slot = first.at.local.replace('T', ' ')
      const more =
        missed.length === 1 ? '' : ` and ${missed.length - 1} more slot${missed.length === 2 ? '' : 's'}`
      report({
        file: planFile,
        at,
        quote: slot,
        message: `\`${slot}\`${more} passed without a post; keep a finished post in reserve, or choose fewer slots.`,
        because: `${missed.length} of ${over.length} slots missed since \`${from}\`, blackouts not counted`,
      })
    }

    const burst = cadence.bursts.findLast(({ to }) => to > today)
    const last =
      burst &&
      posts.find(
        ({ state, publish }) => state === 'scheduled' && publish && dayIn(publish, plan.zone) === burst.to,
      )
    if (last)
      report({
        file: last.file,
        at: { field: ['publish'] },
        message: `\`${burst.to}\` is the last of ${burst.count} posts since ${burst.from}; move some to later weeks, so that each is seen.`,
        because: `${burst.count} posts; the rhythm has ${plan.rhythm.length} a week, and more than twice that within seven days is a burst`,
      })
  },
})

/** The most days from one slot of a rhythm to the next. */
function longestPause({ rhythm, zone }: Pick<Plan, 'rhythm' | 'zone'>, day: string): number {
  const slots = slotsBetween(rhythm, zone, day, addDays(day, 14)).map(dayOf)
  return Math.max(...slots.slice(1).map((slot, index) => daysFrom(slots[index] as string, slot)))
}

/** Days from one day to another, without those on which nothing goes out. */
function quietDays({ from, to }: { from: string; to: string }, plan: Pick<Plan, 'blackouts'>): number {
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isBlackout(day, plan)) days++
  return days
}
