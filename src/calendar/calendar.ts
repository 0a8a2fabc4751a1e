import type { Author } from './authors.ts'
import type { Activity } from './derive-activity.ts'
import type { GlossaryEntry } from './glossary.ts'
import type { Plan } from './plan.ts'
import type { Post } from './post.ts'
import type { Moment } from './time.ts'

/** All that was written, with all that follows from it at one moment. */
export interface Calendar {
  now: Moment
  plan: Plan
  /** By slug. */
  posts: readonly Post[]
  /** By time. */
  activities: readonly Activity[]
  /** In the order of the file. */
  glossary: readonly GlossaryEntry[]
  authors: Readonly<Record<string, Author>>
  /** Paths of the pages that the site adds to ours, below its address. */
  ownPages: readonly string[]
}
