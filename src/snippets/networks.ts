import type { NetworkName } from '../calendar/vocabulary.ts'
import type { Network } from './network.ts'
import { bluesky } from './networks/bluesky.ts'
import { email } from './networks/email.ts'
import { event } from './networks/event.ts'
import { facebook } from './networks/facebook.ts'
import { googleBusiness } from './networks/google-business.ts'
import { instagram } from './networks/instagram.ts'
import { linkedin } from './networks/linkedin.ts'
import { mastodon } from './networks/mastodon.ts'
import { newsletter } from './networks/newsletter.ts'
import { phone } from './networks/phone.ts'
import { pinterest } from './networks/pinterest.ts'
import { threads } from './networks/threads.ts'
import { x } from './networks/x.ts'

/** Every network by the name that a plan has for it. */
export const networks = {
  x,
  bluesky,
  mastodon,
  linkedin,
  facebook,
  instagram,
  threads,
  'google-business': googleBusiness,
  pinterest,
  newsletter,
  email,
  phone,
  event,
} satisfies Record<NetworkName, Network>
