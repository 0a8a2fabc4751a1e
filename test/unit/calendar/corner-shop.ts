import fc from 'fast-check'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import { type Fault, renderFault } from '../../../src/calendar/fault.ts'
import { isProblem } from '../../../src/calendar/problem.ts'
import type { Sources } from '../../../src/calendar/sources.ts'
import { dayOf, type Fold, type Moment, readWallClock, toMoment } from '../../../src/calendar/time.ts'

/** The plan of CONTENT.md, word for word. */
export const plan = `site:
  name: Corner Shop Notes
  about: Two shopkeepers on running a small shop
  url: https://notes.example
  rebuildEvery: 60m          # how long after a promise the page may still be on its way
  ask: mailto:hello@notes.example        # "Didn't answer it? Ask us"
  subscribe: https://lists.example/form  # a plain form, no script
zone: Europe/Tallinn
goal: acquire                # the primary one
relationship: repeat         # or one-off: sets the default mix
audiences: [shop owners]
rhythm: [tue 09:00]          # when posts go live
topics:
  cadence: { title: How often to post, intro: … }
channels:
  linkedin:
    network: linkedin
    account: corner-shop
    serves: acquire
    dimmers: { link: 2/week, question: 1/week, offer: off }   # the bank of dimmers: per kind, off is a choice
    times: [tue 10:00, thu 10:00]
    replies: within a day    # shown on the public page "Where we answer"; or off
    hours: 1h/week
    owner: mari
  phone: { network: phone, serves: retain, replies: weekdays 9 to 17 }
mix: { awareness: 30, community: 20, service: 25, listening: 15, sales: 10 }
blackouts: [2026-12-24/2026-12-26]
links: { source: "{network}", medium: social, campaign: "{post}" }
lint: {}                     # rule options and levels, by path or goal
`

/** A plan with nothing in it that could be left out. */
export const barePlan = `site:
  name: Corner Shop Notes
  about: Two shopkeepers on running a small shop
  url: https://notes.example
zone: Europe/Tallinn
channels: {}
`

export const authors = 'mari: { name: Mari Mets }\njaan: { name: Jaan Tamm }\n'

/** The short post of CONTENT.md, word for word. */
export const shortPost = `---
title: How often should a small shop post?
answer: Twice a week on one channel suits most small shops, because a rhythm you keep beats a burst you cannot.
purpose: awareness
status: ready
publish: 2026-12-08
---
## How often is enough?
Start with …
`

/** A post with these lines of front matter. */
export function post(...lines: string[]): string {
  return `---\n${lines.join('\n')}\n---\nStart with one channel.\n`
}

/** A post that is ready to go live at a time. */
export function readyPost(title: string, publish: string, ...lines: string[]): string {
  return post(
    `title: ${title}`,
    'answer: Twice a week, on one channel.',
    'purpose: awareness',
    'topics: [cadence]',
    'status: ready',
    `publish: ${publish}`,
    ...lines,
  )
}

/** Content with a plan and authors, unless `files` says otherwise; an undefined file is not there. */
export function sourcesOf(files: Record<string, string | undefined>, assets: string[] = []): Sources {
  const all = { 'content/plan.yaml': plan, 'content/authors.yaml': authors, ...files }
  const texts = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { texts: new Map(texts), assets: new Set(assets), faults: [] }
}

/** The calendar of files that have no faults. */
export function calendarOf(files: Record<string, string | undefined>, now = '2026-11-22 09:00'): Calendar {
  const built = buildCalendar(sourcesOf(files), now)
  if ('faults' in built) throw new Error(built.faults.map(renderFault).join('\n'))
  return built.calendar
}

/** The faults of files, or none. */
export function faultsOf(files: Record<string, string | undefined>, now = '2026-11-22 09:00'): Fault[] {
  const built = buildCalendar(sourcesOf(files), now)
  return 'faults' in built ? built.faults : []
}

/** The moment of a wall clock, `2026-12-08 09:00`, in Tallinn unless a zone is given. */
export function at(text: string, zone = 'Europe/Tallinn', fold?: Fold): Moment {
  const read = readWallClock(text)
  const moment = isProblem(read) ? read : toMoment(read.day, read.time ?? '00:00', zone, fold)
  if (isProblem(moment)) throw new Error(`${moment.problem} — ${moment.mend}`)
  return moment
}

/** Days as text, `2026-12-08 2026-12-15`. */
export function daysOf(moments: readonly Moment[]): string {
  return moments.map(dayOf).join(' ')
}

/** Text of any code points, lone surrogates too. */
export const anyText = fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) })

/** Zones whose clocks do odd things: half hours, two hours, midnight changes, lost days, changes backwards. */
export const zones = [
  'UTC',
  'Europe/Tallinn',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Caracas',
  'America/Nuuk',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Pyongyang',
  'Asia/Manila',
  'Antarctica/Troll',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
] as const
