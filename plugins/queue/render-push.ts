import { type Moment, momentOf } from '../../src/calendar/time.ts'
import type { PushPlan } from '../../src/snippets/ledger/plan-push.ts'
import { type QueueItem, sentParts } from '../../src/snippets/queue-item.ts'
import type { Pushed, PushReport } from './push-postiz.ts'

/** What a push would tell the server, as the ledger knows it; nothing was asked of the server. */
export function renderPushPlan({ create, update, remove, open, held, unchanged }: PushPlan): string {
  const lines = [
    ...remove.map(({ row }) => line('delete', row.at, row.channel, row.text)),
    ...update.map(({ item }) => line('change', item.at, item.channel, wordsOf(item))),
    ...create.map((item) => line('send', item.at, item.channel, wordsOf(item))),
  ]
  const todo = lines.length === 0 ? ['Nothing is new, changed or canceled.'] : lines
  const uncertain = open.map(
    ({ id }) => `  ${id}: sent before, and not known to have arrived; it is looked up first`,
  )
  return [
    ...todo,
    ...(uncertain.length > 0 ? ['', ...uncertain] : []),
    ...heldLines(held),
    '',
    `${counted(unchanged, 'post')} stand${unchanged === 1 ? 's' : ''} in Postiz as wanted.`,
    ...(lines.length + open.length > 0
      ? ['Nothing was sent. To send it: npm run queue -- push postiz --send']
      : []),
  ].join('\n')
}

/** What a push came to, and whether someone has to look. */
export function renderPush({ done, held, unchanged, stopped }: PushReport, zone: string): string {
  const lines = done.map(
    ({ did, id, why }) => `  ${id}: ${saying[did]}${why === undefined ? '' : ` (${why})`}`,
  )
  const rest =
    stopped?.later === undefined
      ? 'The next push does what is not done yet.'
      : `Push again after ${wallClock(stopped.later, zone)}, which does what is not done yet.`
  return [
    ...(lines.length === 0 ? ['Nothing was sent.'] : lines),
    ...heldLines(held),
    '',
    `${counted(unchanged, 'post')} stood there as wanted before.`,
    ...(stopped ? [`It stopped early: ${stopped.why}. ${rest}`] : []),
  ].join('\n')
}

const saying: Record<Pushed['did'], string> = {
  sent: 'sent',
  changed: 'changed',
  deleted: 'deleted',
  found: 'is there already',
  refused: 'refused',
  open: 'it is not known whether it arrived',
  gone: 'is not there; if it is still wanted, the next push sends it',
  missing:
    'was deleted in Postiz; take it out of its post, or say `npm run queue -- removed` with this name to send it anew',
  left: 'left as it is',
}

function heldLines(held: PushPlan['held']): string[] {
  if (held.length === 0) return []
  return ['', 'Held back:', ...held.map(({ item, what, mend }) => `  ${item.id}: ${what}; ${mend}.`)]
}

function line(act: string, at: Moment, channel: string, words: string): string {
  const text = words.replace(/\s+/g, ' ')
  return `  ${act.padEnd(6)}  ${at.local.replace('T', ' ')}  ${channel}  ${text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text}`
}

function wordsOf(item: QueueItem): string {
  return sentParts(item).join(' | ')
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

function wallClock(instant: string, zone: string): string {
  const { local } = momentOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone))
  return `${local.replace('T', ' ')} (${zone})`
}
