import { uploadMinutes } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { csvFormat, textCell } from './csv-format.ts'
import { uploadSteps } from './upload-steps.ts'
import { wallClock } from './wall-clock.ts'

/** Only the first three columns are sure, so the fourth is written where there is an image. */
export const sproutSocial = csvFormat({
  id: 'sprout-social',
  name: 'Sprout Social',
  source: { where: "Sprout Social's help on bulk scheduling", read: '2026-11', sure: 'vendor' },
  isPerChannel: true,
  mostRows: 350,
  lead: 10 + uploadMinutes,
  apart: 10,
  hasZone: false,
  missing: ({ exports }) =>
    exports['sprout-social']
      ? []
      : [
          {
            field: ['exports', 'sprout-social', 'dates'],
            what: 'Sprout Social reads `03/04/2027` as March or as April, by a setting of your account',
            mend: 'look it up, and write `exports: { sprout-social: { dates: mm/dd/yyyy } }`, or `dd/mm/yyyy`, in the plan',
          },
        ],
  columns: (items) => [
    'date',
    'time_24hr',
    'message_text',
    ...(items.some(({ imageUrl }) => imageUrl !== undefined) ? ['public_image_url'] : []),
  ],
  row(item, { zone, exports }) {
    const { day, time } = wallClock(item.at, zone)
    const [yyyy = '', mm = '', dd = ''] = day.split('-')
    const parts = { yyyy, mm, dd }
    const order = exports['sprout-social']?.dates ?? 'mm/dd/yyyy'
    return {
      date: order.replace(/\w+/g, (part) => parts[part as keyof typeof parts]),
      time_24hr: time,
      message_text: textCell(sentParts(item)),
      public_image_url: item.imageUrl ?? '',
    }
  },
  steps: (files, { zone, exports }) =>
    uploadSteps(files, {
      tool: 'Sprout Social',
      zone,
      where: 'Import each file for the profile in its name, with bulk scheduling',
      check: `The account has to read dates as ${exports['sprout-social']?.dates ?? 'mm/dd/yyyy'}.`,
    }),
})
