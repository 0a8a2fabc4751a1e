import type { Moment } from '../../calendar/time.ts'
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
  at: Moment
  text: string
  replaces: readonly string[]
  state: RowState
  /** Its name on a server. */
  remote?: string
}

/** One hand-over. */
export interface Handover {
  name: string
  format: string
  /** RFC 3339 instant. */
  at: string
  state: 'open' | 'confirmed' | 'undone'
  files: readonly { name: string; content: string }[]
  rows: readonly Row[]
}

/** What the ledger comes to. */
export interface Ledger {
  /** By name, which begins with the time. */
  handovers: readonly Handover[]
  /** Rows that the tool has, or may have, by id, in the order of their exports. */
  active: ReadonlyMap<string, readonly Row[]>
  /** Ids that two exports handed over, neither knowing of the other. */
  doubles: readonly { id: string; rows: readonly Row[] }[]
  /** Statements that contradict each other, in words. */
  contradictions: readonly string[]
}

/**
 * Adds up what was said. The order does not matter, and neither does saying a thing twice, so that the ledgers of two
 * branches merge by putting their files together. Where an export was both confirmed and undone, it counts as
 * confirmed: that way nothing is posted twice.
 */
export function foldLedger(statements: Iterable<Statement>): Ledger {
  const said = new Map<string, Statement>()
  for (const each of statements) said.set(JSON.stringify(each), each)
  const all = [...said.values()]
  const keysOf = (type: Statement['type']) =>
    new Set(
      all.flatMap((each) => (each.type === type ? [keyOf(each.export, 'id' in each ? each.id : '')] : [])),
    )
  const [confirmed, undone, refused, removed] = (['confirm', 'undo', 'refuse', 'removed'] as const).map(
    keysOf,
  ) as [Set<string>, Set<string>, Set<string>, Set<string>]
  const remotes = new Map<string, string>()
  for (const each of all) if (each.type === 'sent') remotes.set(keyOf(each.export, each.id), each.remote)
  const stateOf = (name: string): Handover['state'] =>
    confirmed.has(keyOf(name, '')) ? 'confirmed' : undone.has(keyOf(name, '')) ? 'undone' : 'open'

  const rows = Map.groupBy(
    all.flatMap((each): Row[] => {
      if (each.type !== 'row') return []
      const key = keyOf(each.export, each.id)
      const remote = remotes.get(key)
      const state = removed.has(key)
        ? 'removed'
        : refused.has(key)
          ? 'refused'
          : remote !== undefined
            ? 'confirmed'
            : stateOf(each.export)
      const { type: _, replaces = [], ...row } = each
      return [{ ...row, key, replaces, state, ...(remote !== undefined && { remote }) }]
    }),
    (row) => row.export,
  )
  const files = Map.groupBy(
    all.filter((each) => each.type === 'file'),
    (file) => file.export,
  )
  const handovers = all
    .flatMap((each): Handover[] => {
      if (each.type !== 'export') return []
      const { export: name, format, at } = each
      return [
        {
          name,
          format,
          at,
          state: stateOf(name),
          files: (files.get(name) ?? []).map(({ name, content }) => ({ name, content })),
          rows: sorted(rows.get(name) ?? []),
        },
      ]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))

  const active = activeRows(sorted([...rows.values()].flat()))
  return {
    handovers,
    active,
    doubles: [...active].flatMap(([id, each]) => (each.length > 1 ? [{ id, rows: each }] : [])),
    contradictions: handovers
      .filter(({ name }) => confirmed.has(keyOf(name, '')) && undone.has(keyOf(name, '')))
      .map(({ name }) => `\`${name}\` was both confirmed and undone; it counts as confirmed`),
  }
}

/** Rows that the tool has or may have, less those that another one took the place of. */
function activeRows(rows: readonly Row[]): Map<string, Row[]> {
  const living = rows.filter(({ state }) => state === 'open' || state === 'confirmed')
  const replaced = new Set(living.flatMap(({ replaces }) => replaces))
  return Map.groupBy(
    living.filter(({ key }) => !replaced.has(key)),
    ({ id }) => id,
  )
}

function keyOf(name: string, id: string): string {
  return `${name} ${id}`
}

function sorted(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
