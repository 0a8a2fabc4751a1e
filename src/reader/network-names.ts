import type { NetworkName } from '../calendar/vocabulary.ts'

/** Names of networks as readers know them. */
const networkNames = {
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  'google-business': 'Google Business Profile',
  pinterest: 'Pinterest',
  newsletter: 'Newsletter',
  email: 'E-mail',
  phone: 'Phone',
  event: 'In person',
} satisfies Record<NetworkName, string>

/** The name of a network; of one that is not known, the name that was written. */
export function networkName(network: string): string {
  return (networkNames as Record<string, string>)[network] ?? network
}
