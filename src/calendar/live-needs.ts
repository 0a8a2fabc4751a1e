import { approvalOf } from './approval.ts'
import { isBlackout } from './blackout.ts'
import type { Calendar } from './calendar.ts'
import type { Plan } from './plan.ts'
import type { Post } from './post.ts'
import { addDays, dayIn } from './time.ts'

/** Something that a post lacks. */
export interface Need {
  /** Of its entry. */
  field: string
  /** What is wanted of whoever has the post, one sentence without a full stop. */
  mend: string
  /** What to write, to paste. */
  paste?: string
}

/** Fields that a post has to have before it may be `ready`. */
export function missingForReady(
  post: Pick<Post, 'goal' | 'answer' | 'purpose' | 'topics' | 'takeaway'>,
  plan: Pick<Plan, 'topics' | 'requires'>,
): Need[] {
  const missing: Need[] = []
  if (post.goal === 'acquire' && !post.answer)
    missing.push({
      field: 'answer',
      mend: 'a reader from search wants the answer first: give it in 35 to 50 words',
      paste: 'answer: Twice a week on one channel suits most small shops, because …',
    })
  if (!post.purpose)
    missing.push({
      field: 'purpose',
      mend: 'say what the post is for, so that the calendar can be kept in balance',
      paste: 'purpose: awareness',
    })
  if (post.topics.length === 0)
    missing.push({
      field: 'topics',
      mend: "name one of the plan's topics",
      paste: `topics: [${Object.keys(plan.topics)[0] ?? 'cadence'}]`,
    })
  if (plan.requires.includes('takeaway') && !post.takeaway)
    missing.push({
      field: 'takeaway',
      mend: 'the plan asks what the reader can do afterwards',
      paste: 'takeaway: Pick a posting rhythm that survives a bad week',
    })
  return missing
}

/** All that a post needs before it can go live, whatever its status; nothing for one that is live, scheduled or retired. */
export function liveNeeds(post: Post, { plan, now }: Pick<Calendar, 'plan' | 'now'>): Need[] {
  if (post.state === 'live' || post.state === 'scheduled' || post.state === 'retired') return []
  const needs = missingForReady(post, plan)
  const { publish } = post
  const day = publish && dayIn(publish, plan.zone)
  if (!publish)
    needs.push({
      field: 'publish',
      mend: 'promise a day',
      paste: `publish: ${addDays(dayIn(now, plan.zone), 7)}`,
    })
  else if (day && publish.instant > now.instant && isBlackout(day, plan))
    needs.push({ field: 'publish', mend: `choose another day: nothing goes out on \`${day}\`` })
  const approval = approvalOf(post)
  if (post.approved && approval === 'void' && plan.requires.includes('approval'))
    needs.push({
      field: 'approved',
      mend: `let somebody approve it anew: it has changed since \`${post.approved.by}\` did`,
    })
  else if (approval === 'none' && plan.requires.includes('approval'))
    needs.push({ field: 'approved', mend: 'the plan asks that somebody approves it' })
  if (post.status !== 'ready')
    needs.push({
      field: 'status',
      mend: `say that it is ready; now it is \`${post.status}\``,
      paste: 'status: ready',
    })
  return needs
}
