import type { Fault } from '../../src/calendar/fault.ts'
import { dayIn } from '../../src/calendar/time.ts'
import { list } from '../../src/calendar/wording.ts'
import type { Heard } from '../../src/inbox/heard.ts'
import { plainText } from '../../src/inbox/plain-text.ts'
import type { ReadContext, Reading, Source } from '../../src/inbox/source.ts'
import { mostRows } from '../../src/inbox/sources/records.ts'
import { lastDayIn } from '../../src/inbox/sources/search-console.ts'
import { recognize, type SourceName, sources } from '../../src/inbox/sources.ts'
import { type Taken, takeIn } from '../../src/inbox/take-in.ts'
import { openPlan } from './open-plan.ts'
import { placeProblem } from './place-problem.ts'
import { type ImportedFile, type ImportedText, textsOf } from './read-files.ts'
import { readInbox } from './read-inbox.ts'
import { writeInbox } from './write-inbox.ts'

export interface ImportWish {
  root: string
  now: string
  /** A kind of file, or one of the plan's tables. */
  as?: string
  /** Where it was heard, for all that do not say. */
  on?: string
}

/** What became of an import: what to say, and everything that was left out. */
export interface Imported {
  said: string[]
  faults: Fault[]
  /** A file has more rows than are read. */
  isCut: boolean
}

/** Names that `--as` takes. */
export function importKinds(root: string, now: string): string[] {
  return [...Object.keys(sources), ...Object.keys(openPlan(root, now).plan.inbox.tables)]
}

/**
 * Brings files into the inbox. What is there already is not added again; what cannot be read is left out and said.
 * @returns what became of it, or why nothing was read
 */
export async function runImport(
  files: readonly (ImportedFile | Fault)[],
  { root, now: written, as, on }: ImportWish,
): Promise<Imported | { problem: string }> {
  const { plan, now } = openPlan(root, written)
  const today = dayIn(now, plan.zone)
  const before = readInbox(root, plan.zone)
  const problem = on === undefined ? undefined : placeProblem(on, plan, before.inbox)
  if (problem !== undefined) return { problem }
  const known = new Set(before.ids)
  const imported: Imported = { said: [], faults: [...before.faults], isCut: false }
  for (const file of files) {
    if ('what' in file) {
      imported.faults.push(file)
      continue
    }
    const { texts, faults } = await textsOf(file)
    imported.faults.push(...faults)
    let heard: Heard[] = []
    const notes: string[] = []
    const parts = partsOf(texts, as, plan.inbox.tables)
    for (const { name, source, context, text, from, day } of parts) {
      const reading = source.read(text, context)
      const isCut = reading.said.length + reading.faults.length > mostRows
      if (isCut) {
        imported.isCut = true
        imported.faults.push(tooMany(context.file, lastLine(reading)))
        reading.said.splice(mostRows)
      }
      if (day !== undefined)
        for (const one of reading.said) Object.assign(one, { at: day, key: `${one.key} ${day}` })
      const taken = takeIn(reading, {
        people: plan.inbox.people,
        site: plan.site.url,
        zone: plan.zone,
        now,
        on: on ?? source.on,
        at: today,
        file: context.file,
      })
      imported.faults = imported.faults.concat(taken.faults)
      const added = taken.heard.filter(({ id }) => !known.has(id))
      for (const { id } of added) known.add(id)
      heard = heard.concat(added)
      notes.push(
        summaryOf(context.file, name, added.length, taken, reading, from) +
          (isCut ? `, of its first ${rowLimit} rows alone` : ''),
      )
    }
    if (heard.length > 0)
      notes.push(`  written to ${writeInbox(root, heard, today, parts[0]?.name ?? 'import')}`)
    imported.said.push(...notes)
  }
  return imported
}

interface Part {
  name: string
  source: Source
  context: ReadContext
  text: string
  from?: string
  day?: string
}

/** What each text is read as. Beside exports of searches, a zip holds countries, devices and days, which nobody said. */
function partsOf(
  texts: readonly ImportedText[],
  as: string | undefined,
  tables: ReadContext['tables'],
): Part[] {
  const parts = texts.map(({ file, text, from }): Part => {
    const isTable = as !== undefined && Object.hasOwn(tables, as)
    const context: ReadContext = { file, tables, ...(isTable && { table: as }) }
    const name = isTable
      ? sources['json-lines'].recognizes(text, context)
        ? 'json-lines'
        : 'table'
      : ((as as SourceName | undefined) ?? recognize(text, context))
    return { name, source: sources[name], context, text, ...(from && { from }) }
  })
  const searches = parts.filter(({ name }) => name === 'search-console')
  if (parts.length === 1 || searches.length === 0) return parts
  const days = texts.flatMap(({ text }) => lastDayIn(text) ?? [])
  const day = days.sort().at(-1)
  return searches
    .filter(
      ({ text, context }) => searches.length === 1 || sources['search-console'].recognizes(text, context),
    )
    .map((part) => ({ ...part, ...(day !== undefined && { day }) }))
}

const rowLimit = mostRows.toLocaleString('en')

function tooMany(file: string, line: number): Fault {
  return {
    file,
    line,
    column: 1,
    what: `more than the ${rowLimit} rows that are read of one file`,
    mend: 'split the file',
  }
}

/** The last line that was read. */
function lastLine({ said, faults }: Reading): number {
  return Math.max(said.at(-1)?.line ?? 1, faults.at(-1)?.line ?? 1)
}

function summaryOf(
  file: string,
  kind: string,
  added: number,
  taken: Taken,
  { columns }: Reading,
  from?: string,
): string {
  const { description } = sources[kind as SourceName]
  const there = taken.heard.length - added
  const unused = (columns?.unused ?? []).slice(0, 12).map(plainText)
  return [
    `${file}: ${count(added, 'new entry', 'new entries')}`,
    ...(there > 0 ? [`${there} there already`] : []),
    ...(taken.cut > 0 ? [`${taken.cut} cut to 500 characters`] : []),
    ...(taken.unlinked > 0 ? [`${taken.unlinked} without their address, which names a person`] : []),
    `read as ${description}`,
    ...(from ? [`in ${from}: look at its accents`] : []),
    ...(columns && unused.length > 0
      ? [`words from \`${plainText(columns.text)}\`; not used: ${list(unused)}`]
      : []),
  ].join(', ')
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
