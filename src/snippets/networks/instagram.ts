import { countUnits } from '../count-text.ts'
import type { Network } from '../network.ts'

export const instagram: Network = {
  name: 'Instagram',
  ceilings: [{ of: 'text', unit: 'characters', limit: 2200, count: countUnits }],
  images: { most: 10, isNeeded: true, hasAlt: true },
  hashtags: { many: 5, most: 30 },
  links: { areClickable: false },
  hasThreads: false,
  isPosted: true,
}
