import type { ExportItem, Format } from '../format.ts'

/** Items of one file, by time, and what the file is called after. */
export interface Batch {
  name: string
  items: readonly ExportItem[]
}

/** The items of each file: by channel where the tool wants it so, and cut where it takes no more rows. */
export function batchesOf(
  items: readonly ExportItem[],
  { isPerChannel, mostRows = Number.POSITIVE_INFINITY }: Pick<Format, 'isPerChannel' | 'mostRows'>,
): Batch[] {
  const byChannel =
    isPerChannel === true || (isPerChannel === 'when networks repeat' && networksRepeat(items))
  if (items.length === 0) return []
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

function networksRepeat(items: readonly ExportItem[]): boolean {
  const channels = new Map(items.map(({ channel, network }) => [channel, network]))
  return new Set(channels.values()).size < channels.size
}
