import { countBytes, countGraphemes } from '../count-text.ts'
import type { Network } from '../network.ts'

/** The limits of `app.bsky.feed.post`. */
export const bluesky: Network = {
  name: 'Bluesky',
  ceilings: [
    { of: 'text', unit: 'characters', limit: 300, count: countGraphemes },
    { of: 'text', unit: 'bytes', limit: 3000, count: countBytes },
  ],
  images: { most: 4, hasAlt: true },
  links: { areClickable: true },
  hasThreads: true,
  isPosted: true,
}
