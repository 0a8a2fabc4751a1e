import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request meets with on its way. `after`: it arrived all the same. */
export type Fault = 'dropped' | 'dropped after' | '429' | '500' | '500 after'

/** An address before a server's own, where requests may meet with something. */
export interface FaultyProxy {
  url: string
  /** How many requests met with what. */
  faults: Map<Fault, number>
  stop(): Promise<void>
}

/**
 * @param target address of the server
 * @param faultOf asked for each request
 */
export async function faultyProxy(
  target: string,
  faultOf: (path: string) => Fault | undefined,
): Promise<FaultyProxy> {
  const faults = new Map<Fault, number>()
  const http = createServer(async (request, response) => {
    const path = request.url ?? '/'
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const fault = faultOf(path)
    if (fault) faults.set(fault, (faults.get(fault) ?? 0) + 1)
    if (fault === 'dropped') return void response.destroy()
    if (fault === '500') return void response.writeHead(500).end()
    if (fault === '429') {
      const reset = String(Math.ceil(Date.now() / 1000) + 1)
      return void response.writeHead(429, { 'RateLimit-Reset': reset }).end()
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(target + path, {
      method: request.method ?? 'GET',
      headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
      ...(request.method === 'POST' && chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    const body = Buffer.from(await answer.arrayBuffer())
    if (fault === 'dropped after') response.destroy()
    else if (fault === '500 after') response.writeHead(500).end()
    else
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
        .end(body)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    faults,
    async stop() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
