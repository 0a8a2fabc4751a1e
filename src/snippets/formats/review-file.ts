import type { ExportFile, ExportItem, FormatContext } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { textCell } from './csv-format.ts'
import { renderCsv } from './csv-text.ts'
import { wallClock } from './wall-clock.ts'

/**
 * The items as a table for people, which any spreadsheet opens safely: what could be a formula stands behind an
 * apostrophe, and a byte order mark says that it is UTF-8. It is not for import, and says so.
 * @param name the name of the export
 */
export function reviewFile(
  items: readonly ExportItem[],
  name: string,
  { zone }: Pick<FormatContext, 'zone'>,
): ExportFile {
  const rows = items.map((item) => {
    const { day, time } = wallClock(item.at, zone)
    const { channel, network = '', firstComment = '', imageUrl = '', image, id } = item
    return [
      day,
      time,
      channel,
      network,
      textCell(sentParts(item)),
      firstComment,
      imageUrl,
      image?.alt ?? '',
      id,
    ]
  })
  const header = ['Day', 'Time', 'Channel', 'Network', 'Text', 'First comment', 'Image', 'Alt', 'Id']
  const note = `For reading only. Do not import this file into a posting tool. Times are in ${zone}.`
  return {
    name: `review-${name}-not-for-import.csv`,
    content: `\uFEFF${renderCsv([[note], header, ...rows.map((row) => row.map(guarded))])}`,
  }
}

function guarded(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
}
