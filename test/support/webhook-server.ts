import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request meets with. `dropped`, `500 after`, `slow` and `silence` took the message all the same. */
export type Mishap = 'dropped' | 'dropped before' | '401' | '429' | '500' | '500 after' | 'slow' | 'silence'

/** What arrived, in the order in which it did. */
export interface Arrival {
  id: string
  headers: IncomingMessage['headers']
  body: string
}

/** A webhook that takes every request for a new message, whatever its id, and tells at `/seen` which ids it took. */
export class WebhookServer {
  readonly arrivals: Arrival[] = []
  /** What the next request meets with; undefined is well. */
  mishap: (arrival: Arrival) => Mishap | undefined = () => undefined
  /** Requests that asked whether a message is there. */
  looks = 0
  readonly #server: Server

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url)
    if (pathname === '/seen') {
      this.looks++
      const isThere = this.arrivals.some(({ id }) => id === searchParams.get('id'))
      response.writeHead(isThere ? 200 : 404).end()
      return
    }
    let body = ''
    for await (const chunk of request) body += chunk
    const arrival = { id: String(request.headers['webhook-id']), headers: request.headers, body }
    const mishap = this.mishap(arrival)
    if (mishap === '429') return void response.writeHead(429, { 'retry-after': '1' }).end()
    if (mishap === '401') return void response.writeHead(401).end()
    if (mishap === '500') return void response.writeHead(500).end()
    if (mishap === 'dropped before') return void request.socket.destroy()
    this.arrivals.push(arrival)
    if (mishap === 'dropped') request.socket.destroy()
    else if (mishap === '500 after') response.writeHead(500).end()
    else if (mishap === 'silence') return
    else if (mishap === 'slow') setTimeout(() => response.writeHead(204).end(), 400)
    else response.writeHead(204).end()
  }
}
