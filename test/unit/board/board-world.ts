import type { BoardData } from '../../../src/board/board-data.ts'
import { addDays, dayIn } from '../../../src/calendar/time.ts'
import type { Entry } from '../../../src/inbox/inbox.ts'
import { parseBody } from '../../../src/mdx/parse-body.ts'
import { statesOf } from '../../../src/snippets/agenda/agenda-states.ts'
import { foldLedger, type Handover } from '../../../src/snippets/ledger/fold-ledger.ts'
import { planQueue } from '../../../src/snippets/plan-queue.ts'
import { sharesOf } from '../../../src/snippets/shares-of.ts'
import { calendarOf } from '../calendar/corner-shop.ts'

/** What the board's pages are made of, for files without faults. */
export function boardDataOf(
  files: Record<string, string | undefined>,
  now = '2026-11-22 09:00',
  more: Partial<BoardData> & { heard?: readonly Entry[]; handovers?: readonly Handover[] } = {},
): BoardData {
  const calendar = calendarOf(files, now)
  const { zone } = calendar.plan
  const today = dayIn(calendar.now, zone)
  const bodyOf: BoardData['bodyOf'] = ({ file, source }) => parseBody({ file, ...source })
  const until = addDays(today, 92)
  const ledger = { ...foldLedger([]), handovers: more.handovers ?? [] }
  const items = planQueue(calendar, {
    until,
    sharesOf: (post) => sharesOf(bodyOf(post)),
    hashOf: () => '0'.repeat(16),
    ledger,
  })
  return {
    calendar,
    now: calendar.now,
    zone,
    today,
    queue: {
      items,
      warnings: new Map(),
      states: statesOf(items, ledger, { now: calendar.now.instant, channels: calendar.plan.channels }),
      ledger,
      until,
    },
    said: { files: [], rules: new Map() },
    inbox: { entries: more.heard ?? [] },
    bodyOf,
    pageTitleOf: ({ title }) => `${title} · ${calendar.plan.site.name}`,
    changedOn: () => undefined,
    hrefs: {
      page: ({ state, path }) => (state === 'live' ? `https://notes.example${path}` : undefined),
      file: (path) => `../../../${path}`,
      image: (path) => `../../../${path}`,
    },
    scripts: [],
    ...more,
  }
}

/** An export of nothing. @param at RFC 3339 instant */
export function handoverAt(at: string): Handover {
  return { name: 'one', format: 'buffer', at, state: 'confirmed', files: [], rows: [] }
}
