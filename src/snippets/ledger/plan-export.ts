import { dayIn, type Moment } from '../../calendar/time.ts'
import type { LeveledProblem } from '../check-item.ts'
import type { ExportItem, Format, FormatContext } from '../format.ts'
import { checkExport, isFor } from '../formats/check-export.ts'
import { imageName, type QueueItem } from '../queue-item.ts'
import { type Difference, diffQueue, type TimedItem } from './diff-queue.ts'
import type { Ledger, Row } from './fold-ledger.ts'
import { type PushServer, pushServers, serverOf } from './is-push.ts'
import { sentBefore } from './sent-before.ts'
import { type Whereabouts, whereabouts } from './whereabouts.ts'

/** What is asked for. */
export interface ExportWish {
  format: Format
  context: FormatContext
  now: Moment
  /** Last day, in the plan's zone. */
  until: string
  /** Undefined means all. */
  channels?: readonly string[] | undefined
}

/** An item that stays behind, and why. */
export interface Held {
  item: QueueItem
  /** Path of the value in the file's entry, where one alone is meant. */
  field?: QueueItem['field']
  what: string
  mend: string
}

/** What an export comes to. */
export interface ExportPlan {
  /** To be written, by time. */
  write: readonly ExportItem[]
  /** To think about, of what is written. */
  warnings: readonly Held[]
  /** Handed over already, as they are wanted. */
  unchanged: readonly TimedItem[]
  /** Rows that the tool has and that are not wanted any more, or otherwise: someone has to delete them there. */
  removeFirst: readonly Row[]
  /** The same, in exports of which nobody said yet whether they were uploaded. */
  uncertain: readonly Row[]
  /** Rows of such exports that stand in another export too. */
  twice: readonly Row[]
  /** Such rows of a push, whether they are known to have arrived or not: the next push to their server sees to them. */
  toPush: readonly { row: Row; server: PushServer }[]
  held: readonly Held[]
  /** Never handed over, and too late now. */
  missed: readonly TimedItem[]
  /** Something went out under their name already. */
  again: readonly Held[]
  /** What this tool does not take: activities, and what is done by hand. */
  byHand: readonly TimedItem[]
}

/**
 * Holds the whole queue against the ledger, and says what goes into an export and what does not. What was handed over
 * otherwise than it is wanted now is held until its older form is gone.
 * @param items the whole queue, so that nothing counts as canceled that is only out of sight
 */
export function planExport(items: readonly QueueItem[], ledger: Ledger, wish: ExportWish): ExportPlan {
  const { format, context, now, until, channels } = wish
  const { zone, site } = context
  const isAsked = ({ channel }: { channel: string }) => !channels || channels.includes(channel)
  const isInTime = ({ at }: QueueItem) => !at || dayIn(at, zone) <= until
  const isWanted = (item: QueueItem) => isAsked(item) && isInTime(item)
  const { add, change, unchanged, past, missed, faulty, leaving } = diffQueue(
    items,
    ledger,
    { now: now.instant, channels: context.channels },
    Temporal.Instant.from(now.instant).add({ minutes: format.lead }).toString(),
  )
  const forTool = (item: TimedItem) => isFor(format, item)
  const offered = add
    .filter((item) => isWanted(item) && forTool(item))
    .map((item) => withImage(item, site.url))
  const kept = unchanged.map(({ item }) => item)
  const waitsFor = waiting(leaving, [...change, ...faulty], whereabouts(items, context.channels))
  const problems = checkExport([...kept, ...offered], format, context)
  const errorsOf = (item: ExportItem) => (problems.get(item) ?? []).filter(({ level }) => level === 'error')
  const isHeld = (item: ExportItem) => errorsOf(item).length > 0 || waitsFor(item) !== undefined
  // A channel that the plan has no more can only be asked for by the name that it has now.
  const gone = leaving.filter((row) => isAsked(row) || !Object.hasOwn(context.channels, row.channel))
  // Which of two is to leave can only be told once it is known of both whether they were uploaded.
  const twice = new Set(
    [...ledger.active.values()]
      .flatMap((rows) => (rows.length > 1 ? rows : []))
      .filter((row) => row.at.instant > now.instant && row.state === 'open' && isAsked(row)),
  )
  const server = serverOf(ledger)
  const isPushed = (row: Row) => server(row) !== undefined
  const byHand = gone.filter((row) => !isPushed(row))
  return {
    write: offered.filter((item) => !isHeld(item)),
    warnings: offered.flatMap((item) =>
      isHeld(item) ? [] : (problems.get(item) ?? []).map((problem) => heldBy(item, problem)),
    ),
    unchanged: kept.filter(isWanted),
    removeFirst: byHand.filter(({ state }) => state === 'confirmed').sort(byTime),
    uncertain: byHand.filter((row) => row.state === 'open' && !twice.has(row)).sort(byTime),
    twice: [...twice].filter((row) => !isPushed(row)).sort(byTime),
    toPush: [...new Set([...gone, ...twice])].sort(byTime).flatMap((row) => {
      const known = server(row)
      return known ? [{ row, server: known }] : []
    }),
    held: [
      ...change
        .filter(({ item }) => isWanted(item) && forTool(item))
        .map(({ item, row }) => ({ item, ...waitingFor(row, server(row)) })),
      ...offered.flatMap((item) => {
        const errors = errorsOf(item)
        if (errors.length > 0) return errors.map((problem) => heldBy(item, problem))
        const row = waitsFor(item)
        return row ? [{ item, ...waitingFor(row, server(row), 'something else of its post') }] : []
      }),
      ...faulty
        .filter(({ item }) => isWanted(item) && isFor(format, item))
        .flatMap(({ item, row }) =>
          item.problems.map((problem) =>
            heldBy(item, row ? { ...problem, what: `${problem.what}; ${hasIt(row)}` } : problem),
          ),
        ),
    ],
    missed: missed.filter((item) => item.kind !== 'activity' && isAsked(item) && forTool(item)),
    again: sentBefore(past, now.instant).filter(({ item }) => isAsked(item)),
    byHand: add.filter((item) => isWanted(item) && !forTool(item)),
  }
}

/** All that is wanted and ahead, whether it was handed over or not: what a picture of the queue shows. */
export function planView(
  items: readonly QueueItem[],
  { context, now, until, channels }: ExportWish,
): ExportPlan {
  const write = items.filter(
    (item): item is TimedItem =>
      item.at !== undefined &&
      item.at.instant > now.instant &&
      dayIn(item.at, context.zone) <= until &&
      item.problems.length === 0 &&
      (!channels || channels.includes(item.channel)),
  )
  const none = {
    warnings: [],
    unchanged: [],
    removeFirst: [],
    uncertain: [],
    twice: [],
    toPush: [],
    held: [],
    missed: [],
    again: [],
    byHand: [],
  }
  return { ...none, write: write.map((item) => withImage(item, context.site.url)) }
}

/** An item with the address of its image as it is published early. */
export function withImage(item: TimedItem, url: string): ExportItem {
  return item.image ? { ...item, imageUrl: `${url}/m/${imageName(item.image)}` } : item
}

function heldBy(item: QueueItem, { field, what, mend }: Omit<LeveledProblem, 'level'>): Held {
  return { item, field, what, mend }
}

function hasIt({ state, export: name }: Row): string {
  return state === 'confirmed'
    ? 'the tool has it as it was handed over, and is to lose it'
    : `it stands as it was in \`${name}\``
}

/**
 * What something new waits for: rows of its post on its channel that are to leave. They have other words than are wanted
 * now, so that whatever is new there may be what became of them.
 */
function waiting(
  leaving: Difference['leaving'],
  known: readonly { item: QueueItem; row?: Row }[],
  { postOf, channelOf, channelsOf }: Whereabouts,
): (item: TimedItem) => Row | undefined {
  const asTheyAre = new Set(known.flatMap(({ item, row }) => (row?.hash === item.hash ? [row] : [])))
  const rows = new Map(
    leaving
      .filter((row) => !asTheyAre.has(row))
      .map((row) => [`${postOf(row.id)} ${channelOf(row)}`, row] as const),
  )
  return (item) =>
    channelsOf(item)
      .map((channel) => rows.get(`${postOf(item.id)} ${channel}`))
      .find((row) => row !== undefined)
}

function waitingFor(
  { state, export: name, id }: Row,
  server: PushServer | undefined,
  thing = 'its older form',
): { what: string; mend: string } {
  if (server)
    return {
      what:
        state === 'confirmed'
          ? `${thing} is in ${pushServers[server].name}`
          : `${thing} was sent to ${pushServers[server].name}, and it is not known whether it arrived`,
      mend: `let a push see to it first: \`${pushServers[server].again}\``,
    }
  return state === 'confirmed'
    ? {
        what: `${thing} is to leave the tool first`,
        mend: `delete it there, then say \`npm run queue -- removed ${id}\``,
      }
    : {
        what: `${thing} stands in \`${name}\`, and nobody said yet whether that was uploaded`,
        mend: `say \`npm run queue -- confirm ${name}\`, or \`undo\` where it was not`,
      }
}

function byTime(a: Row, b: Row): number {
  return a.at.instant < b.at.instant ? -1 : a.at.instant > b.at.instant ? 1 : a.id < b.id ? -1 : 1
}
