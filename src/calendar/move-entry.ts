import { readOffset } from './amount.ts'
import type { Calendar } from './calendar.ts'
import type { Edit } from './edit-entry.ts'
import type { Movable } from './movable.ts'
import { moveActivity } from './move-activity.ts'
import { movePost } from './move-post.ts'
import { moveSnippet } from './move-snippet.ts'
import { nearest } from './nearest.ts'
import { isProblem, type Read } from './problem.ts'
import type { At } from './snippet.ts'
import { readWallClock } from './time.ts'
import type { WrittenTime } from './written-clock.ts'

/** Reads where something is moved: `2026-12-08`, `2026-12-08 09:00`, `next`, or `+2d 09:00` for a snippet. */
export function readTarget(text: string): Read<At> {
  const wanted = text.trim()
  if (wanted === 'next') return 'next'
  const read = wanted.startsWith('+') ? readOffset(wanted) : readWallClock(wanted)
  if (!isProblem(read)) return read
  const mend = nearest(wanted, ['next']) === undefined ? `${read.mend}; or \`next\`` : 'did you mean `next`?'
  return { ...read, mend }
}

/**
 * What a move changes in the entry of its file, or why it is refused. A soft day stays soft, and a promise stays one.
 * @param to days and times are read in the entry's own zone
 * @param written the group of fields that the time stands in
 */
export function moveEntry(calendar: Calendar, thing: Movable, to: At, written: WrittenTime): Read<Edit> {
  if (thing.activity) return moveActivity(calendar, thing, to, written)
  return thing.snippet
    ? moveSnippet(calendar, thing, to, written)
    : movePost(calendar, thing.post, to, written)
}
