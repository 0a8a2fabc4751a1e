import { momentOf, withOffset } from '../../calendar/time.ts'
import type { ExportItem } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { textCell } from './csv-format.ts'

/** Columns of our own formats. */
export const plainColumns = [
  'id',
  'instant',
  'zone',
  'local',
  'channel',
  'network',
  'text',
  'url',
  'image',
  'alt',
  'hash',
] as const

/**
 * An item for programs. `instant` is RFC 3339 in UTC, `local` the same with the offset of `zone`, the plan's; `text` is
 * what is sent, the link included, with an empty line between the posts of a thread.
 */
export function plainRecord(
  item: ExportItem,
  zone: string,
): Record<(typeof plainColumns)[number], string | null> {
  const { id, at, channel, network, url, imageUrl, image, hash } = item
  return {
    id,
    instant: at.instant,
    zone,
    local: withOffset(momentOf(Temporal.Instant.from(at.instant).toZonedDateTimeISO(zone))),
    channel,
    network: network ?? null,
    text: textCell(sentParts(item)),
    url: url ?? null,
    image: imageUrl ?? null,
    alt: image?.alt ?? null,
    hash,
  }
}
