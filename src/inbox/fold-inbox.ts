import type { Fault } from '../calendar/fault.ts'
import { type Answered, type Heard, inboxLine } from './heard.ts'
import type { Entry, Inbox } from './inbox.ts'

/**
 * Reads the inbox's files, and the ids of all their entries. A line that cannot be read is a fault with its place, and the others count.
 * @param files text by path
 * @param zone the plan's
 */
export function foldInbox(
  files: Iterable<readonly [string, string]>,
  zone: string,
): { inbox: Inbox; ids: ReadonlySet<string>; faults: Fault[] } {
  const heard = new Map<string, Heard>()
  const answers = new Map<string, Answered>()
  const faults: Fault[] = []
  for (const [file, text] of files)
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (line === '') continue
      const read = inboxLine.safeParse(parsed(line))
      if (!read.success)
        faults.push({
          file,
          line: index + 1,
          column: 1,
          what: 'this line is no entry of the inbox',
          mend: 'take it back from version control, or delete it and import it again',
        })
      else if (read.data.type === 'answered') {
        const known = answers.get(read.data.id)
        if (!known || isBefore(read.data, known)) answers.set(read.data.id, read.data)
      } else {
        const known = heard.get(read.data.id)
        if (!known || isBefore(read.data, known)) heard.set(read.data.id, read.data)
      }
    }

  const days = new Map<string, string>()
  const dayOf = (at: string) => days.getOrInsertComputed(at, () => dayIn(at, zone))
  const entries: Entry[] = []
  const newest = new Map<string, Entry>()
  for (const one of heard.values()) {
    const answer = answers.get(one.id)
    const entry: Entry = {
      ...one,
      day: dayOf(one.at),
      ...(answer && { answer: { ...answer, day: dayOf(answer.at) } }),
    }
    if (!entry.figures) {
      entries.push(entry)
      continue
    }
    const key = `${entry.kind}\n${entry.text}\n${entry.url ?? ''}`
    const [last, earlier] = [newest.get(key), entry].sort(byAge) as [Entry, Entry?]
    newest.set(key, withEarlier(last, earlier))
  }
  const inbox = { entries: [...entries, ...newest.values()].sort(byAge) }
  return { inbox, ids: new Set(heard.keys()), faults }
}

/** Newest first, then most shown, then by id, so that the order of files does not matter. */
function byAge(a: Entry | undefined, b: Entry | undefined): number {
  if (!a || !b) return a ? -1 : 1
  if (a.at !== b.at) return a.at > b.at ? -1 : 1
  return (
    (b.figures?.impressions ?? 0) - (a.figures?.impressions ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** Two standings of one day are two exports of different lengths, which cannot be compared. */
function withEarlier(last: Entry, earlier: Entry | undefined): Entry {
  if (!earlier?.figures) return last
  const candidates = [
    ...(last.before ? [last.before] : []),
    ...(earlier.before ? [earlier.before] : []),
    { day: earlier.day, figures: earlier.figures },
  ].filter(({ day }) => day < last.day)
  const [before] = candidates.sort((a, b) =>
    a.day !== b.day ? (a.day > b.day ? -1 : 1) : b.figures.impressions - a.figures.impressions,
  )
  return before ? { ...last, before } : last
}

function isBefore(a: Heard | Answered, b: Heard | Answered): boolean {
  return a.at !== b.at ? a.at < b.at : JSON.stringify(a) < JSON.stringify(b)
}

function dayIn(at: string, zone: string): string {
  return at.length === 10 ? at : Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
