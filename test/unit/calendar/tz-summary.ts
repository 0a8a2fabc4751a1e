import { createHash } from 'node:crypto'
import { cadenceOf, releasesOf } from '../../../src/calendar/cadence.ts'
import { clashesOf } from '../../../src/calendar/clashes.ts'
import { gapsOf } from '../../../src/calendar/gaps.ts'
import { entriesOf, mixOf } from '../../../src/calendar/mix.ts'
import { calendarOf, faultsOf, readyPost, shortPost, zones } from './corner-shop.ts'

// Run in a process of its own, under several values of TZ: prints the zone it is in, and a hash of all that it made.
const posts = Object.fromEntries(
  zones.map((zone, index) => [
    `content/posts/p${index}.mdx`,
    readyPost(`P${index}`, '2026-12-08 00:30', `zone: ${zone}`),
  ]),
)
const calendar = calendarOf({
  'content/posts/short.mdx': shortPost,
  'content/activities/2026-12.yaml':
    '- { title: Fair, at: 2026-12-01 }\n- { title: Calls, kind: calls, at: 2026-12-02 23:30 }\n',
  ...posts,
})
const window = { from: '2026-11-01', to: '2027-01-31' }
const made = [
  calendar,
  faultsOf({ 'content/posts/a.mdx': readyPost('A', '2027-03-28 03:30') }),
  mixOf(entriesOf(calendar), calendar.plan, window),
  cadenceOf(releasesOf(calendar), calendar.plan, window, calendar.now),
  clashesOf(calendar.posts),
  gapsOf(calendar, 8),
]
const hash = createHash('sha256').update(JSON.stringify(made)).digest('hex')
console.log(new Intl.DateTimeFormat().resolvedOptions().timeZone, hash)
