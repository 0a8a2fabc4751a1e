import { approvalOf } from './approval.ts'
import type { Calendar } from './calendar.ts'
import type { State } from './post.ts'

/** What a build made of it. */
export interface Built {
  pages: number
  /** The folder, as a person would type it. */
  place: string
  /** The command that shows it. */
  look: string
  seconds: number
  /** How many warnings the lint has for what is live. */
  warnings: number
}

const inTheWorks: readonly State[] = ['idea', 'draft', 'review', 'ready', 'unapproved']

/** A build in people's words: what is live, what comes, what is being written, where it is, how to look at it. */
export function renderSummary(
  { plan, posts }: Calendar,
  { pages, place, look, seconds, warnings }: Built,
): string {
  const scheduled = posts
    .filter(({ state }) => state === 'scheduled')
    .sort((a, b) => ((a.publish?.instant ?? '') < (b.publish?.instant ?? '') ? -1 : 1))
  const counted = inTheWorks.flatMap((state) => {
    const number = posts.filter((post) => post.state === state).length
    return number === 0 ? [] : [state === 'ready' ? `${number} ready without a date` : `${number} ${state}`]
  })
  const next = scheduled[0]
  const retired = posts.filter(({ state }) => state === 'retired').length
  const changed = posts.filter((post) => post.state === 'unapproved' && approvalOf(post) === 'void')
  const live = posts.filter(({ state }) => state === 'live').length
  const lines = [
    `${count(live, 'post')} live`,
    next?.publish
      ? `${scheduled.length} scheduled, next “${next.title}” on ${next.publish.local.replace('T', ' at ')}`
      : 'none scheduled',
    counted.length > 0
      ? `${posts.filter(({ state }) => inTheWorks.includes(state)).length} in the works (${counted.join(', ')})`
      : 'none in the works',
    ...(changed.length > 0
      ? [`changed since they were approved, so not live: ${changed.map(({ slug }) => slug).join(', ')}`]
      : []),
    ...(retired > 0
      ? [`${retired} retired, leading on to ${retired === 1 ? 'its successor' : 'their successors'}`]
      : []),
    ...(warnings > 0 ? [`${count(warnings, 'warning')}: npm run lint`] : []),
    `${count(pages, 'page')} in ${place}`,
  ]
  return `\n${plan.site.name}, built in ${seconds.toFixed(1)} s\n\n${lines.map((line) => `  ${line}`).join('\n')}\n\n  Look at it: ${look}\n`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
