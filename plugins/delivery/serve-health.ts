import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { QueueRefusal } from '../queue/queue-refusal.ts'

/** What a worker tells of itself. */
export interface Health {
  /** Whether it can work, and all that stands in the way, as plain data. */
  state(): { isWell: boolean; [about: string]: unknown }
  metrics(): Promise<string>
}

/** Where to listen. */
export interface Place {
  host: string
  port: number
}

/** Reads `port`, or `host:port`; without a host only this machine can ask. */
export function readPlace(at: string): Place {
  const [, host = '127.0.0.1', port] = /^(?:(.+):)?(\d+)$/.exec(at) ?? []
  if (port === undefined || Number(port) > 65_535)
    throw new QueueRefusal(
      `\`${at}\` is no place to listen: write a port up to 65535, or host:port, as in --health 9464 or --health 0.0.0.0:9464.`,
      2,
    )
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) }
}

/**
 * Serves `/health` (200, or 503 where it cannot work, as JSON) and `/metrics` (Prometheus text). Nothing there says what is
 * posted, or with which credentials.
 */
export async function serveHealth(place: Place, health: Health): Promise<{ address: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response
        .writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
        .end(request.method === 'HEAD' ? '' : body)
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'Only GET.\n')
    const path = request.url?.replace(/\?.*/, '')
    if (path === '/health') {
      const { isWell, ...rest } = health.state()
      return answer(
        isWell ? 200 : 503,
        'application/json',
        `${JSON.stringify({ status: isWell ? 'ok' : 'in trouble', ...rest })}\n`,
      )
    }
    if (path === '/metrics')
      return answer(200, 'text/plain; version=0.0.4; charset=utf-8', await health.metrics())
    return answer(404, 'text/plain', 'There is /health and /metrics.\n')
  })
  await listening(server, place)
  const bound = server.address() as AddressInfo
  return {
    address: `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function listening(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new QueueRefusal(
          `Nothing can listen at ${host}:${port} (${code}). Choose another address with --health.`,
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
}
