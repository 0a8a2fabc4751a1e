import type { Handover, Ledger, Row } from './fold-ledger.ts'

/** Servers that are told what goes out: what people call them, and how to tell them again. */
export const pushServers = {
  postiz: { name: 'Postiz', again: 'npm run queue -- push postiz --send' },
  redis: { name: 'Redis', again: 'npm run queue -- --redis' },
} as const
export type PushServer = keyof typeof pushServers

/**
 * Was this sent to a server, rather than written into a file? Of what is no longer open, its rows tell.
 * @param server one alone; undefined means any
 */
export function isPush({ format, files }: Pick<Handover, 'format' | 'files'>, server?: PushServer): boolean {
  return files.length === 0 && (server === undefined ? Object.hasOwn(pushServers, format) : format === server)
}

/** The server that has or may have a row; undefined for rows of files, which people upload. */
export function serverOf({ handovers }: Pick<Ledger, 'handovers'>): (row: Row) => PushServer | undefined {
  const known = new Map(handovers.map((each) => [each.name, each]))
  return ({ remote, export: name }) => {
    const handover = known.get(name)
    if (!handover || !isPush(handover) || (remote === undefined && handover.state !== 'open'))
      return undefined
    return handover.format as PushServer
  }
}
