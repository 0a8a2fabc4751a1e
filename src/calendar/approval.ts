import type { Edit } from './edit-entry.ts'
import type { Post } from './post.ts'

/** Where a post stands with its approval. `void`: its text has changed since it was approved. */
export type Approval = 'none' | 'given' | 'void'

/** Whether somebody approved a post as it is now. Whether the plan asks for that is another question. */
export function approvalOf({ approved }: Pick<Post, 'approved'>): Approval {
  if (!approved) return 'none'
  return approved.isVoid ? 'void' : 'given'
}

/** An approval in words: who gave it, and that it is void once the text has changed. */
export function approvalText({ by, hash, isVoid }: NonNullable<Post['approved']>): string {
  return isVoid ? `void: ${by} approved another text than this; approve it anew` : `by ${by}, text ${hash}`
}

/** What an approval changes in a post's entry. */
export function approvalEdit(by: string, hash: string): Edit {
  return { path: ['approved'], value: { by, hash }, behind: ['publish', 'planned', 'status', 'title'] }
}
