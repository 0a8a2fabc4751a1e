import { addDays, dayIn } from '../../calendar/time.ts'
import { type Contacts, contactsOf } from '../contacts.ts'
import type { Agenda } from './agenda.ts'
import { cell } from './cell.ts'
import type { Look } from './look.ts'

/** Days that are looked back on, today included. */
const days = 28

/** Whom activities reached lately and what they took, a channel a line; empty where nothing was done. */
export function renderContacts(
  { calendar: { plan, now, activities }, channels }: Pick<Agenda, 'calendar' | 'channels'>,
  { style }: Pick<Look, 'style'>,
): string {
  const to = dayIn(now, plan.zone)
  const table = contactsOf(activities, plan.zone, { from: addDays(to, 1 - days), to }, now)
  const shown = table.channels.filter(({ channel }) => !channels || channels.includes(channel))
  if (shown.length === 0) return ''
  return [
    style('bold', 'Contacts in the last four weeks'),
    ...shown.map((each) => `  ${cell(each.channel || 'elsewhere', 10)} ${wordsFor(each)}`),
  ].join('\n')
}

function wordsFor({ count, minutes, loggedMinutes, logged, perHour, unlogged }: Contacts): string {
  const open = `${unlogged} of ${count} not logged yet: write \`logged\` in content/activities`
  if (unlogged === count) return `${open} (${hours(minutes)})`
  const people = logged === 1 ? '1 contact' : `${logged} contacts`
  const rate = perHour === undefined ? '' : `, ${rounded(perHour)} an hour`
  return `${people} in ${hours(loggedMinutes)}${rate}${unlogged > 0 ? `; ${open}` : ''}`
}

function hours(minutes: number): string {
  return `${rounded(minutes / 60)} h`
}

function rounded(number: number): string {
  return String(Math.round(number * 10) / 10)
}
