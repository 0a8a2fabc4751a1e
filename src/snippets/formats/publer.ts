import { uploadMinutes } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { csvFormat, textCell } from './csv-format.ts'
import { uploadSteps } from './upload-steps.ts'
import { wallClock } from './wall-clock.ts'

const columns = [
  'Date - Intl. format or prompt',
  'Text',
  'Link(s) - Separated by comma for FB carousels',
  'Media URL(s) - Separated by comma',
  'Title - For the video, pin, PDF ..',
  'Label(s) - Separated by comma',
  'Alt text(s) - Separated by ||',
  'Comment(s) - Separated by ||',
  'Pin board, FB album, or Google category',
  'Post subtype - I.e. story, reel, PDF ..',
  'CTA - For Facebook links or Google',
  'Reminder - For stories, reels, shorts, and TikToks',
] as const

export const publer = csvFormat({
  id: 'publer',
  name: 'Publer',
  source: {
    where: 'publer.com/help/en/article/how-to-use-a-csv-file-18qhxcq',
    read: '2026-11',
    sure: 'vendor + several',
  },
  isPerChannel: true,
  lead: uploadMinutes,
  hasZone: false,
  hasAlt: true,
  hasComments: true,
  problemsOf: ({ channel, network, image, firstComment }, { exports }) => [
    ...(network === 'pinterest' && exports.publer?.boards[channel] === undefined
      ? [
          {
            level: 'error' as const,
            what: `the plan does not say which board pins of \`${channel}\` go to`,
            mend: `write \`exports: { publer: { boards: { ${channel}: Name of the board } } }\` in the plan`,
          },
        ]
      : []),
    ...[image?.alt, firstComment]
      .filter((words) => words?.includes('||'))
      .map(() => ({
        level: 'error' as const,
        what: '`||` parts two comments or descriptions in Publer',
        mend: 'write it another way',
      })),
  ],
  columns: () => columns,
  row(item, { zone, exports }) {
    const { day, time } = wallClock(item.at, zone)
    const isPin = item.network === 'pinterest'
    return {
      'Date - Intl. format or prompt': `${day} ${time}`,
      Text: textCell(sentParts(item)),
      // A pin leads where this says; everywhere else the link stands in the words, as it was counted.
      'Link(s) - Separated by comma for FB carousels': isPin ? (item.url ?? '') : '',
      'Media URL(s) - Separated by comma': item.imageUrl ?? '',
      'Alt text(s) - Separated by ||': item.imageUrl === undefined ? '' : (item.image?.alt ?? ''),
      'Comment(s) - Separated by ||': item.firstComment ?? '',
      'Pin board, FB album, or Google category': (isPin && exports.publer?.boards[item.channel]) || '',
    } satisfies Partial<Record<(typeof columns)[number], string>>
  },
  steps: (files, { zone }) =>
    uploadSteps(files, {
      tool: 'Publer',
      zone,
      where: 'Choose the channel in the name of the file, then import the file by CSV in bulk',
    }),
})
