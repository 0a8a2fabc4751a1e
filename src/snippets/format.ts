import type { Problem } from '../calendar/problem.ts'
import type { NetworkName } from '../calendar/vocabulary.ts'
import type { TimedItem } from './ledger/diff-queue.ts'

/** An item as it is written into a file: with the address that a tool fetches its image from. */
export type ExportItem = TimedItem & { imageUrl?: string }

/** A file for a tool: its name and its content, byte for byte as UTF-8. */
export interface ExportFile {
  name: string
  content: string
}

/** What the files are made for. */
export interface FormatContext {
  /** The plan's zone, which the tool is to be set to. */
  zone: string
  /** What the plan's `exports` says of this format: column names of a template, the order of a date, ids of accounts. */
  options: Readonly<Record<string, unknown>>
}

/** How well a format is known. */
export type Sure = 'vendor' | 'vendor + several' | 'several' | 'standard' | 'ours' | 'template'

/** A posting tool's way to take many posts at once. */
export interface Format {
  /** As people write it. */
  name: string
  /** Where its rules were read, and when. */
  source: { where: string; read: string; sure: Sure }
  /** Networks that it can be given; undefined means all that are posted to. */
  networks?: readonly NetworkName[]
  /** One file a channel. */
  isPerChannel: boolean
  /** Rows that a file may have. */
  mostRows?: number
  /** Minutes that a post has to be ahead. */
  lead: number
  /** Minutes that two posts have to be apart. */
  apart?: number
  /** It carries times with their zone; otherwise the tool has to be set to the plan's. */
  hasZone: boolean
  /** What an item cannot be in this tool: too long for it, a thread, a picture too many. */
  problemOf?(item: ExportItem): Problem | undefined
  /**
   * Writes the items of one file, in order.
   * @param name what the file is for: a channel, or `queue`; the format adds what stands behind it
   */
  render(items: readonly ExportItem[], name: string, context: FormatContext): ExportFile
  /** What the person does next, one step a line. */
  steps(files: readonly ExportFile[], context: FormatContext): string[]
}
