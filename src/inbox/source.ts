import type { Fault } from '../calendar/fault.ts'
import type { InboxTable } from '../calendar/inbox-settings.ts'
import type { Figures, Heard } from './heard.ts'

/** One thing as a file says it: markup, names and all. */
export interface Said {
  /** Where it begins in its file, from 1. */
  line: number
  text: string
  /** Of a search or page; what anything else is follows from its words. */
  kind?: Heard['kind']
  on?: string
  /** Day or time, as written. */
  at?: string
  /** Whose words they are, as written. */
  by?: string
  url?: string
  figures?: Figures
  /** What its source knows it by; without one it is known by its words, its time and whose they are. */
  key?: string
}

/** What a file says, as far as it can be read, and what is wrong with it. */
export interface Reading {
  said: Said[]
  faults: Fault[]
  /** The order of its dates, where they are written with strokes. */
  dates?: InboxTable['dates']
  /** Where columns were known by their names alone: which held the words, and those that nothing was taken from. */
  columns?: { text: string; unused: string[] }
}

export interface ReadContext {
  /** The file's path, as it is reported. */
  file: string
  /** The plan's tables, by name. */
  tables: Readonly<Record<string, InboxTable>>
  /** The table that was asked for. */
  table?: string
}

/** A kind of file that entries come from. Nothing in a file is run or fetched. */
export interface Source {
  /** What it is, for people. */
  description: string
  /** Where things were heard when nothing says so. */
  on: string
  /** Does a text look like one? */
  recognizes(text: string, context: ReadContext): boolean
  read(text: string, context: ReadContext): Reading
}
