import { liveNeeds, type Need } from '../../calendar/live-needs.ts'
import type { Post, State } from '../../calendar/post.ts'
import { dayIn, daysFrom } from '../../calendar/time.ts'
import type { BoardData } from '../board-data.ts'
import { count } from '../words.ts'

/** The columns of the pipeline and what stands in them, in the order that a post goes through. */
export const pipelineColumns = [
  { title: 'Ideas', states: ['idea'] },
  { title: 'Drafts', states: ['draft'] },
  { title: 'In review', states: ['review'] },
  { title: 'Ready', states: ['ready', 'unapproved'] },
  { title: 'Scheduled', states: ['scheduled'] },
  { title: 'Live', states: ['live'] },
] as const satisfies readonly { title: string; states: readonly State[] }[]

/** A post on its way. */
export interface PipelineCard {
  post: Post
  /** How long nothing happened, in words; undefined where nothing says so. */
  age?: string
  /** So many days: over a month without a change. */
  isOld: boolean
  /** When it is wanted, in words. */
  due?: string
  /** Its planned or promised day is over. */
  isLate: boolean
  /** What it needs to move on. */
  needs: readonly Need[]
}

/** Days without a change from which on a post in the works is called old. */
const old = 30

/** The posts of a column: those that are due first come first, then those that nobody touched for longest. */
export function cardsOf(states: readonly State[], data: BoardData): PipelineCard[] {
  const isLive = states.includes('live')
  const order = ({ post }: PipelineCard) =>
    `${dayFor(post, data) ?? 'no day'} ${data.changedOn(post.file) ?? 'not known'} ${post.slug}`
  const cards = data.calendar.posts
    .filter(({ state }) => states.includes(state))
    .map((post) => cardOf(post, data))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return isLive ? cards.reverse() : cards
}

function cardOf(post: Post, data: BoardData): PipelineCard {
  const { today } = data
  const changed = data.changedOn(post.file)
  const day = dayFor(post, data)
  const inTheWorks = post.state !== 'live' && post.state !== 'scheduled'
  const rested = changed === undefined ? undefined : daysFrom(changed, today)
  return {
    post,
    ...(inTheWorks && rested !== undefined && rested >= 0 && { age: ageWords(rested) }),
    isOld: inTheWorks && rested !== undefined && rested > old,
    ...(day !== undefined && { due: dueWords(post, day, today) }),
    isLate: inTheWorks && day !== undefined && day < today,
    needs: liveNeeds(post, data.calendar),
  }
}

function dayFor({ publish, planned }: Post, { zone }: Pick<BoardData, 'zone'>): string | undefined {
  return publish ? dayIn(publish, zone) : planned
}

function ageWords(days: number): string {
  return days === 0 ? 'changed today' : `no change for ${count(days, 'day')}`
}

function dueWords({ state, publish }: Post, day: string, today: string): string {
  const days = daysFrom(today, day)
  const when = days === 0 ? 'today' : days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`
  if (state === 'live') return days === 0 ? 'since today' : `for ${count(-days, 'day')}`
  if (state === 'scheduled') return `goes live ${when}`
  return publish ? `promised ${when}` : `planned ${when}`
}
