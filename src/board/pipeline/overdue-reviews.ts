import type { Post } from '../../calendar/post.ts'
import { daysFrom } from '../../calendar/time.ts'
import type { BoardData } from '../board-data.ts'
import { findingsOf } from '../said.ts'

/** A live post that somebody should look at again. */
export interface Overdue {
  post: Post
  /** Days since its `reviewBy`. */
  days: number
}

/** Live posts whose day for another look is over, longest first. */
export function overdueReviews({ calendar, today }: Pick<BoardData, 'calendar' | 'today'>): Overdue[] {
  return calendar.posts
    .flatMap((post) =>
      post.state === 'live' && post.reviewBy !== undefined && post.reviewBy < today
        ? [{ post, days: daysFrom(post.reviewBy, today) }]
        : [],
    )
    .sort((a, b) => b.days - a.days || (a.post.slug < b.post.slug ? -1 : 1))
}

/** Posts that the lint calls out of date, each with what it says. */
export function stalePosts({ calendar, said }: Pick<BoardData, 'calendar' | 'said'>) {
  const posts = new Map(calendar.posts.map((post) => [post.file, post]))
  return findingsOf(said).flatMap(({ rule, file, message }) => {
    const post = posts.get(file)
    return rule === 'search-stale' && post ? [{ post, message }] : []
  })
}
