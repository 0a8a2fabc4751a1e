import type { Row } from '../ledger/fold-ledger.ts'
import { type PushServer, pushServers } from '../ledger/is-push.ts'
import type { Look } from './look.ts'
import { renderLine } from './render-line.ts'

/** What servers have otherwise than it is wanted now, a section a server. */
export function renderToPush(
  toPush: readonly { row: Row; server: PushServer }[],
  zone: string,
  look: Look,
): string[] {
  return [...Map.groupBy(toPush, ({ server }) => server)].map(([server, rows]) =>
    [
      look.style(
        'bold',
        `Changed or canceled since it was sent to ${pushServers[server].name}, which a push sees to`,
      ),
      ...rows.map(({ row }) => renderLine(row, zone, look)),
      `    ${pushServers[server].again}`,
    ].join('\n'),
  )
}
