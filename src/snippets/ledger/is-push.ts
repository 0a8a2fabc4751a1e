import type { Handover } from './fold-ledger.ts'

/** Was this sent to a server, rather than written into a file? */
export function isPush({ format, files }: Pick<Handover, 'format' | 'files'>): boolean {
  return format === 'postiz' && files.length === 0
}
