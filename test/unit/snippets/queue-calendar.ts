import { stringify } from 'yaml'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import type { Calendar } from '../../../src/calendar/calendar.ts'

/** A calendar of ready posts. Their snippets are YAML. */
export function calendarOf(
  posts: Readonly<Record<string, { publish: string; snippets: string }>>,
  plan: { site?: object } & object = {},
  now = '2026-12-01T08:00',
): Calendar {
  const texts = new Map([
    [
      'content/plan.yaml',
      stringify({
        zone: 'Europe/Tallinn',
        rhythm: ['tue 09:00'],
        topics: { cadence: { title: 'How often' } },
        channels: {
          linkedin: { network: 'linkedin', times: ['tue 10:00', 'thu 10:00'] },
          mastodon: { network: 'mastodon' },
        },
        ...plan,
        site: { name: 'Notes', about: 'Notes on shops', url: 'https://notes.example', ...plan.site },
      }),
    ],
    ...Object.entries(posts).map(([slug, { publish, snippets }]): [string, string] => [
      `content/posts/${slug}.mdx`,
      `---\ntitle: How often?\nanswer: Twice a week is plenty.\npurpose: awareness\nstatus: ready\npublish: ${publish}\nsnippets:\n${snippets.replace(/^/gm, '  ')}\n---\nText.\n`,
    ]),
  ])
  const built = buildCalendar({ texts, assets: new Set(), faults: [] }, now)
  if ('faults' in built) throw new Error(built.faults.map(({ file, what }) => `${file}: ${what}`).join('\n'))
  return built.calendar
}
