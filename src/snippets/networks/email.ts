import type { Network } from '../network.ts'

export const email: Network = {
  name: 'E-mail',
  ceilings: [],
  images: { most: Number.POSITIVE_INFINITY, hasAlt: true },
  links: { areClickable: true },
  hasThreads: false,
  isPosted: false,
}
