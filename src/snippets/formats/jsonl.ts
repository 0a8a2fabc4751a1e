import type { Format } from '../format.ts'
import { sentParts } from '../queue-item.ts'
import { plainRecord } from './plain-record.ts'

/** Our own records, one a line. `parts` stands there for a thread, `comment` for a first comment, and only then. */
export const jsonl: Format = {
  name: 'JSON Lines',
  source: { where: 'src/snippets/formats/plain-record.ts', read: '2026-11', sure: 'ours' },
  takesAll: true,
  isPerChannel: false,
  lead: 0,
  hasZone: true,
  hasThreads: true,
  hasAlt: true,
  hasComments: true,
  render: (items, name, { zone }) => ({
    name: `plain-${name}.jsonl`,
    content: items
      .map((item) => ({
        ...plainRecord(item, zone),
        ...(item.parts.length > 1 && { parts: sentParts(item) }),
        ...(item.firstComment !== undefined && { comment: item.firstComment }),
      }))
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  }),
  steps: (files) => [
    `${files.map(({ name }) => `\`${name}\``).join(', ')} is yours to read into what you like: one JSON object a line.`,
    '`id` stays the same when words or time change, and `hash` changes with the words: with both, nothing has to be posted twice.',
  ],
}
