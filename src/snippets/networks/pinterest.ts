import { countUnits } from '../count-text.ts'
import type { Network } from '../network.ts'

export const pinterest: Network = {
  name: 'Pinterest',
  ceilings: [
    { of: 'text', unit: 'characters', limit: 500, count: countUnits },
    { of: 'title', unit: 'characters', limit: 100, count: countUnits },
  ],
  images: { most: 5, isNeeded: true, hasAlt: true },
  links: { areClickable: true },
  hasThreads: false,
  isPosted: true,
}
