import { type Moment, momentOf } from '../../calendar/time.ts'
import type { Handover, Ledger, Row, RowState } from '../ledger/fold-ledger.ts'
import { cell } from './cell.ts'
import { shortTime } from './day-words.ts'
import type { Look } from './look.ts'
import { renderOpen } from './render-handovers.ts'
import { renderLine } from './render-line.ts'

const order: readonly RowState[] = ['open', 'confirmed', 'refused', 'removed', 'undone']

/** Every export, an export a line, the latest last; then what is open. */
export function renderStatus(ledger: Ledger, now: Moment, zone: string, look: Look): string {
  const { handovers } = ledger
  if (handovers.length === 0) return 'Nothing was handed over yet: npm run queue -- --format buffer --out DIR'
  const lines = handovers.map(({ name, format, at, state, rows }) => {
    const since = shortTime(momentOf(Temporal.Instant.from(at).toZonedDateTimeISO(zone)), zone)
    const color = state === 'open' ? 'yellow' : state === 'confirmed' ? 'green' : 'dim'
    return `${cell(name, 24)} ${cell(format, 10)} ${cell(since, 16)} ${look.style(color, cell(state, 9))} ${countsOf(rows, now)}`
  })
  const open = renderOpen(ledger, zone, look)
  return [lines.join('\n'), ...(open === '' ? [] : [open])].join('\n\n')
}

/** `3 confirmed (1 out), 1 refused` */
function countsOf(rows: Handover['rows'], now: Moment): string {
  const parts = order.flatMap((state) => {
    const own = rows.filter((row) => row.state === state)
    const out = own.filter(({ at }) => at.instant <= now.instant).length
    const isWithTool = state === 'open' || state === 'confirmed'
    return own.length === 0 ? [] : [`${own.length} ${state}${isWithTool && out > 0 ? ` (${out} past)` : ''}`]
  })
  return parts.join(', ')
}

/** The rows of an export, a row a line, with the ids that they are spoken of by. */
export function renderRows({ name, rows }: Handover, now: Moment, zone: string, look: Look): string {
  const lines = rows.map((row) => {
    const state = row.state === 'open' || row.state === 'confirmed' ? pastOr(row, now) : row.state
    return `${renderLine(row, zone, look)}\n    ${look.style('dim', cell(state, 16))} ${row.id}`
  })
  return [look.style('bold', name), ...lines].join('\n')
}

function pastOr({ state, at }: Row, now: Moment): string {
  return at.instant <= now.instant ? `${state}, past` : state
}
