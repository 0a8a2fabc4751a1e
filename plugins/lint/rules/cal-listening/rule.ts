import { z } from 'zod'
import { effortText } from '../../../../src/calendar/amount.ts'
import { addDays, dayIn, dayOf } from '../../../../src/calendar/time.ts'
import { defineCalendarRule } from '../../rule.ts'

export default defineCalendarRule({
  id: 'cal-listening',
  summary: 'an hour of listening that passed with nothing logged',
  why: 'Listening is the first work to be dropped, and whoever does not hear what is asked guesses what to write.',
  level: 'suggestion',
  options: z.strictObject({
    days: z.int().positive().default(30).meta({ description: 'Days back that are looked at' }),
    grace: z.int().nonnegative().default(2).meta({ description: 'Days that somebody has to log it' }),
  }),
  complete(_, { options: { days, grace }, calendar, report }) {
    const { activities, plan, now } = calendar
    const today = dayIn(now, plan.zone)
    const [from, to] = [addDays(today, -days), addDays(today, -grace)]
    for (const { purpose, logged, hours, owner, title, at, allDay, file, entry } of activities) {
      const day = allDay ? dayOf(at) : dayIn(at, plan.zone)
      if (purpose !== 'listening' || logged !== undefined || hours === 0 || day < from || day >= to) continue
      report({
        file,
        at: { field: [entry - 1, 'title'] },
        quote: title,
        key: `${title} ${day}`,
        message: `\`${title}\` passed on \`${day}\` and \`${owner}\` logged nothing; write how many were heard as \`logged\`, 0 included, or move it to a day that can be kept.`,
        because: `${effortText(hours)} of listening, over for more than ${grace} days and less than ${days}, without \`logged\``,
      })
    }
  },
})
