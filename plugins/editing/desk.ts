import { existsSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { buildCalendar } from '../../src/calendar/build-calendar.ts'
import type { Calendar } from '../../src/calendar/calendar.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import type { Sources } from '../../src/calendar/sources.ts'
import { readSources } from '../../src/disk.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { rewriteFile } from '../lint/fix/rewrite-file.ts'
import { EditRefusal } from './edit-refusal.ts'

/** Content as it stands on the disk right now, to be changed. */
export interface Desk {
  /** Absolute path of the folder that holds `content/`. */
  root: string
  now: string
  sources: Sources
  calendar: Calendar
  /** What was wrong before anything was changed. */
  faults: readonly Fault[]
}

/** Reads the content. What only contradicts other files may be mended by a change; other faults are thrown. */
export function openDesk(root: string, now: string): Desk {
  const sources = readSources(root)
  const built = buildCalendar(sources, now)
  const faults = 'faults' in built ? built.faults : []
  if (!built.calendar) throw new ContentFaults(faults)
  return { root, now, sources, calendar: built.calendar, faults }
}

/**
 * Writes one file of the content anew, unless the content would be worse for it or somebody else was faster.
 * @returns the calendar as it is then; undefined where it cannot be read, as before
 */
export function putDown(
  { root, now, sources, faults }: Desk,
  file: string,
  after: string,
): Calendar | undefined {
  const before = sources.texts.get(file)
  if (before === undefined) throw new EditRefusal(`${file} is no file of the content; nothing was written.`)
  const built = buildCalendar({ ...sources, texts: new Map([...sources.texts, [file, after]]) }, now)
  const were = new Set(faults.map(same))
  const added = ('faults' in built ? built.faults : []).filter((fault) => !were.has(same(fault)))
  if (added.length > 0) throw new ContentFaults(added)
  const home = join(root, 'content')
  const path = join(root, file)
  if (existsSync(path) && !realpathSync(path).startsWith(realpathSync(home) + sep))
    throw new EditRefusal(`${file} lies outside content/; it stays as it is.`)
  const problem = rewriteFile(path, before, after)
  if (problem !== undefined) throw new EditRefusal(problem)
  return built.calendar
}

/** A fault without its line, which a change above it moves. */
function same({ file, what }: Fault): string {
  return `${file} ${what}`
}
