import type { Plan } from '../calendar/plan.ts'
import type { SenderName } from '../calendar/vocabulary.ts'
import type { ExportItem } from '../snippets/format.ts'
import { imageName, sentParts } from '../snippets/queue-item.ts'
import type { Delivery } from './delivery.ts'
import { deliveryKey } from './job-id.ts'

/** Who posts to a channel, and what that sender is told besides; undefined where the plan does not say. */
export function senderFor(
  { channel, network }: Pick<ExportItem, 'channel' | 'network'>,
  { exports: { delivery, postiz } }: Pick<Plan, 'exports'>,
): { sender: SenderName; settings: Readonly<Record<string, unknown>> } | undefined {
  const own = delivery?.channels[channel]
  if (!own)
    return network === 'bluesky' || network === 'mastodon' ? { sender: network, settings: {} } : undefined
  return {
    sender: own.sender,
    settings: { ...(own.sender === 'postiz' && postiz?.channels[channel]), ...own.settings },
  }
}

/**
 * An item as it travels to its worker.
 * @param job its name in Redis
 */
export function deliveryOf(item: ExportItem, plan: Pick<Plan, 'exports' | 'site'>, job: string): Delivery {
  const { id, hash, channel, network, at, url, firstComment, image, imageUrl, about } = item
  const { sender, settings } = senderFor(item, plan) ?? { sender: 'webhook', settings: {} }
  return {
    sender,
    hash,
    message: {
      key: deliveryKey(siteOf(plan), channel, job),
      id,
      channel,
      ...(network && { network }),
      at: at.instant,
      lang: about?.lang ?? plan.site.lang,
      parts: sentParts(item) as [string, ...string[]],
      ...(firstComment !== undefined && { comment: firstComment }),
      ...(url !== undefined && { url }),
      ...(url !== undefined && about && { card: { title: about.title, description: about.summary ?? '' } }),
      ...(image &&
        imageUrl !== undefined && { image: { url: imageUrl, name: imageName(image), alt: image.alt } }),
      settings,
    },
  }
}

/** What a site's queue is called in Redis: the host of its address. */
export function siteOf({ site }: Pick<Plan, 'site'>): string {
  return new URL(site.url).host.replaceAll(':', '-')
}
