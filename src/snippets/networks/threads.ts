import { countEmojiAsBytes } from '../count-text.ts'
import type { Network } from '../network.ts'

export const threads: Network = {
  name: 'Threads',
  ceilings: [
    {
      of: 'text',
      unit: 'characters',
      limit: 500,
      how: 'an emoji counts its bytes, most often 4 or more',
      count: countEmojiAsBytes,
    },
  ],
  images: { most: 20, hasAlt: true },
  links: { areClickable: true, most: 5 },
  hasThreads: true,
  isPosted: true,
}
