import { spawnSync } from 'node:child_process'
import { approvalEdit, approvalOf } from '../../src/calendar/approval.ts'
import type { Author } from '../../src/calendar/authors.ts'
import { check } from '../../src/calendar/check.ts'
import { approvalHash } from '../../src/calendar/derive-post.ts'
import { editEntry } from '../../src/calendar/edit-entry.ts'
import { splitFrontMatter } from '../../src/calendar/front-matter.ts'
import { postSchema } from '../../src/calendar/front-matter-schema.ts'
import { nearest } from '../../src/calendar/nearest.ts'
import type { Post } from '../../src/calendar/post.ts'
import { isProblem } from '../../src/calendar/problem.ts'
import { type Desk, putDown } from './desk.ts'
import { EditRefusal } from './edit-refusal.ts'

/** What became of a post that was approved. `again`: it was approved as it is already, by whoever it says. */
export interface Approved {
  post: Post
  by: string
  how: 'new' | 'again' | 'after a change'
}

/** Notes in a post's entry who approved it, and the hash of what was approved. */
export function approveInContent(desk: Desk, post: Post, by: string): Approved {
  const { file, approved, source } = post
  const was = approvalOf(post)
  if (was === 'given' && approved) return { post, by: approved.by, how: 'again' }
  if (post.state === 'retired')
    throw new EditRefusal(
      `${post.slug} is retired: readers are led on to another post, which can be approved.`,
    )
  const split = splitFrontMatter(file, source.text)
  const written = 'fault' in split ? undefined : check(postSchema, split.yaml)
  if (!written || !('value' in written)) throw new Error(`${file} was read, and cannot be read`)
  const hash = approvalHash(written.value, source.text.slice(source.bodyStart))
  const text = editEntry(file, source.text, approvalEdit(by, hash))
  if (isProblem(text)) throw new EditRefusal(`${text.problem} — ${text.mend}.`)
  putDown(desk, file, text)
  return { post, by, how: was === 'void' ? 'after a change' : 'new' }
}

/**
 * Who approves: an id of `authors.yaml`.
 * @param by what was said; without it, whoever git knows on this machine, by name or id
 */
export function approver({ root, calendar }: Desk, by: string | undefined): string {
  const { authors } = calendar
  const ids = Object.keys(authors)
  const choices = `content/authors.yaml has ${ids.join(', ')}`
  if (by !== undefined) {
    if (Object.hasOwn(authors, by)) return by
    const meant = nearest(by, ids)
    throw new EditRefusal(
      `There is nobody called ${by}: ${meant ? `did you mean ${meant}?` : `${choices}.`}`,
      2,
    )
  }
  const name = gitName(root)
  const known = name && ids.find((id) => isCalled(name, id, authors[id]))
  if (known) return known
  throw new EditRefusal(
    `${name ? `git calls you ${name}, and nobody in content/authors.yaml is called that` : 'git does not know your name'}: say who approves with --by; ${choices}.`,
    2,
  )
}

function isCalled(name: string, id: string, author: Author | undefined): boolean {
  return [id, author?.name].some((each) => each?.toLowerCase() === name.toLowerCase())
}

function gitName(root: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['config', 'user.name'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 5000,
  })
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined
}
