import type { NetworkName } from '../../calendar/vocabulary.ts'
import { uploadMinutes } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { csvFormat, textCell } from './csv-format.ts'

const platforms: Partial<Record<NetworkName, string>> = {
  x: 'twitter',
  bluesky: 'bluesky',
  linkedin: 'linkedin',
  facebook: 'facebook',
  instagram: 'instagram',
  threads: 'threads',
  'google-business': 'gmb',
  pinterest: 'pinterest',
}

export const ayrshare = csvFormat({
  id: 'ayrshare',
  name: 'Ayrshare',
  source: { where: 'www.ayrshare.com/docs/apis/post/bulk-post', read: '2026-11', sure: 'vendor' },
  networks: Object.keys(platforms) as NetworkName[],
  isPerChannel: 'when networks repeat',
  lead: uploadMinutes,
  noRepeat: 3,
  hasZone: true,
  columns: () => ['post', 'platforms', 'mediaUrls', 'scheduleDate'],
  row: (item) => ({
    post: textCell(sentParts(item)),
    platforms: (item.network && platforms[item.network]) ?? '',
    mediaUrls: item.imageUrl ?? '',
    scheduleDate: item.at.instant,
  }),
  steps: (files) => [
    `Send each file to Ayrshare's bulk post address, in a multipart form, with the key of the profile that its channels belong to: ${files.map(({ name }) => `\`${name}\``).join(', ')}.`,
    'Times are in UTC, so no zone has to be set.',
    'Then confirm the hand-over here. Sending a file twice posts twice.',
  ],
})
