import { approvalOf } from './approval.ts'
import type { Calendar } from './calendar.ts'
import type { State } from './post.ts'

/** A build in people's words. */
export interface Summary {
  /** Of the site. */
  name: string
  /** What is live, what comes, what is being written. */
  lines: string[]
  pages: number
}

/** Where a summary stands. */
export interface Around {
  /** What was done, and how fast: `built in 3.1 s`. */
  done: string
  /** The folder, as a person would type it. */
  place: string
  /** The command that shows it. */
  look: string
}

const inTheWorks: readonly State[] = ['idea', 'draft', 'review', 'ready', 'unapproved']

/**
 * What a build says of the calendar.
 * @param pages how many it made
 * @param warnings how many the lint has for what is live
 */
export function summarize({ plan, posts }: Calendar, pages: number, warnings: number): Summary {
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
  ]
  return { name: plan.site.name, lines, pages }
}

/** The summary as it is printed, with where the site is and how to look at it. */
export function renderSummary({ name, lines, pages }: Summary, { done, place, look }: Around): string {
  const all = [...lines, `${count(pages, 'page')} in ${place}`]
  return `\n${name}, ${done}\n\n${all.map((line) => `  ${line}`).join('\n')}\n\n  Look at it: ${look}\n`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
