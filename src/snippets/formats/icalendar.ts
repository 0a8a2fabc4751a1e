import { dayOf } from '../../calendar/time.ts'
import { graphemeStarts } from '../count-text.ts'
import type { ExportItem, Format, FormatContext } from '../format.ts'
import { networks } from '../networks.ts'
import { sentParts } from '../queue-item.ts'
import { type CalendarEvent, renderCalendar } from './calendar-file.ts'
import { textCell } from './csv-format.ts'

/** Minutes that a post takes up in a calendar, so that it can be seen. */
const postMinutes = 15
/** Letters of a text that stand in an event's title. */
const longestTitle = 80

/** An item as an event. Its UID holds the site's host, since ids are unique within a site only. */
export function calendarEvent(item: ExportItem, { site }: Pick<FormatContext, 'site'>): CalendarEvent {
  const { id, at, allDay, minutes, kind, channel, network, url, imageUrl, image, firstComment } = item
  const isActivity = kind === 'activity'
  const words = textCell(sentParts(item))
  const [first = '', ...rest] = words.split('\n')
  const title = isActivity ? first : `${network ? networks[network].name : channel}: ${first}`
  const notes = [
    isActivity ? rest.join('\n').trim() : words,
    firstComment && `First comment: ${firstComment}`,
    imageUrl && `Image: ${imageUrl}${image?.alt ? ` (${image.alt})` : ''}`,
    channel && `Channel: ${channel}`,
  ].filter((note) => note !== undefined && note !== '')
  return {
    uid: `${id}@${new URL(site.url).host}`,
    stamp: at.instant,
    when: allDay ? { day: dayOf(at) } : { instant: at.instant, minutes: minutes ?? postMinutes },
    summary: shortened(title),
    description: notes.join('\n\n'),
    ...(url !== undefined && { url }),
    ...(item.sequence !== undefined && { sequence: item.sequence }),
    ...(item.isCancelled && { isCancelled: true }),
    ...(isActivity && { isBusy: !allDay }),
  }
}

function shortened(title: string): string {
  if (title.length <= longestTitle) return title
  const end = graphemeStarts(title)[longestTitle - 1]
  return end === undefined ? title : `${title.slice(0, end).trimEnd()}…`
}

export const icalendar: Format = {
  name: 'iCalendar',
  source: { where: 'RFC 5545', read: '2026-11', sure: 'standard' },
  takesAll: true,
  isView: true,
  isPerChannel: false,
  lead: 0,
  hasZone: true,
  hasThreads: true,
  hasAlt: true,
  hasComments: true,
  canCancel: true,
  render: (items, name, context) => ({
    name: `calendar-${name}.ics`,
    content: renderCalendar(
      items.map((item) => calendarEvent(item, context)),
      context.site.name,
    ),
  }),
  steps: (files) => [
    `Import ${files.map(({ name }) => `\`${name}\``).join(', ')} into your calendar. Times are in UTC, so no zone has to be set.`,
    'A later file with the same events changes them, in calendars that follow the standard. Nothing is posted from a calendar.',
  ],
}
