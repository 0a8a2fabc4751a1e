import { countUnits } from '../count-text.ts'
import type { Network } from '../network.ts'

export const linkedin: Network = {
  name: 'LinkedIn',
  ceilings: [
    { of: 'text', unit: 'characters', limit: 3000, how: 'most emoji count 2 or more', count: countUnits },
  ],
  images: { most: 20, hasAlt: true },
  links: { areClickable: true },
  hasThreads: false,
  isPosted: true,
}
