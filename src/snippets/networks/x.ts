import type { Network } from '../network.ts'
import { countForX } from '../twitter-text.ts'

export const x: Network = {
  name: 'X',
  ceilings: [
    {
      of: 'text',
      unit: 'characters',
      limit: 280,
      how: 'a link counts 23, an emoji or a Chinese, Japanese or Korean character 2',
      count: countForX,
    },
  ],
  images: { most: 4, hasAlt: true },
  links: { areClickable: true },
  hasThreads: true,
  isPosted: true,
}
