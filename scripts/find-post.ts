import { nearest } from '../src/calendar/nearest.ts'
import type { Post } from '../src/calendar/post.ts'
import { UsageError } from './usage-error.ts'

/** The post that a person means: by its slug, its file, or its file below `content/posts/`. */
export function findPost(posts: readonly Post[], wanted: string): Post {
  const name = wanted.replace(/^\.\//, '')
  const post = posts.find(
    ({ slug, file }) => slug === name || file === name || file === `content/posts/${name}`,
  )
  if (post) return post
  const slugs = posts.map(({ slug }) => slug)
  const meant =
    nearest(name, slugs) ??
    (name === '' ? [] : slugs.filter((slug) => slug.includes(name)).slice(0, 5)).join(', ')
  throw new UsageError(`There is no post ${wanted}.${meant === '' ? '' : ` Did you mean ${meant}?`}`)
}
