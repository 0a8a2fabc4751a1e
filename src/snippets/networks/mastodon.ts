import { countGraphemes } from '../count-text.ts'
import type { Network } from '../network.ts'
import { replaceLinks } from '../twitter-text.ts'

/** `@user@server`, of which only `@user` counts. */
const mention =
  /(?<![=/\p{L}\p{M}\p{N}_])@(\w+(?:[\w.-]*\w)?)@[\p{L}\p{M}\p{N}_]+(?:[.-]+[\p{L}\p{M}\p{N}_]+)*/gu

export const mastodon: Network = {
  name: 'Mastodon',
  ceilings: [
    {
      of: 'text',
      unit: 'characters',
      limit: 500,
      how: 'a link counts 23, and of `@user@server` only `@user` counts; the limit is what most servers set, and `limit` on the channel says another',
      count,
    },
  ],
  images: { most: 4, hasAlt: true },
  links: { areClickable: true },
  hasThreads: true,
  isPosted: true,
}

function count(words: string): number {
  const text = replaceLinks(words.normalize('NFC'), 'x'.repeat(23))
  return countGraphemes(text.includes('@') ? text.replace(mention, '@$1') : text)
}
