import { renderFault } from '../../src/calendar/fault.ts'
import { dayIn } from '../../src/calendar/time.ts'
import { takeIn } from '../../src/inbox/take-in.ts'
import { openPlan } from './open-plan.ts'
import { placeProblem } from './place-problem.ts'
import { readInbox } from './read-inbox.ts'
import { writeInbox } from './write-inbox.ts'

export interface HeardWish {
  root: string
  now: string
  /** A channel, or another place. */
  on: string
  /** Who said it. */
  by?: string
  /** When, where not now. */
  at?: string
}

/** Notes what somebody said: what to print, or why nothing was noted. */
export function runHeard(
  words: string,
  { root, now: written, on, by, at }: HeardWish,
): { said: string } | { problem: string } {
  const { plan, now } = openPlan(root, written)
  const { inbox, ids } = readInbox(root, plan.zone)
  const problem = placeProblem(on, plan, inbox)
  if (problem !== undefined) return { problem }
  const today = dayIn(now, plan.zone)
  const said = {
    line: 1,
    text: words,
    ...(at && { at }),
    ...(by && { by }),
    ...(!at && { key: keyOf(words, today, by) }),
  }
  const { heard, faults, cut } = takeIn(
    { said: [said], faults: [] },
    {
      people: plan.inbox.people,
      site: plan.site.url,
      zone: plan.zone,
      now,
      on,
      at: now.instant,
      file: 'heard',
    },
  )
  const [entry] = heard
  if (!entry)
    return {
      problem: faults
        .map(renderFault)
        .join('\n')
        .replace(/^heard:1:1 +/, ''),
    }
  if (ids.has(entry.id)) return { said: `It is noted already, as ${entry.id}.` }
  const file = writeInbox(root, [entry], today, on.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40))
  const known = Object.hasOwn(plan.channels, on)
    ? ''
    : ` (${on} is no channel of the plan: a place of its own)`
  return {
    said: [
      `Noted as a ${entry.kind} on ${entry.on}${known}: ${file}`,
      ...(cut > 0 ? ['Its end was cut.'] : []),
      ...(entry.kind === 'question' ? [`Once it is answered: npm run coldread -- answered ${entry.id}`] : []),
    ].join('\n'),
  }
}

/** The same words of the same person on the same day are noted once. */
function keyOf(words: string, day: string, by = ''): string {
  return JSON.stringify([words.trim().toLowerCase().replace(/\s+/g, ' '), day, by.trim().toLowerCase()])
}
