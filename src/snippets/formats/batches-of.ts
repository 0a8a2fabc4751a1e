import type { ExportItem, Format, FormatContext } from '../format.ts'

/** Items of one file, by time, and what the file is called after. */
export interface Batch {
  name: string
  items: readonly ExportItem[]
}

type Batching = Pick<Format, 'isPerChannel' | 'networks' | 'mostRows'>

/** The items of each file: by channel where the tool wants it so, and cut where it takes no more rows. */
export function batchesOf(
  items: readonly ExportItem[],
  { isPerChannel, networks, mostRows = Number.POSITIVE_INFINITY }: Batching,
  { channels }: Pick<FormatContext, 'channels'>,
): Batch[] {
  if (items.length === 0) return []
  const byChannel = isPerChannel === 'when networks repeat' ? repeats(channels, networks) : isPerChannel
  const groups = byChannel ? Map.groupBy(items, ({ channel }) => channel) : new Map([['queue', items]])
  return [...groups].flatMap(([name, group]) => {
    const sorted = [...group].sort((a, b) =>
      a.at.instant < b.at.instant ? -1 : a.at.instant > b.at.instant ? 1 : a.id < b.id ? -1 : 1,
    )
    const count = Math.max(1, Math.ceil(sorted.length / mostRows))
    return Array.from({ length: count }, (_, index) => ({
      name: count > 1 ? `${name}-${index + 1}` : name,
      items: count > 1 ? sorted.slice(index * mostRows, (index + 1) * mostRows) : sorted,
    }))
  })
}

/** Are two of the channels on one network? All count, so that the files do not depend on what is due. */
function repeats(channels: FormatContext['channels'], networks: Format['networks']): boolean {
  const own = Object.values(channels)
    .map(({ network }) => network)
    .filter((network) => !networks || networks.includes(network))
  return new Set(own).size < own.length
}
