import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url))

/** A language server that is spoken to over stdio, as an editor does. */
export interface LanguageClient {
  request(method: string, params: unknown): Promise<unknown>
  notify(method: string, params: unknown): void
  stop(): void
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>
}

/**
 * Starts a language server. Its own questions are answered by `answer`, by method.
 * @param name a command of `node_modules/.bin`, or the path of a script
 * @param hear told what the server notifies of
 */
export function startServer(
  name: string,
  answer: (method: string, params: unknown) => unknown,
  { args = [], hear }: { args?: string[]; hear?: (method: string, params: unknown) => void } = {},
): LanguageClient {
  const server = spawn(process.execPath, [resolve(bin, name), ...args, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>()
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const ended = new Promise<number | null>((done) =>
    server.on('close', (status) => {
      for (const { fail } of waiting.values()) fail(new Error(`${name} ended with status ${status}.`))
      done(status)
    }),
  )
  let heard = Buffer.alloc(0)
  server.stdout.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk])
    for (;;) {
      const head = heard.indexOf('\r\n\r\n')
      const length = Number(
        /Content-Length: (\d+)/i.exec(heard.subarray(0, Math.max(head, 0)).toString())?.[1],
      )
      if (head === -1 || heard.length < head + 4 + length) return
      const message = JSON.parse(heard.subarray(head + 4, head + 4 + length).toString())
      heard = heard.subarray(head + 4 + length)
      if (message.method && message.id !== undefined)
        send({ id: message.id, result: answer(message.method, message.params) ?? null })
      else if (message.id !== undefined) waiting.get(message.id)?.done(message.result)
      else hear?.(message.method, message.params)
    }
  })
  let id = 0
  return {
    request: (method, params) =>
      new Promise((done, fail) => {
        waiting.set(++id, { done, fail })
        send({ id, method, params })
      }),
    notify: (method, params) => send({ method, params }),
    stop: () => void server.kill(),
    ended,
  }
}
