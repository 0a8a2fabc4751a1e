import type { Network } from '../network.ts'

export const phone: Network = {
  name: 'Phone',
  ceilings: [],
  images: { most: 0, hasAlt: false },
  links: { areClickable: false },
  hasThreads: false,
  isPosted: false,
}
