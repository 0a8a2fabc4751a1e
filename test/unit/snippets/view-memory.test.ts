import { describe, expect, it } from 'vitest'
import { exportQueue } from '../../../plugins/queue/export-queue.ts'
import { planSchema } from '../../../src/calendar/plan.ts'
import { icalendar } from '../../../src/snippets/formats/icalendar.ts'
import { foldLedger } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { failingShelf } from '../../support/failing-shelf.ts'
import { morning, queueItem } from './queue-items.ts'

const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { x: { network: 'x' }, linkedin: { network: 'linkedin' } },
})
const one = queueItem({ id: 'posting/x/1/1', at: morning(2), parts: ['One.'] })
const two = queueItem({ id: 'posting/x/2/1', at: morning(3), parts: ['Two.'] })
const work = queueItem({ id: 'posting/linkedin/1/1', channel: 'linkedin', at: morning(4), parts: ['Three.'] })
const blackout = { field: [], what: 'a blackout', mend: 'choose another day' }

/** A calendar that is written again and again into one folder. */
function calendars() {
  const files = new Map<string, string>()
  let made = 0
  return (items: readonly QueueItem[], given: { channels?: string[]; until?: string; day?: number } = {}) => {
    const { day = 0, until = '2027-12-31', channels } = given
    const wish = { format: icalendar, context: plan, now: morning(day), until, channels }
    const at = { id: 'icalendar', out: '/out', salt: String(++made) }
    const { files: written } = exportQueue(
      items,
      foldLedger([]),
      { ...wish, ...at },
      failingShelf(new Map(), files),
    )
    return written.flatMap(({ content }) =>
      content
        .split('BEGIN:VEVENT')
        .slice(1)
        .map((event) =>
          ['UID', 'SEQUENCE', 'STATUS']
            .map((field) => new RegExp(`${field}:([^@\r]*)`).exec(event)?.[1])
            .join(' '),
        ),
    )
  }
}

describe('a calendar that was imported before', () => {
  it('is told what does not go out any more, until its time is over', () => {
    const calendar = calendars()
    expect(calendar([one, two])).toEqual(['posting/x/1/1 0 CONFIRMED', 'posting/x/2/1 0 CONFIRMED'])
    const canceled = ['posting/x/1/1 1 CANCELLED', 'posting/x/2/1 0 CONFIRMED']
    expect(calendar([two])).toEqual(canceled)
    expect(calendar([two])).toEqual(canceled)
    expect(calendar([{ ...one, problems: [blackout] }, two])).toEqual(canceled)
    expect(calendar([two], { day: 2 })).toEqual(['posting/x/2/1 0 CONFIRMED'])
  })

  it('is told what changed, and what is wanted again', () => {
    const calendar = calendars()
    calendar([one])
    expect(calendar([{ ...one, at: morning(5) }])).toEqual(['posting/x/1/1 1 CONFIRMED'])
    expect(calendar([])).toEqual(['posting/x/1/1 2 CANCELLED'])
    expect(calendar([one])).toEqual(['posting/x/1/1 3 CONFIRMED'])
  })

  it('hears of nothing as canceled that was only not asked for', () => {
    const calendar = calendars()
    calendar([one, two, work])
    expect(calendar([one, two, work], { channels: ['linkedin'] })).toEqual([
      'posting/linkedin/1/1 0 CONFIRMED',
    ])
    expect(calendar([one, work], { channels: ['linkedin'] })).toEqual(['posting/linkedin/1/1 0 CONFIRMED'])
    expect(calendar([one, work], { until: '2027-01-07' })).toEqual(['posting/x/1/1 0 CONFIRMED'])
    expect(calendar([one, work])).toContain('posting/x/2/1 1 CANCELLED')
  })
})
