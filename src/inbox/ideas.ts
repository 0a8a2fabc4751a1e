import type { Entry } from './inbox.ts'

/** What to do about something that was heard. */
export const outcomes = ['write', 'update', 'merge', 'answer', 'tell'] as const
export type Outcome = (typeof outcomes)[number]

/** A part of an idea's score. */
export interface ScorePart {
  name: 'demand' | 'gap' | 'plan' | 'waiting'
  /** 0 to `most`. */
  points: number
  most: number
  /** What it was counted from, in words. */
  why: string
}

/** A post that answers it, more or less. */
export interface IdeaMatch {
  slug: string
  title: string
  file: string
  isLive: boolean
  /** How well it answers, 0 to 1. */
  fit: number
  /** Which of its words were closest: its title, query, another search, or a heading. */
  closest: string
}

/** Something to do, because it was heard. */
export interface Idea {
  /** Stable as long as its leading entry is: that entry's id. */
  id: string
  outcome: Outcome
  /** The leading question, as it was asked. */
  title: string
  /** Entries about it: the leading one first, then newest first. */
  entries: readonly Entry[]
  /** 0 to 100: the sum of its parts. */
  score: number
  parts: readonly ScorePart[]
  /** Why this outcome, one sentence. */
  why: string
  /** What to do, one sentence. */
  act: string
  /** What to paste into a terminal, where there is something. */
  command?: string
  /** Of `write`: a post about it exists, unfinished. */
  isBegun?: boolean
  /** The posts that come closest, best first; two for `merge`. */
  matches: readonly IdeaMatch[]
}
