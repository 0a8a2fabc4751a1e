import type { Dropped } from './foreign-post.ts'

/** A body on its way to a post. */
export interface Prepared {
  text: string
  /** What says the same in other signs, each kind once: `{% highlight %}`. */
  changed: string[]
  dropped: Dropped[]
}
