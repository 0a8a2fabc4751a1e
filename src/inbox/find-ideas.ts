import type { Calendar } from '../calendar/calendar.ts'
import { gapsOf } from '../calendar/gaps.ts'
import { dayIn, dayOf } from '../calendar/time.ts'
import type { Goal, Purpose } from '../calendar/vocabulary.ts'
import { adviseOn, type Occasion } from './advise.ts'
import { type Cluster, clustersOf } from './cluster.ts'
import { complaintIn } from './complaint.ts'
import type { Idea } from './ideas.ts'
import type { Inbox } from './inbox.ts'
import { postMatcher } from './post-matcher.ts'
import { countEntries, scoreIdea } from './score-idea.ts'
import { shellWord } from './shell-word.ts'
import { shortageOf } from './shortage.ts'
import { everydayStems } from './words-heard.ts'
import { postFor } from './write-command.ts'

/** Weeks ahead in which a day is looked for. */
const weeks = 8

/**
 * What to do about what was heard, the most worthwhile first. Posts to write are given the next free slots of the
 * plan's rhythm, in their order. Depends on inbox and calendar alone; the cost grows with their size.
 */
export function findIdeas({ entries }: Inbox, calendar: Calendar): Idea[] {
  const { plan, now } = calendar
  const today = dayIn(now, plan.zone)
  const everyday = everydayStems(calendar)
  const match = postMatcher(calendar)
  const shortage = shortageOf(calendar)
  const ideas = clustersOf(entries, plan.site.lang, everyday).flatMap(
    (cluster): (Idea & { occasion: Occasion })[] => {
      const counted = countEntries(cluster.entries, today)
      const sent = new Set(cluster.entries.flatMap(({ answer }) => answer?.with ?? []))
      const matches = match(cluster.stems, sent)
      const occasion: Occasion = {
        ...{ cluster, counted, matches, calendar },
        ...aimOf(cluster, calendar),
        complaints: complaintsIn(cluster),
      }
      const advice = adviseOn(occasion)
      if (!advice) return []
      const { gap, ...said } = advice
      const parts = scoreIdea(counted, { ...occasion, today, shortage, gap })
      const [{ id, text }] = cluster.entries
      return [
        {
          ...{ id, title: text, entries: cluster.entries, parts, occasion, ...said },
          score: parts.reduce((sum, { points }) => sum + points, 0),
          matches: matches
            .filter(({ fit }) => fit >= 0.2)
            .map(({ post: _, isItsSubject: __, ...rest }) => rest),
        },
      ]
    },
  )
  const slots = gapsOf(calendar, weeks).slots.map(dayOf)
  return ideas
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ occasion, ...idea }) => {
      if (idea.outcome !== 'write' || idea.isBegun) return idea
      return { ...idea, command: postFor(occasion, slots.shift()).map(shellWord).join(' ') }
    })
}

/** Whom an answer would be for: what customers ask, where they are served, is service; all else comes from strangers. */
function aimOf({ entries }: Cluster, { plan }: Calendar): { goal: Goal; purpose: Purpose } {
  const ofCustomers = entries.filter(({ on }) => plan.channels[on]?.serves === 'retain').length
  return ofCustomers * 2 > entries.length
    ? { goal: 'retain', purpose: 'service' }
    : { goal: 'acquire', purpose: 'awareness' }
}

/** What people complain of in their own words, if at least half of those who spoke do. */
function complaintsIn({ entries }: Cluster): string[] {
  const spoken = entries.filter(({ figures }) => !figures)
  const found = spoken.flatMap(({ text }) => complaintIn(text) ?? [])
  return found.length * 2 >= spoken.length ? found : []
}
