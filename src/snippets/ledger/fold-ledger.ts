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
  at: Moment
  text: string
  /** Its image as it is published early. */
  image?: string | undefined
  replaces?: readonly string[] | undefined
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
  const exports = new Map<string, Extract<Statement, { type: 'export' }>>()
  const files = new Map<string, Map<string, string>>()
  const rows: Extract<Statement, { type: 'row' }>[] = []
  const said = new Map<string, Statement>()
  let last = ''
  for (const each of statements) {
    if (each.type === 'row') rows.push(each)
    else if (each.type === 'file')
      files.getOrInsertComputed(each.export, () => new Map()).set(each.name, each.content)
    else if (each.type === 'export') exports.set(each.export, each)
    else said.set(keyOf(each.type, each.export, 'id' in each ? each.id : ''), each)
    if ('format' in each || (each.type !== 'row' && each.type !== 'file'))
      last = each.at > last ? each.at : last
  }
  const isSaid = (type: Statement['type'], name: string, id = '') => said.has(keyOf(type, name, id))
  // A tool can only refuse what it was given, and only what it has can be deleted there.
  const uploaded = new Set([...said.values()].flatMap((each) => (isOfTool(each) ? [each.export] : [])))
  const isUndone = (name: string) => !isSaid('confirm', name) && !uploaded.has(name) && isSaid('undo', name)
  const stateOf = (name: string): Handover['state'] => {
    if (!isSaid('undo', name)) return isSaid('confirm', name) ? 'confirmed' : 'open'
    return isUndone(name) ? 'undone' : 'confirmed'
  }

  const byExport = new Map([...exports.keys()].map((name) => [name, new Map<string, Row>()]))
  const strays = new Set<string>()
  for (const { type: _, ...row } of rows) {
    const { export: name, id } = row
    const sent = said.get(keyOf('sent', name, id))
    const state: RowState = isSaid('removed', name, id)
      ? 'removed'
      : isSaid('refuse', name, id)
        ? 'refused'
        : sent
          ? 'confirmed'
          : stateOf(name)
    const remote = sent?.type === 'sent' ? { remote: sent.remote } : {}
    const own = byExport.getOrInsertComputed(name, () => {
      strays.add(`rows of \`${name}\`, and no export of that name`)
      return new Map()
    })
    own.set(id, { ...row, key: `${name} ${id}`, state, ...remote })
  }
  const handovers = [...exports.values()]
    .map(
      ({ export: name, format, at }): Handover => ({
        name,
        format,
        at,
        state: stateOf(name),
        files: [...(files.get(name) ?? [])].map(([name, content]) => ({ name, content })),
        rows: [...(byExport.get(name)?.values() ?? [])].sort(
          (a, b) => compare(a.at.instant, b.at.instant) || compare(a.id, b.id),
        ),
      }),
    )
    .sort((a, b) => compare(a.name, b.name))

  for (const each of said.values())
    if (!exports.has(each.export))
      strays.add(`\`${each.type}\` of \`${each.export}\`, and no export of that name`)
    else if ('id' in each && !byExport.get(each.export)?.has(each.id))
      strays.add(`\`${each.type}\` of \`${each.id}\`, which \`${each.export}\` does not hold`)
  const active = activeRows([...byExport].sort(([a], [b]) => compare(a, b)).map(([, own]) => own))
  return {
    handovers,
    active,
    last,
    oddities: [
      ...[...strays].sort(),
      ...handovers
        .filter(({ name }) => isSaid('undo', name) && !isUndone(name))
        .map(({ name }) => `\`${name}\` was undone, though it was uploaded; it counts as confirmed`),
      ...doubles(active),
    ],
  }
}

/** Rows that the tool has or may have, less those that another one took the place of. */
function activeRows(exports: readonly ReadonlyMap<string, Row>[]): Map<string, Row[]> {
  const isLiving = ({ state }: Row) => state === 'open' || state === 'confirmed'
  const replaced = new Set<string>()
  for (const rows of exports)
    for (const row of rows.values())
      if (row.replaces && isLiving(row)) for (const key of row.replaces) replaced.add(key)
  const active = new Map<string, Row[]>()
  for (const rows of exports)
    for (const row of rows.values()) {
      if (!isLiving(row) || replaced.has(row.key)) continue
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

function isOfTool({ type }: Statement): boolean {
  return type === 'refuse' || type === 'removed'
}

function keyOf(type: Statement['type'], name: string, id: string): string {
  return `${type} ${name} ${id}`
}
