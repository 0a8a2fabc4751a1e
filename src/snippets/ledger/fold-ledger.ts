import type { Moment } from '../../calendar/time.ts'
import { compare } from '../compare.ts'
import type { Statement } from './ledger-line.ts'

/**
 * How a row stands. `open`: in a file that may or may not have been uploaded. `confirmed`: the tool has it. The other
 * three are over: the tool refused it, its file was given up, or it was deleted in the tool.
 */
export type RowState = 'open' | 'confirmed' | 'refused' | 'undone' | 'removed'

/** An item that was handed over. */
export interface Row {
  /** `export id`. */
  key: string
  export: string
  id: string
  hash: string
  channel: string
  network?: string | undefined
  at: Moment
  text: string
  /** Its image as it is published early. */
  image?: string | undefined
  replaces?: readonly string[] | undefined
  state: RowState
  /** Its name on a server. */
  remote?: string
  /** What a worker said of it: its name on the network, and where people see it. */
  posted?: { name: string; address?: string | undefined }
  /** Why it cannot be told whether it was posted. */
  doubt?: string
  /** Its server has it still, though its time has passed. Nothing that is written says so: it is known while one looks. */
  isWaiting?: true
}

/** Whether a row can still be changed, as far as its time tells, or its server. @param now RFC 3339 instant */
export function isAhead({ at, isWaiting }: Row, now: string): boolean {
  return isWaiting === true || at.instant > now
}

/** One hand-over. */
export interface Handover {
  name: string
  format: string
  /** RFC 3339 instant. */
  at: string
  state: 'open' | 'confirmed' | 'undone'
  /** Its files, as long as it is open: after that nobody needs them again. */
  files: readonly { name: string; content: string }[]
  /** By time. */
  rows: readonly Row[]
}

/** What the ledger comes to. */
export interface Ledger {
  /** By name, which begins with the time. */
  handovers: readonly Handover[]
  /** Rows that the tool has, or may have, by id, in the order of their exports. */
  active: ReadonlyMap<string, readonly Row[]>
  /** RFC 3339 instant of the last thing that was said; empty when there is none. */
  last: string
  /** What does not fit together, in words: nothing is lost by it, but someone should look. */
  oddities: readonly string[]
}

/**
 * Adds up what was said. The order does not matter, and neither does saying a thing twice, so that the ledgers of two
 * branches merge by putting their files together. Where an export was both confirmed and undone, it counts as
 * confirmed: that way nothing is posted twice. A row that was refused or deleted in the tool says the same as a confirmation.
 */
export function foldLedger(statements: Iterable<Statement>): Ledger {
  const said = new Map<string, SaidOfExport>()
  let last = ''
  let current: SaidOfExport | undefined
  for (const each of statements) {
    const own: SaidOfExport = said.get(each.export) ?? { files: new Map(), rows: new Map(), told: new Map() }
    if (own !== current) said.set(each.export, own)
    current = own
    if (each.type === 'row') own.rows.set(each.id, rowOf(each, own))
    else if (each.type === 'file') own.files.set(each.name, each.content)
    else {
      if (each.type === 'export') own.made = each
      else if (each.type === 'confirm') own.isConfirmed = true
      else if (each.type === 'undo') own.isUndone = true
      else
        Object.assign(
          own.told.getOrInsertComputed(each.id, () => ({})),
          { [each.type]: each },
        )
      if (each.at > last) last = each.at
    }
  }
  const exports = [...said].sort(([a], [b]) => compare(a, b))
  const rows = exports.map(([, own]) => rowsOf(own))
  const active = activeRows(rows)
  return {
    handovers: exports.flatMap(([name, own], index) =>
      own.made
        ? [
            {
              name,
              format: own.made.format,
              at: own.made.at,
              state: stateOf(own),
              files:
                stateOf(own) === 'open' ? [...own.files].map(([name, content]) => ({ name, content })) : [],
              rows: rows[index] as Row[],
            },
          ]
        : [],
    ),
    active,
    last,
    oddities: [...exports.flatMap(([name, own]) => odditiesOf(name, own)), ...doubles(active)],
  }
}

/** All that was said of one export. */
interface SaidOfExport {
  made?: Extract<Statement, { type: 'export' }>
  isConfirmed?: true
  isUndone?: true
  files: Map<string, string>
  /** Their states are as they were when the row was read. */
  rows: Map<string, Row>
  /** By id of the row. */
  told: Map<string, Told>
}

type ToldType = 'refuse' | 'removed' | 'sent' | 'posted' | 'doubt'
type Told = { [type in ToldType]?: Extract<Statement, { type: type }> }

/** A tool can only refuse what it was given, and only what it has can be deleted there. */
function wasUploaded({ isConfirmed, told }: SaidOfExport): boolean {
  return isConfirmed === true || [...told.values()].some(({ refuse, removed }) => refuse ?? removed)
}

function stateOf(own: SaidOfExport): Handover['state'] {
  if (own.isUndone) return wasUploaded(own) ? 'confirmed' : 'undone'
  return own.isConfirmed ? 'confirmed' : 'open'
}

/** A row in the state that its export is known to have so far: most of them need no other later. */
function rowOf(
  {
    export: name,
    id,
    hash,
    channel,
    network,
    at,
    text,
    image,
    replaces,
  }: Extract<Statement, { type: 'row' }>,
  own: SaidOfExport,
): Row {
  const key = `${name} ${id}`
  // In one go: what is added later takes memory of its own, in each of very many rows.
  const row: Row = { key, export: name, id, hash, channel, network, at, text, state: stateOf(own) }
  if (image !== undefined) row.image = image
  if (replaces !== undefined) row.replaces = replaces
  return row
}

/** The rows of an export with their states, by time. */
function rowsOf(own: SaidOfExport): Row[] {
  const state = stateOf(own)
  const rows = Array.from(own.rows.values(), (row): Row => {
    const told = own.told.get(row.id)
    const remote = told?.sent && { remote: told.sent.remote }
    if (told?.posted) {
      const { name, address } = told.posted
      return { ...row, state: 'confirmed', ...remote, posted: { name, address } }
    }
    if (told?.removed) return { ...row, state: 'removed' }
    if (told?.refuse) return { ...row, state: 'refused', ...remote }
    if (told?.sent)
      return { ...row, state: 'confirmed', ...remote, ...(told.doubt && { doubt: told.doubt.why }) }
    return row.state === state ? row : { ...row, state }
  })
  return rows.sort((a, b) => compare(a.at.instant, b.at.instant) || compare(a.id, b.id))
}

function odditiesOf(name: string, own: SaidOfExport): string[] {
  // Whoever reads the files says which of them is lost.
  if (!own.made) return []
  const strays = [...own.told.keys()].filter((id) => !own.rows.has(id))
  return [
    ...strays.map((id) => `something is said of \`${id}\` in \`${name}\`, which does not hold it`),
    ...(own.isUndone && wasUploaded(own)
      ? [`\`${name}\` was undone, though it was uploaded; it counts as confirmed`]
      : []),
  ]
}

/** Rows that the tool has or may have, less those that another one took the place of. */
function activeRows(exports: readonly (readonly Row[])[]): Map<string, Row[]> {
  const isLiving = ({ state }: Row) => state === 'open' || state === 'confirmed'
  const replaced = new Set<string>()
  for (const rows of exports)
    for (const row of rows)
      if (row.replaces && isLiving(row)) for (const key of row.replaces) replaced.add(key)
  const active = new Map<string, Row[]>()
  for (const rows of exports)
    for (const row of rows) {
      if (!isLiving(row) || (replaced.size > 0 && replaced.has(row.key))) continue
      const alike = active.get(row.id)
      if (alike) alike.push(row)
      else active.set(row.id, [row])
    }
  return active
}

/** The same words that two exports handed over under one name, neither knowing of the other. */
function doubles(active: ReadonlyMap<string, readonly Row[]>): string[] {
  return [...active].flatMap(([id, rows]) => {
    if (rows.length < 2) return []
    return [...Map.groupBy(rows, ({ hash }) => hash).values()]
      .filter((alike) => alike.length > 1)
      .map((alike) => `\`${id}\` was handed over by ${alike.map((row) => `\`${row.export}\``).join(' and ')}`)
  })
}
