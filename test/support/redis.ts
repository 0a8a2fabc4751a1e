import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const missing = `These tests start a Redis of their own, and there is no redis-server (or valkey-server) on this machine.
  Debian, Ubuntu: sudo apt-get install redis-server
  macOS:          brew install redis
  Fedora:         sudo dnf install valkey
Or set COLDREAD_REDIS_SERVER to the program.`

/** A Redis of a test's own: on a free port, with a folder of its own, writing down all that it is told. */
export class TestRedis {
  readonly port: number
  readonly folder = mkdtempSync(join(tmpdir(), 'coldread-redis-'))
  readonly #more: readonly string[]
  #child: ChildProcess | undefined

  private constructor(port: number, more: readonly string[]) {
    this.port = port
    this.#more = more
  }

  /** @param more settings besides, as in `['--requirepass', 'secret']` */
  static async start(more: readonly string[] = []): Promise<TestRedis> {
    const redis = new TestRedis(await freePort(), more)
    await redis.start()
    return redis
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const own = [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      '--dir',
      this.folder,
      '--daemonize',
      'no',
    ]
    const kept = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '']
    this.#child = spawn(program(), [...own, ...kept, ...this.#more], { stdio: 'ignore' })
    for (let tries = 0; tries < 200; tries++) {
      if (await answers(this.port)) return
      await sleep(25)
    }
    throw new Error(`Redis did not start on port ${this.port}.`)
  }

  /** Ends it hard, as a power cut of its machine would. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }

  /** Leaves it there without an answer, as a machine that is too busy does, until it goes on. */
  pause(): void {
    this.#child?.kill('SIGSTOP')
  }

  goOn(): void {
    this.#child?.kill('SIGCONT')
  }

  async restart(): Promise<void> {
    await this.kill()
    await this.start()
  }

  /** Ends it, and takes its folder away. */
  async stop(): Promise<void> {
    await this.kill('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function program(): string {
  const { COLDREAD_REDIS_SERVER: named } = process.env
  const found = (named ? [named] : ['redis-server', 'valkey-server']).find(
    (each) => spawnSync(each, ['--version'], { stdio: 'ignore' }).status === 0,
  )
  if (found === undefined) throw new Error(missing)
  return found
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answers(port: number): Promise<boolean> {
  const { connect } = await import('node:net')
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.once('error', () => done(false))
    socket.once('connect', () => socket.write('PING\r\n'))
    // With a password it says so, which is an answer too; while it reads its data, it is not there yet.
    socket.once('data', (data) => done(!String(data).includes('LOADING')))
  })
}
