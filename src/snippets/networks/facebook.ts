import { countUnits } from '../count-text.ts'
import type { Network } from '../network.ts'

export const facebook: Network = {
  name: 'Facebook',
  ceilings: [{ of: 'text', unit: 'characters', limit: 63_206, count: countUnits }],
  images: { most: Number.POSITIVE_INFINITY, hasAlt: true },
  links: { areClickable: true },
  hasThreads: false,
  isPosted: true,
}
