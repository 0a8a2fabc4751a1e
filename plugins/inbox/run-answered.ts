import { isProblem } from '../../src/calendar/problem.ts'
import { dayIn } from '../../src/calendar/time.ts'
import type { Answered } from '../../src/inbox/heard.ts'
import { readTimeHeard } from '../../src/inbox/read-time.ts'
import { openPlan } from './open-plan.ts'
import { readInbox } from './read-inbox.ts'
import { writeInbox } from './write-inbox.ts'

export interface AnsweredWish {
  root: string
  now: string
  /** Slug of the post that was sent. */
  with?: string
  /** When, where not now. */
  at?: string
}

/**
 * Notes that people got their answer.
 * @param ids of entries, or enough of their beginnings
 * @returns what to print, or why nothing was noted
 */
export function runAnswered(
  ids: readonly string[],
  { root, now: written, with: slug, at: asked }: AnsweredWish,
): { said: string } | { problem: string } {
  const { plan, now } = openPlan(root, written)
  const { inbox } = readInbox(root, plan.zone)
  const at = asked === undefined ? now.instant : readTimeHeard(asked, plan.zone)
  if (isProblem(at)) return { problem: `--at: ${at.problem} — ${at.mend}` }
  const [problems, said]: [string[], string[]] = [[], []]
  const lines = ids.flatMap((id): Answered[] => {
    const found = inbox.entries.filter((entry) => id.length >= 4 && entry.id.startsWith(id.toLowerCase()))
    const [entry] = found
    if (!entry || found.length > 1)
      problems.push(
        entry
          ? `${id} begins the ids of ${found.length} entries. Write more of it.`
          : `There is no entry ${id}. See their ids: npm run coldread -- answered`,
      )
    else if (entry.answer) said.push(`${entry.id} was answered on ${entry.answer.day} already.`)
    else if (at < entry.at.slice(0, at.length))
      problems.push(`${entry.id} was heard on ${entry.day}, after ${asked ?? now.local}.`)
    else {
      said.push(`Answered${slug === undefined ? '' : ` with ${slug}`}: ${entry.text}`)
      return [{ type: 'answered', id: entry.id, at, ...(slug !== undefined && { with: slug }) }]
    }
    return []
  })
  if (problems.length > 0) return { problem: [...problems, 'Nothing was noted.'].join('\n') }
  if (lines.length > 0) writeInbox(root, lines, dayIn(now, plan.zone), 'answered')
  return { said: said.join('\n') }
}
