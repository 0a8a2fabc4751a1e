import type { Network } from '../network.ts'

export const newsletter: Network = {
  name: 'Newsletter',
  ceilings: [],
  images: { most: Number.POSITIVE_INFINITY, hasAlt: true },
  links: { areClickable: true },
  hasThreads: false,
  isPosted: false,
}
