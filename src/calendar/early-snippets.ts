import { pageFrom } from './page-from.ts'
import type { Plan } from './plan.ts'
import type { Post } from './post.ts'
import { isProblem } from './problem.ts'
import { toMoment } from './time.ts'

/** How many snippets that lead to a post have a day of their own, at a time at which its page cannot be there yet. */
export function earlySnippets({ publish, snippets }: Post, plan: Plan): number {
  if (!publish) return 0
  const page = pageFrom(publish, plan, publish.zone)
  const isEarly = Object.values(snippets)
    .flat()
    .filter(({ kind = 'link', at, zone = publish.zone, fold }) => {
      if (kind !== 'link' || at === undefined || at === 'next' || 'days' in at) return false
      const moment = toMoment(at.day, at.time ?? publish.local.slice(11), zone, fold)
      return !isProblem(moment) && moment.instant < page.instant
    })
  return isEarly.length
}
