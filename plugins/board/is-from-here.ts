import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from this machine, by an address of this machine: a page elsewhere may have its own name
 * lead here.
 */
export function isFromHere({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  const isHere = (address: string) => address === '::1' || /^127(\.\d{1,3}){3}$/.test(address)
  return isHere(from) && (host === 'localhost' || isHere(host.replace(/^\[(.*)\]$/, '$1')))
}
