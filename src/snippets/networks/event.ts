import type { Network } from '../network.ts'

export const event: Network = {
  name: 'In person',
  ceilings: [],
  images: { most: Number.POSITIVE_INFINITY, hasAlt: false },
  links: { areClickable: true },
  hasThreads: false,
  isPosted: false,
}
