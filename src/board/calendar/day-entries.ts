import type { Activity } from '../../calendar/derive-activity.ts'
import { entriesOf } from '../../calendar/mix.ts'
import { fixedActivity } from '../../calendar/move-activity.ts'
import { fixedPost } from '../../calendar/move-post.ts'
import { fixedSnippet } from '../../calendar/move-snippet.ts'
import type { Post } from '../../calendar/post.ts'
import { dayIn } from '../../calendar/time.ts'
import type { Goal, Purpose } from '../../calendar/vocabulary.ts'
import { timeIn } from '../../snippets/agenda/day-words.ts'
import type { QueueItem } from '../../snippets/queue-item.ts'
import type { BoardData } from '../board-data.ts'
import { itemStates } from '../item-states.ts'
import type { Shape } from '../parts/mark.ts'
import { stateWords } from '../words.ts'

/** Something on a day of the calendar. */
export interface DayEntry {
  what: 'post' | 'snippet' | 'activity'
  /** In the plan's zone. */
  day: string
  /** `09:00`; undefined where only a day is known. */
  time?: string
  title: string
  goal: Goal
  purpose?: Purpose
  owner: string
  /** No promise yet: it may move without anybody noticing. */
  isSoft: boolean
  shape: Shape
  /** The state in words. */
  state: string
  /** Something is wrong with it. */
  isFaulty: boolean
  /** It can be moved to some other time. */
  isMovable: boolean
  file: string
  /** Path of the value in the file's entry that says when. */
  field: readonly (string | number)[]
  post?: Post
  item?: QueueItem
}

/** What stands on each day: posts first, then snippets and activities, each by time. */
export function entriesByDay(data: BoardData): Map<string, DayEntry[]> {
  const entries = [...postEntries(data), ...itemEntries(data)]
  const order = (entry: DayEntry) => `${entry.what === 'post' ? 0 : 1} ${entry.time ?? ''}`
  return Map.groupBy(
    entries.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
    ({ day }) => day,
  )
}

function postEntries({ calendar, zone }: BoardData): DayEntry[] {
  return entriesOf(calendar).flatMap(({ post, day, soft, at, goal, purpose }): DayEntry[] => {
    if (!post || post.state === 'retired') return []
    return [
      {
        what: 'post',
        day,
        ...(at && { time: timeIn(at, zone) }),
        title: post.title,
        goal,
        ...(purpose && { purpose }),
        owner: post.owner,
        isSoft: soft,
        shape: post.state,
        state: stateWords[post.state],
        isFaulty: false,
        isMovable: fixedPost(post) === undefined,
        file: post.file,
        field: [at ? 'publish' : 'planned'],
        post,
      },
    ]
  })
}

function itemEntries({ calendar, queue, zone, now }: BoardData): DayEntry[] {
  const posts = new Map(calendar.posts.map((post) => [post.slug, post]))
  const activities = new Map(calendar.activities.map((each) => [`${each.file} ${each.entry - 1}`, each]))
  return queue.items.flatMap((item): DayEntry[] => {
    if (!item.at) return []
    const isPast = item.at.instant <= now.instant
    const around = {
      day: dayIn(item.at, zone),
      ...(!item.allDay && { time: timeIn(item.at, zone) }),
      isSoft: false,
      file: item.file,
      field: [...item.field, 'at'],
      item,
    }
    const activity = activities.get(`${item.file} ${item.field[0]}`)
    // What comes round again is moved by its first time.
    const isFirst = item.id.endsWith('/1')
    if (item.kind === 'activity')
      return activity ? [{ ...around, ...ofActivity(activity, isPast, isFirst) }] : []
    const post = posts.get(item.post ?? '')
    const { look, words } = itemStates[queue.states.get(item) ?? 'new']
    const channel = calendar.plan.channels[item.channel]
    const snippet = post?.snippets[item.channel]?.[Number(item.field[2])]
    return [
      {
        ...around,
        what: 'snippet',
        title: item.parts[0] ?? '',
        goal: channel?.serves ?? post?.goal ?? calendar.plan.goal,
        ...(post?.purpose && { purpose: post.purpose }),
        owner: channel?.owner ?? post?.owner ?? '',
        shape: `snippet-${look}`,
        state: words,
        isFaulty: look === 'fault',
        isMovable:
          isFirst && !!post && !!snippet && !fixedSnippet({ now }, { post, snippet, channel: item.channel }),
        ...(post && { post }),
      },
    ]
  })
}

function ofActivity(activity: Activity, isPast: boolean, isFirst: boolean) {
  const { title, goal, purpose, owner, logged } = activity
  return {
    what: 'activity' as const,
    title,
    goal,
    purpose,
    owner,
    shape: isPast ? ('activity-done' as const) : ('activity-ahead' as const),
    state: !isPast ? 'to do' : logged === undefined ? 'over, nothing logged' : `reached ${logged}`,
    isFaulty: false,
    isMovable: isFirst && fixedActivity(activity) === undefined,
  }
}
