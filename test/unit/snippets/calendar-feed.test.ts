import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import { type FeedMemory, feedEvents, feedOf } from '../../../src/snippets/calendar-feed.ts'
import { renderCalendar } from '../../../src/snippets/formats/calendar-file.ts'
import { planQueue } from '../../../src/snippets/plan-queue.ts'
import { calendarOf, post, readyPost } from '../calendar/corner-shop.ts'

const now = '2026-11-22 09:00'
const activities = `- { title: Calls, kind: calls, channel: phone, at: 2026-12-03 10:00, hours: 2h }
- { title: Fair, kind: event, at: 2026-12-05 }
`

function site(files: Record<string, string | undefined> = {}, at = now): Calendar {
  return calendarOf(
    {
      'content/posts/often.mdx': readyPost(
        'How often?',
        '2026-12-08',
        'snippets: { linkedin: Twice a week. }',
      ),
      'content/posts/soon.mdx': post('title: What to say?', 'status: draft', 'planned: 2026-12-15'),
      'content/posts/idea.mdx': post('title: No day yet'),
      'content/activities/2026-12.yaml': activities,
      ...files,
    },
    at,
  )
}

const eventsOf = (calendar: Calendar) =>
  feedEvents(calendar, planQueue(calendar, { until: '2027-02-28', sharesOf: () => [], hashOf: () => '' }))

/** What another program reads in the feed. */
function readBack(calendar: Calendar, memory: FeedMemory = {}) {
  const feed = feedOf(eventsOf(calendar), memory, calendar)
  const parsed = new ICAL.Component(ICAL.parse(renderCalendar(feed.events, 'Notes')))
  const lines = parsed.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate, sequence } = new ICAL.Event(component)
    return `${startDate} ${uid} #${sequence} ${component.getFirstPropertyValue('status')}: ${summary.replace(/ https.*/, '')}`
  })
  return { lines, memory: feed.memory }
}

describe('the editors’ calendar', () => {
  it('holds posts with a time, posts with a day, snippets and activities', () => {
    expect(readBack(site()).lines).toEqual([
      '2026-12-03T08:00:00Z activity/2026-12/1/1@notes.example #0 CONFIRMED: Calls',
      '2026-12-05 activity/2026-12/2/1@notes.example #0 CONFIRMED: Fair',
      '2026-12-08T07:00:00Z post/often@notes.example #0 CONFIRMED: Post: How often?',
      '2026-12-08T08:00:00Z often/linkedin/1/1@notes.example #0 CONFIRMED: LinkedIn: Twice a week.',
      '2026-12-15 post/soon@notes.example #0 CONFIRMED: Planned (draft): What to say?',
    ])
  })

  it('is the same, byte for byte, as long as nothing changes', () => {
    const first = readBack(site())
    expect(readBack(site({}, '2026-11-23 17:00'), first.memory)).toEqual(first)
  })

  it('counts changes, keeps what is canceled until its day is over, and takes it back', () => {
    const first = readBack(site())
    const moved = readyPost('How often?', '2026-12-09')
    const second = readBack(site({ 'content/posts/often.mdx': moved }), first.memory)
    expect(second.lines.filter((line) => line.includes('often'))).toEqual([
      '2026-12-08T08:00:00Z often/linkedin/1/1@notes.example #1 CANCELLED: LinkedIn: Twice a week.',
      '2026-12-09T07:00:00Z post/often@notes.example #1 CONFIRMED: Post: How often?',
    ])
    const third = readBack(site({ 'content/posts/often.mdx': moved }, '2026-12-08 12:00'), second.memory)
    expect(third).toEqual(second)
    const fourth = readBack(site({ 'content/posts/often.mdx': moved }, '2026-12-09 12:00'), third.memory)
    expect(fourth.lines.join()).not.toContain('CANCELLED')
    const back = readBack(site(), second.memory)
    expect(back.lines.find((line) => line.includes('linkedin'))).toContain('#2 CONFIRMED')
  })

  it('lets go of what is over for a month', () => {
    expect(readBack(site({}, '2027-01-20 09:00')).lines).toEqual([])
  })
})
