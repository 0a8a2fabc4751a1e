import type { Calendar } from '../calendar/calendar.ts'
import type { Activity } from '../calendar/derive-activity.ts'
import { isProblem } from '../calendar/problem.ts'
import { pathFrom } from '../calendar/sources.ts'
import { itemHash } from './item-hash.ts'
import { occurrencesOf } from './occurrences.ts'
import type { QueueSurroundings } from './plan-queue.ts'
import type { QueueItem } from './queue-item.ts'

/** An activity at each of its times. */
export function activityItems(
  activity: Activity,
  { plan }: Pick<Calendar, 'plan'>,
  { until, hashOf }: QueueSurroundings,
): QueueItem[] {
  const { channel = '', file, entry, title, text, image, consent } = activity
  const network = plan.channels[channel]?.network
  const series = `activity/${file.replace(/^content\/activities\/|\.yaml$/g, '')}/${entry}`
  const path = image && pathFrom(file, image.src)
  const base = {
    channel,
    ...(network && { network }),
    kind: 'activity' as const,
    ...(activity.allDay ? { allDay: true as const } : { minutes: activity.hours }),
    series,
    file,
    field: [entry - 1],
    parts: [(text === undefined ? title : `${title}\n${text}`).normalize('NFC')],
    ...(path !== undefined && image && { image: { path, hash: hashOf(path), alt: image.alt } }),
    ...(consent !== undefined && { consent }),
  }
  const hash = itemHash(base, base.parts)
  return occurrencesOf(activity.at, activity.repeat, activity.until, until, activity.fold).map(
    ({ number, at }) => {
      const item = { ...base, id: `${series}/${number}`, hash }
      return isProblem(at)
        ? { ...item, problems: [{ field: [entry - 1, 'at'], what: at.problem, mend: at.mend }] }
        : { ...item, at, problems: [] }
    },
  )
}
