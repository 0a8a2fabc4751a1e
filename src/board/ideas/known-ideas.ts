import { findIdeas } from '../../inbox/find-ideas.ts'
import type { Idea } from '../../inbox/ideas.ts'
import type { BoardData } from '../board-data.ts'

const found = new WeakMap<BoardData, readonly Idea[]>()

/** The ideas of a board, looked for once. */
export function knownIdeas(data: BoardData): readonly Idea[] {
  const ideas = found.get(data) ?? findIdeas(data.inbox, data.calendar)
  found.set(data, ideas)
  return ideas
}
