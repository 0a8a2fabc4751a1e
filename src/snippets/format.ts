import type { Plan } from '../calendar/plan.ts'
import type { NetworkName } from '../calendar/vocabulary.ts'
import type { LeveledProblem } from './check-item.ts'
import type { TimedItem } from './ledger/diff-queue.ts'

/** An item as it is written into a file. */
export type ExportItem = TimedItem & {
  /** Where a tool fetches its image. */
  imageUrl?: string
  /** How often it was changed since it was first handed over. */
  sequence?: number
  /** It was handed over, and does not go out. Only formats with `canCancel` are given such items. */
  isCancelled?: true
}

/** A file for a tool: its name and its content, byte for byte as UTF-8. */
export interface ExportFile {
  name: string
  content: string
}

/** What the plan says that matters to the files: its zone, which the tool is to be set to, and its `exports`. */
export type FormatContext = Pick<Plan, 'zone' | 'site' | 'channels' | 'exports'>

/**
 * How well a format is known: from the maker's own pages, from several unrelated public sources, from a standard, because
 * it is our own, or from the file that the tool gave you.
 */
export type Sure = 'vendor' | 'vendor + several' | 'several' | 'standard' | 'ours' | 'your file'

/** Something that the plan has to say first: the path of the field, and how to mend it. */
export interface PlanProblem {
  field: readonly string[]
  what: string
  mend: string
}

/** As many minutes as one may take to upload a file: what is asked of a time has to be true then. */
export const uploadMinutes = 10

/** A posting tool's way to take many posts at once. */
export interface Format {
  /** As people write it. */
  name: string
  /** Where its rules were read, and in which month. */
  source: { where: string; read: string; sure: Sure }
  /** Takes activities, and what is done by hand, besides what is posted. */
  takesAll?: true
  /** Networks that it can be given; undefined means all that are posted to, as far as is known. */
  networks?: readonly NetworkName[]
  /** One file a channel; or only where two of the channels are on one network, since a row names the network alone. */
  isPerChannel: boolean | 'when networks repeat'
  /** Rows that a file may have. */
  mostRows?: number
  /** Minutes that a post has to be ahead: what the tool asks for, if it says, and `uploadMinutes`. */
  lead: number
  /** Minutes that two posts in a file have to be apart. */
  apart?: number
  /** Days in which it refuses the same words a second time. */
  noRepeat?: number
  /** It carries times with their zone; otherwise the tool has to be set to the plan's. */
  hasZone: boolean
  /** A picture of the queue that nothing is posted from: it is written whole every time, and no ledger remembers it. */
  isView?: true
  /** What it can carry. Without these it is said what has to be done by hand. */
  hasThreads?: true
  hasAlt?: true
  hasComments?: true
  canCancel?: true
  /** Characters, where it takes fewer than the network. */
  ceilings?: Partial<Record<NetworkName, number>>
  /** What the plan has to say before anything can be written. */
  missing?(context: FormatContext): PlanProblem[]
  /** What else an item cannot be in this tool. */
  problemsOf?(item: ExportItem, context: FormatContext): Omit<LeveledProblem, 'field'>[]
  /** The cells of an item by column, where it is a table. */
  row?(item: ExportItem, context: FormatContext): Readonly<Record<string, string>>
  /**
   * Writes the items of one file, in order.
   * @param name what the file is for: a channel, or `queue`; the format adds what stands around it
   */
  render(items: readonly ExportItem[], name: string, context: FormatContext): ExportFile
  /** What the person does next, one step a line. */
  steps(files: readonly ExportFile[], context: FormatContext): string[]
}
