import { uploadMinutes } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { csvFormat, textCell } from './csv-format.ts'
import { uploadSteps } from './upload-steps.ts'
import { wallClock } from './wall-clock.ts'

const columns = [
  'postAtSpecificTime (YYYY-MM-DD HH:mm:ss)',
  'content',
  'link (OGmetaUrl)',
  'imageUrls',
  'gifUrl',
  'videoUrls',
] as const

export const highlevel = csvFormat({
  id: 'highlevel',
  name: 'HighLevel',
  source: { where: 'the basic sample file, in several public exporters', read: '2026-11', sure: 'several' },
  isPerChannel: true,
  mostRows: 90,
  lead: 10 + uploadMinutes,
  hasZone: false,
  columns: () => columns,
  row(item, { zone }) {
    const { day, time } = wallClock(item.at, zone)
    // The link stands in the words, as it was counted; in a column of its own it could be added a second time.
    return {
      'postAtSpecificTime (YYYY-MM-DD HH:mm:ss)': `${day} ${time}:00`,
      content: textCell(sentParts(item)),
      imageUrls: item.imageUrl ?? '',
    } satisfies Partial<Record<(typeof columns)[number], string>>
  },
  steps: (files, { zone }) =>
    uploadSteps(files, {
      tool: 'HighLevel',
      zone,
      where:
        'In Marketing, Social Planner, upload each file as a CSV in basic format, for the account in its name',
    }),
})
