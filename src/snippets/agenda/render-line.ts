import type { QueueItem } from '../queue-item.ts'
import { cell, cut } from './cell.ts'
import { shortTime } from './day-words.ts'
import type { Look } from './look.ts'

/** `  Tue 8 Dec 09:00   linkedin   Words that are cut…` */
export function renderLine(
  { at, channel, ...said }: Pick<QueueItem, 'at' | 'channel'> & ({ text: string } | Pick<QueueItem, 'parts'>),
  zone: string,
  { columns }: Pick<Look, 'columns'>,
): string {
  const words = 'text' in said ? said.text : said.parts.join(' ')
  return `  ${cell(at ? shortTime(at, zone) : 'no time', 16)} ${cell(channel, 10)} ${cut(words, columns - 30)}`
}
