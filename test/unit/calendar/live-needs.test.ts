import { expect, it } from 'vitest'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import { liveNeeds } from '../../../src/calendar/live-needs.ts'
import { plan } from '../../support/scratch-site.ts'

/** What a post of one entry needs on November 22. */
function needsOf(entry: string, more = '') {
  const texts = new Map([
    ['content/plan.yaml', `${plan}${more}`],
    ['content/posts/is-it.mdx', `---\ntitle: Is it?\n${entry}\n---\nWords.\n`],
  ])
  const built = buildCalendar({ texts, assets: new Set(), faults: [] }, '2026-11-22T12:00')
  if (!built.calendar?.posts[0]) throw new Error(JSON.stringify(built))
  return liveNeeds(built.calendar.posts[0], built.calendar)
}

const whole = 'answer: It is.\npurpose: awareness'

it.each<[string, string, string, string[]]>([
  ['an idea', '', '', ['answer', 'purpose', 'publish', 'status']],
  ['a post for customers', 'purpose: service', '', ['publish', 'status']],
  ['a draft with all but its status', `${whole}\nstatus: draft\npublish: 2026-12-08`, '', ['status']],
  ['a post without a day', `${whole}\nstatus: ready`, '', ['publish']],
  ['a scheduled post', `${whole}\nstatus: ready\npublish: 2026-12-08`, '', []],
  ['a live post', `${whole}\nstatus: ready\npublish: 2026-11-20`, '', []],
  [
    'a post whose plan wants approval',
    `${whole}\nstatus: ready\npublish: 2026-12-08`,
    'requires: [approval]\n',
    ['approved'],
  ],
  [
    'a draft whose plan wants both',
    `${whole}\nstatus: review\npublish: 2026-12-08`,
    'requires: [takeaway, approval]\n',
    ['takeaway', 'approved', 'status'],
  ],
  [
    'a draft for a day on which nothing goes out',
    `${whole}\nstatus: draft\npublish: 2026-12-25`,
    'blackouts: [2026-12-24/2026-12-26]\n',
    ['publish', 'status'],
  ],
])('%s needs what it lacks', (_, entry, more, fields) => {
  expect(needsOf(entry, more).map(({ field }) => field)).toEqual(fields)
})

it('proposes a day within a week', () => {
  expect(needsOf(`${whole}\nstatus: ready`)[0]?.paste).toBe('publish: 2026-11-29')
})
