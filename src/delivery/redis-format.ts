import type { Format } from '../snippets/format.ts'
import { senderFor } from './delivery-of.ts'

/** Delivery by workers. It writes no file. */
export const redisFormat: Format = {
  name: 'Redis',
  source: { where: 'src/delivery/message.ts', read: '2026-11', sure: 'ours' },
  isPerChannel: false,
  lead: 0,
  hasZone: true,
  hasThreads: true,
  hasAlt: true,
  hasComments: true,
  problemsOf: ({ channel, network }, { exports }) =>
    senderFor({ channel, ...(network && { network }) }, { exports })
      ? []
      : [
          {
            level: 'error',
            what: `the plan does not say who posts to \`${channel}\``,
            mend: `write \`exports: { delivery: { channels: { ${channel}: { sender: webhook } } } }\` in the plan`,
          },
        ],
  render: () => {
    throw new Error('Deliveries are no files.')
  },
  steps: () => [],
}
