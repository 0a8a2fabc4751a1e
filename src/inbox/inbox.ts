import type { Answered, Figures, Heard } from './heard.ts'

/** An entry with what became of it. */
export interface Entry extends Heard {
  /** The day that it was heard, in the plan's zone. */
  day: string
  /** When somebody first got an answer to it, and with which post. */
  answer?: Answered & { day: string }
  /** Of a search or page: how it did in the export before this one, and the day of that. */
  before?: { day: string; figures: Figures }
}

/** All that was heard. What is true follows from all lines, whatever their order. */
export interface Inbox {
  /** Each once, newest first, then by id. Of a search or a page there is the newest export only. */
  entries: readonly Entry[]
}
