import { daysFrom } from '../calendar/time.ts'
import type { Goal, Purpose } from '../calendar/vocabulary.ts'
import type { ScorePart } from './ideas.ts'
import type { Entry } from './inbox.ts'
import type { Shortage } from './shortage.ts'

/** Points of each part; together 100. */
const most = { demand: 45, gap: 25, plan: 15, waiting: 15 } as const
/** After so many days, having been heard counts half; a question that nobody answered is given up after twice as long. */
const halfLife = 30

/** What is counted. */
export interface Counted {
  /** Of searches, over the days of their newest export. */
  impressions: number
  clicks: number
  /** Mean place in the results, by impressions; undefined without searches. */
  position?: number
  /** People who asked or spoke of it: those that can be told apart, and every entry that names nobody. */
  askers: number
  /** Questions that nobody has answered and somebody may still wait for. */
  waiting: readonly Entry[]
  newest: string
}

/** Counts the entries of an idea. */
export function countEntries(entries: readonly Entry[], today: string): Counted {
  const searches = entries.flatMap(({ figures }) => figures ?? [])
  const spoken = entries.filter(({ figures }) => !figures)
  const named = new Set(spoken.flatMap(({ by }) => by ?? []))
  const impressions = searches.reduce((sum, each) => sum + each.impressions, 0)
  const places = searches.reduce((sum, each) => sum + each.position * each.impressions, 0)
  return {
    impressions,
    clicks: searches.reduce((sum, each) => sum + each.clicks, 0),
    ...(impressions > 0 && { position: places / impressions }),
    askers: named.size + spoken.filter(({ by }) => by === undefined).length,
    waiting: spoken.filter(
      ({ kind, answer, day }) => kind === 'question' && !answer && daysFrom(day, today) <= 2 * halfLife,
    ),
    newest: daysOf(entries).at(-1) ?? today,
  }
}

/** Everything besides the entries that a score depends on. */
export interface Surroundings {
  today: string
  shortage: Shortage
  /** What is written for it would be for this. */
  purpose: Purpose
  goal: Goal
  /** How badly it is answered now, 0 to 1, and how to say so. */
  gap: { size: number; why: string }
}

/**
 * The parts of a score. Demand: 4 points for each power of ten of impressions, up to 15; 5 for one person, 10 for three,
 * 20 for fifteen or more; 10 for what was heard today, half as much after each 30 days. Gap: 25 where nothing answers it.
 * Plan: 10 for a purpose that is a fifth below its share, 5 for a primary goal that is short. Waiting: 5 a question.
 */
export function scoreIdea(
  { impressions, askers, waiting, newest }: Counted,
  { today, shortage, purpose, goal, gap }: Surroundings,
): ScorePart[] {
  const age = Math.max(0, daysFrom(newest, today))
  const demand =
    Math.min(15, 4 * Math.log10(1 + impressions)) +
    Math.min(20, 5 * Math.log2(1 + askers)) +
    10 * 0.5 ** (age / halfLife)
  const short = shortage.ofPurpose(purpose)
  const aim = shortage.ofGoal(goal)
  const said = [
    ...(impressions > 0 ? [`shown ${impressions.toLocaleString('en')} times in searches`] : []),
    ...(askers > 0 ? [`asked or said by ${askers === 1 ? 'one person' : `${askers} people`}`] : []),
    age === 0 ? 'today' : `last ${age === 1 ? 'yesterday' : `${age} days ago`}`,
  ]
  return [
    part('demand', demand, said.join(', ')),
    part('gap', most.gap * gap.size, gap.why),
    part('plan', Math.min(10, (short.share / 0.2) * 10) + (aim.isShort ? 5 : 0), `${short.why}; ${aim.why}`),
    part(
      'waiting',
      5 * waiting.length,
      waiting.length === 0
        ? 'nobody waits for an answer'
        : `${waiting.length === 1 ? 'one question waits' : `${waiting.length} questions wait`} since ${daysOf(waiting)[0]}`,
    ),
  ]
}

function part(name: keyof typeof most, points: number, why: string): ScorePart {
  return { name, points: Math.round(Math.min(most[name], Math.max(0, points))), most: most[name], why }
}

function daysOf(entries: readonly Entry[]): string[] {
  return entries.map(({ day }) => day).sort()
}
