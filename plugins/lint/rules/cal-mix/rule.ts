import { z } from 'zod'
import { entriesOf, mixOf, usualMix } from '../../../../src/calendar/mix.ts'
import { mostSelling } from '../../../../src/calendar/pendulum.ts'
import { planFile } from '../../../../src/calendar/sources.ts'
import { addDays, dayIn } from '../../../../src/calendar/time.ts'
import { defineCalendarRule } from '../../rule.ts'

/** What to plan where a purpose has nothing. */
const next = {
  community: 'a question to your readers',
  service: 'a round of answers',
  listening: 'an hour of reading what people ask',
} as const

/** Counts, since a share of a dozen entries says little: so much more than asked as makes a whole entry. */
export default defineCalendarRule({
  id: 'cal-mix',
  summary: 'a month in which too much sells, or nobody is helped or heard',
  why: 'Who meets one offer after another stops looking, and a team that never listens runs out of questions that strangers ask.',
  level: 'suggestion',
  options: z.strictObject({
    days: z.int().positive().default(30).meta({ description: 'Days that are looked at together' }),
    selling: z
      .number()
      .min(0)
      .max(100)
      .default(mostSelling)
      .meta({ description: "Percent of entries that may sell, where the plan's `mix` asks for less" }),
    atLeast: z
      .int()
      .positive()
      .default(6)
      .meta({ description: 'Entries in these days, below which nothing is said' }),
  }),
  complete(_, { options: { days, selling, atLeast }, calendar, report }) {
    const { plan } = calendar
    const at = { field: ['mix'] }
    const today = dayIn(calendar.now, plan.zone)
    const entries = entriesOf(calendar).filter(({ soft, day }) => !soft || day > today)
    const ahead = entries.filter(({ day }) => today < day && day <= addDays(today, days))

    const over = [today, ...new Set(ahead.map(({ day }) => day))].flatMap((to) => {
      const from = addDays(to, 1 - days)
      const { purposes, total } = mixOf(entries, plan, { from, to })
      const sales = purposes.find(({ purpose }) => purpose === 'sales')
      if (!sales || total.count < atLeast) return []
      const percent = Math.max(selling, Math.round(100 * sales.target))
      const most = Math.ceil((percent / 100) * total.count)
      const { count } = sales
      return count > most ? [{ from, to, count, total: total.count, most, percent }] : []
    })
    const worst = over.reduce<(typeof over)[number] | undefined>(
      (most, each) => (most && most.count / most.total >= each.count / each.total ? most : each),
      undefined,
    )
    if (worst) {
      const { from, to, count, total, most, percent } = worst
      report({
        file: planFile,
        at,
        quote: 'sales',
        message: `\`sales\` is what ${count} of ${total} entries from ${from} to ${to} are for; let the next ones help, ask or answer.`,
        because: `${count} of ${total} sell; at most ${most}, which is ${percent} % (a habit, not a law)`,
      })
    }

    const from = addDays(today, 1 - days)
    const { purposes, total } = mixOf(entries, plan, { from, to: today })
    if (total.count < atLeast) return
    const wanted = plan.mix ?? usualMix[plan.relationship]
    const missing = (Object.keys(next) as (keyof typeof next)[]).filter(
      (each) =>
        wanted[each] > 0 &&
        purposes.some(({ purpose, count }) => purpose === each && count === 0) &&
        ahead.every(({ purpose }) => purpose !== each),
    )
    const [first] = missing
    if (first)
      report({
        file: planFile,
        at,
        quote: missing.join(', '),
        message: `${missing.map((each) => `\`${each}\``).join(' and ')} ${missing.length === 1 ? 'has' : 'have'} no entry from ${from} to ${today} and none ahead; plan ${missing.map((each) => next[each]).join(', or ')}.`,
        because: `0 of ${total.count} entries in ${days} days; the plan's mix asks for ${missing.map((each) => wanted[each]).join(' and ')}`,
      })
  },
})
