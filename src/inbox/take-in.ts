import { hash } from 'node:crypto'
import type { Fault } from '../calendar/fault.ts'
import type { InboxSettings } from '../calendar/inbox-settings.ts'
import { isProblem } from '../calendar/problem.ts'
import type { Moment } from '../calendar/time.ts'
import { type Heard, longestHeard } from './heard.ts'
import { isQuestion } from './is-question.ts'
import { hashOfPerson, namesPerson, withoutPeople } from './people.ts'
import { plainText } from './plain-text.ts'
import { readTimeHeard } from './read-time.ts'
import type { Reading, Said } from './source.ts'

/** What entries are made with. */
export interface TakeIn {
  people: InboxSettings['people']
  /** Address of the site. */
  site: string
  zone: string
  now: Moment
  /** Where it was heard, for all that do not say. */
  on: string
  /** When it was heard, for all that do not say: a day, or an instant in UTC. */
  at: string
  file: string
}

/** What became of a reading. */
export interface Taken {
  heard: Heard[]
  faults: Fault[]
  /** Entries whose words were cut. */
  cut: number
  /** Entries whose address was left out, since it names a person. */
  unlinked: number
}

/** So much of what was said is looked at for people; far less is kept. */
const mostRead = 4 * longestHeard

/**
 * What a spreadsheet would work out: whatever begins with `=` and an operand, a function after another sign, and a call
 * of another program (`-1|cmd!A1`). `+1` and `=)` are words.
 */
const formula = /^\s*(?:=\s*(?:[\p{L}\p{N}"'@+{$#.[-]|\(\S)|[+@-]\s*[\w.]+\(.*\)|[=+@-][^|]*\|[^!]*![$\w])/su

/** Makes entries of what was said: plain words of a limited length, people unnamed unless the plan asks for names. */
export function takeIn({ said, faults: found, dates }: Reading, context: TakeIn): Taken {
  const taken: Taken = { heard: [], faults: [...found], cut: 0, unlinked: 0 }
  const seen = new Set<string>()
  const latest = Temporal.Instant.from(context.now.instant).add({ hours: 24 }).toString()
  for (const one of said) {
    const fault = (what: string, mend: string) =>
      void taken.faults.push({ file: context.file, line: one.line, column: 1, what, mend })
    if (formula.test(one.text)) {
      fault('a formula where words should be', 'write the words; nothing in a file is ever worked out')
      continue
    }
    const at = one.at === undefined ? context.at : readTimeHeard(one.at, context.zone, dates)
    if (isProblem(at)) {
      fault(at.problem, at.mend)
      continue
    }
    if (at > latest || at < '2000') {
      fault(`\`${one.at}\` is no time at which this was heard`, 'write the day on which somebody said it')
      continue
    }
    const plain = plainText(one.text)
    const words = one.kind === 'page' ? plain : unnamed(plain.slice(0, mostRead), one, context)
    if (words === '' || !/[\p{L}\p{N}]/u.test(words)) {
      fault('no words are left of it', 'write what was said, or delete it')
      continue
    }
    const id = idOf(one, plain, context)
    if (seen.has(id)) continue
    seen.add(id)
    const text = shortened(words)
    if (text !== words) taken.cut++
    const url = linkOf(one.url)
    const isNamed = url !== undefined && context.people !== 'keep' && namesPerson(url)
    if (isNamed) taken.unlinked++
    const by = personOf(one.by, context)
    taken.heard.push({
      type: 'heard',
      id,
      kind: one.kind ?? (isQuestion(words) ? 'question' : 'mention'),
      text,
      on: placeOf(one, context),
      at,
      ...(by !== undefined && { by }),
      ...(url !== undefined && !isNamed && { url }),
      ...(one.figures && { figures: one.figures }),
    })
  }
  return taken
}

/** Of the words as they were said, so that another way of cutting them or of naming people changes nothing. */
function idOf(one: Said, words: string, context: TakeIn): string {
  const own =
    one.key ?? JSON.stringify([words.toLowerCase(), one.at ?? null, one.by?.trim().toLowerCase() ?? null])
  return hash('sha256', JSON.stringify([placeOf(one, context), own])).slice(0, 12)
}

function placeOf({ on }: Said, context: TakeIn): string {
  return plainText(on ?? context.on).slice(0, 60) || context.on
}

function unnamed(words: string, { by }: Said, { people }: TakeIn): string {
  return people === 'keep' ? words : withoutPeople(words, by?.trim())
}

function personOf(by: string | undefined, { people, site }: TakeIn): string | undefined {
  const name = plainText(by ?? '').slice(0, 80)
  if (name === '' || people === 'drop') return undefined
  return people === 'keep' ? name : hashOfPerson(name, site)
}

function shortened(words: string): string {
  if (words.length <= longestHeard) return words
  const head = words
    .slice(0, longestHeard - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
  return `${head.replace(/\s+\S{0,40}$/, '')}…`
}

function linkOf(address: string | undefined): string | undefined {
  const url = URL.parse(address ?? '')
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 500 ? url.href : undefined
}
