import { type ExportItem, uploadMinutes } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { csvFormat, textCell } from './csv-format.ts'
import { uploadSteps } from './upload-steps.ts'
import { wallClock } from './wall-clock.ts'

const isPin = ({ network }: Pick<ExportItem, 'network'>) => network === 'pinterest'

export const buffer = csvFormat({
  id: 'buffer',
  name: 'Buffer',
  source: { where: "Buffer's help on bulk upload", read: '2026-11', sure: 'vendor' },
  isPerChannel: true,
  mostRows: 100,
  lead: uploadMinutes,
  hasZone: false,
  ceilings: { facebook: 5000, instagram: 2196 },
  problemsOf: (item, { exports }) =>
    isPin(item) && exports.buffer?.boards[item.channel] === undefined
      ? [
          {
            level: 'error',
            what: `the plan does not say which board pins of \`${item.channel}\` go to`,
            mend: `write \`exports: { buffer: { boards: { ${item.channel}: Name of the board } } }\` in the plan`,
          },
        ]
      : [],
  columns: (items) => [
    'Text',
    'Image URL',
    'Tags',
    'Posting Time',
    ...(items.some(isPin) ? ['Board Name'] : []),
  ],
  row(item, { zone, exports }) {
    const { day, time } = wallClock(item.at, zone)
    return {
      Text: textCell(sentParts(item)),
      'Image URL': item.imageUrl ?? '',
      'Posting Time': `${day} ${time}`,
      'Board Name': (isPin(item) && exports.buffer?.boards[item.channel]) || '',
    }
  },
  steps: (files, { zone }) =>
    uploadSteps(files, {
      tool: 'Buffer',
      zone,
      where: 'Upload each file to the channel in its name, with bulk upload',
      check: 'On the free plan Buffer takes 10 rows at a time. Images may have up to 5 MB.',
    }),
})
