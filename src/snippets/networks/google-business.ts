import { countUnits } from '../count-text.ts'
import type { Network } from '../network.ts'

export const googleBusiness: Network = {
  name: 'Google Business Profile',
  ceilings: [{ of: 'text', unit: 'characters', limit: 1500, count: countUnits }],
  images: { most: 1, hasAlt: false },
  links: { areClickable: true },
  hasThreads: false,
  isPosted: true,
}
