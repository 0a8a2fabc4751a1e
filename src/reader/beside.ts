import type { ListedPost, PublishedPost } from './published.ts'
import { relatedTo } from './related.ts'
import { partsOfSeries } from './series.ts'

/** What a post's page shows of other posts, and nothing else of them. */
export interface Beside {
  /** The questions that a reader of this post may have next. */
  related: readonly ListedPost[]
  /** Its place in a series that has more than one part. */
  part?: SeriesPart
}

/** A part of a series and the parts around it. */
interface SeriesPart {
  /** 1 is the first. */
  number: number
  of: number
  before?: ListedPost
  next?: ListedPost
}

/**
 * Says what the page of each post shows of the others.
 * @param posts all that are shown, newest first
 */
export function besidePosts(posts: readonly PublishedPost[]): (post: PublishedPost) => Beside {
  const series = new Map<string, readonly PublishedPost[]>()
  return (post) => {
    const { series: id } = post
    const parts = id === undefined ? [] : series.getOrInsertComputed(id, () => partsOfSeries(posts, id))
    const at = parts.findIndex(({ slug }) => slug === post.slug)
    const [before, next] = [parts[at - 1], parts[at + 1]]
    const part = {
      number: at + 1,
      of: parts.length,
      ...(before && { before: listed(before) }),
      ...(next && { next: listed(next) }),
    }
    return { related: relatedTo(post, posts).map(listed), ...(parts.length > 1 && { part }) }
  }
}

function listed({ path, title, lang, state, publish, answer, description }: PublishedPost): ListedPost {
  return {
    ...{ path, title, lang, state },
    ...(publish !== undefined && { publish }),
    ...(answer !== undefined && { answer }),
    ...(description !== undefined && { description }),
  }
}
