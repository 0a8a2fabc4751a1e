import type { Level } from '../../lint/finding.ts'

/** What page and server say to each other while writing. */
export const events = {
  /** A page asks what to show. */
  ask: 'coldread:ask',
  /** The server tells it; every open page hears that. */
  tell: 'coldread:tell',
  /** Something was saved: pages ask again. */
  saved: 'coldread:saved',
} as const

/** What a page asks with. */
export interface Asked {
  /** As the browser has it. */
  pathname: string
}

/** What a page is told. */
export interface Told extends Asked {
  /** The panel, as HTML. */
  html: string
  /** The worst that it says. */
  level: Level | undefined
  /** Absolute path of the folder that holds `content/`, for the editor; ends in a slash. */
  contentRoot: string
}
