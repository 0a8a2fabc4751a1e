import { renderFault } from '../../calendar/fault.ts'
import { momentOf } from '../../calendar/time.ts'
import { diffQueue } from '../ledger/diff-queue.ts'
import type { Handover, Ledger } from '../ledger/fold-ledger.ts'
import { isPush, type PushServer, pushServers, serverOf } from '../ledger/is-push.ts'
import { sentBefore } from '../ledger/sent-before.ts'
import type { Agenda } from './agenda.ts'
import { shortTime } from './day-words.ts'
import type { Look } from './look.ts'
import { removalOf, toolOf } from './removal-words.ts'
import { renderLine } from './render-line.ts'
import { renderToPush } from './render-to-push.ts'

/** What somebody has to see to in the ledger: exports that are open, posts to delete in the tool, oddities. */
export function renderHandovers(
  { calendar: { plan, now }, items, ledger, channels, placeOf }: Agenda,
  look: Look,
): string {
  const known = { now: now.instant, channels: plan.channels }
  const { leaving, past } = diffQueue(items, ledger, known)
  const gone = leaving.filter(
    ({ state, channel }) =>
      state === 'confirmed' &&
      (!channels || channels.includes(channel) || !Object.hasOwn(plan.channels, channel)),
  )
  const server = serverOf(ledger)
  const [tool, removal] = [toolOf(ledger), removalOf(ledger)]
  const byHand = gone.filter((row) => !server(row))
  const toPush = gone.flatMap((row) => {
    const known = server(row)
    return known ? [{ row, server: known }] : []
  })
  const again = sentBefore(past, now.instant).filter(
    ({ item }) => !channels || channels.includes(item.channel),
  )
  const sections = [
    again.length === 0
      ? ''
      : [
          look.style('bold', 'Not sent again'),
          ...again.map(
            ({ item, ...said }) =>
              `${renderLine(item, plan.zone, look)}\n    ${renderFault({ ...placeOf(item, item.field), ...said })}`,
          ),
        ].join('\n'),
    byHand.length === 0
      ? ''
      : [
          look.style('bold', 'To delete in the tool'),
          ...byHand.map(
            (row) => `${renderLine(row, plan.zone, look)}\n    in ${tool(row)}; then: ${removal(row)}`,
          ),
        ].join('\n'),
    ...renderToPush(toPush, plan.zone, look),
    renderOpen(ledger, plan.zone, look),
    ledger.oddities.length === 0
      ? ''
      : [look.style('bold', 'Does not fit together'), ...ledger.oddities.map((each) => `  ${each}`)].join(
          '\n',
        ),
  ]
  return sections.filter((section) => section !== '').join('\n\n')
}

/** The exports of which nobody said yet whether they were uploaded, and the pushes of which nobody knows what arrived. */
export function renderOpen({ handovers }: Ledger, zone: string, { style }: Look): string {
  const open = handovers.filter(({ state }) => state === 'open')
  const lineOf = ({ name, format, at, rows }: Handover) => {
    const since = shortTime(momentOf(Temporal.Instant.from(at).toZonedDateTimeISO(zone)), zone)
    const number = rows.filter(({ state }) => state === 'open').length
    return `  ${name}  ${format}, ${number === 1 ? '1 post' : `${number} posts`}, since ${since}`
  }
  const files = open.filter((each) => !isPush(each))
  const pushes = open.filter((each) => isPush(each))
  const sections = [
    files.length === 0
      ? ''
      : [
          style('bold', 'Open: was this uploaded?'),
          ...files.map(lineOf),
          '  If so: npm run queue -- confirm. If not: npm run queue -- undo EXPORT.',
          '  If it was not, and its files are lost: npm run queue -- reprint --out DIR.',
        ].join('\n'),
    pushes.length === 0
      ? ''
      : [
          style('bold', 'Sent, and not known to have arrived'),
          ...pushes.map(lineOf),
          ...[...new Set(pushes.map(({ format }) => format as PushServer))].map(
            (format) => `  A push looks it up before it sends anything: ${pushServers[format].again}`,
          ),
        ].join('\n'),
  ]
  return sections.filter((section) => section !== '').join('\n\n')
}
