import { execFileSync, spawn } from 'node:child_process'
import { createHmac, hash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

const peers = fileURLToPath(new URL('../peers', import.meta.url))

/** An account on a server of Bluesky's own making, on this machine. */
export interface BlueskyAccount {
  url: string
  handle: string
  did: string
  appPassword: string
  /** All posts by their keys. */
  posts(): Promise<Map<string, Record<string, unknown>>>
  remove(rkey: string): Promise<void>
  /** A token of the kind that a login gives, which expired an hour ago. */
  expiredToken(): string
  /** The words of an answer without account. */
  get(method: string, query: Record<string, string>): Promise<Response>
  stop(): Promise<void>
}

/** Starts a server with an account. It ends with the process that started it. */
export async function startBluesky(handle = 'two-a-week.test'): Promise<BlueskyAccount> {
  install()
  const server = spawn(process.execPath, ['bluesky.mjs'], { cwd: peers, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const [line] = await Promise.race([
    createInterface(server.stdout)
      [Symbol.asyncIterator]()
      .next()
      .then(({ value }) => [value as string]),
    ended.then(() => Promise.reject(new Error('the Bluesky server did not start'))),
  ])
  const { url, jwtSecret } = JSON.parse(line as string) as { url: string; jwtSecret: string }
  const call = async (method: string, json: unknown, token = '') => {
    const response = await fetch(`${url}/xrpc/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(json),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method}: ${text}`)
    return text === '' ? {} : JSON.parse(text)
  }
  const get = (method: string, query: Record<string, string>) =>
    fetch(`${url}/xrpc/${method}?${new URLSearchParams(query)}`)
  const email = `${handle}@example.com`
  const account = await call('com.atproto.server.createAccount', { handle, email, password: 'not-used-here' })
  const { accessJwt, did } = account as { accessJwt: string; did: string }
  const { password } = await call('com.atproto.server.createAppPassword', { name: 'tests' }, accessJwt)
  const collection = 'app.bsky.feed.post'
  return {
    url,
    handle,
    did,
    appPassword: password,
    get,
    async posts() {
      const found = new Map<string, Record<string, unknown>>()
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const response = await get('com.atproto.repo.listRecords', {
          repo: did,
          collection,
          limit: '100',
          ...(cursor && { cursor }),
        })
        const page = (await response.json()) as {
          cursor?: string
          records: { uri: string; value: Record<string, unknown> }[]
        }
        for (const { uri, value } of page.records) found.set(uri.slice(uri.lastIndexOf('/') + 1), value)
        cursor = page.cursor
      }
      return found
    },
    async remove(rkey) {
      await call('com.atproto.repo.deleteRecord', { repo: did, collection, rkey }, accessJwt)
    },
    expiredToken() {
      const [head, body] = accessJwt.split('.') as [string, string]
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
      const past = Math.floor(Date.now() / 1000) - 3600
      const words = JSON.stringify({ ...claims, iat: past - 60, exp: past })
      const signed = `${head}.${Buffer.from(words).toString('base64url')}`
      return `${signed}.${createHmac('sha256', jwtSecret).update(signed).digest('base64url')}`
    },
    async stop() {
      server.stdin.end()
      await ended
    },
  }
}

/** Brings the packages of the peers, once, while other test files wait. The lock ends with its process. */
function install(): void {
  const lockfile = readFileSync(join(peers, 'package-lock.json'))
  const mark = join(peers, 'node_modules/.installed')
  const isThere = () => existsSync(mark) && readFileSync(mark, 'utf8') === hash('sha256', lockfile)
  if (isThere()) return
  const lock = new DatabaseSync(join(tmpdir(), `coldread-peers-${hash('sha256', peers).slice(0, 16)}.lock`))
  try {
    lock.exec('PRAGMA busy_timeout = 300000; BEGIN EXCLUSIVE')
    if (isThere()) return
    // Its natives are built already; nothing is to be compiled here.
    try {
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
        cwd: peers,
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    } catch {
      throw new Error(
        'These tests start a Bluesky server, whose packages could not be installed: run `npm ci --ignore-scripts --prefix test/peers`.',
      )
    }
    writeFileSync(mark, hash('sha256', lockfile))
  } finally {
    lock.close()
  }
}
