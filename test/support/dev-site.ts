import { spawn } from 'node:child_process'
import { mkdirSync, rmdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { packageRoot, plainEnv } from './run-coldread.ts'

/** A site as its writer sees it. */
export interface DevSite {
  /** Address of its home page. */
  url: string
  /** All that was printed so far. */
  said(): string
  stop(): Promise<void>
}

/**
 * Starts `dev` as a person would, and waits until it answers. One at a time: Astro keeps the content of a dev server
 * in the package's own `.astro/`, where a second one would put its own.
 * @param now the clock's by default
 * @param base path of the site below its host
 */
export async function devSite(
  root: string,
  { now, base = '/', env = {} }: { now?: string; base?: string; env?: NodeJS.ProcessEnv },
): Promise<DevSite> {
  const unlock = await lock(join(process.env.COLDREAD_TEST_SCRATCH as string, 'dev'))
  const port = await freePort()
  const server = spawn(
    process.execPath,
    [
      ...[`${packageRoot}scripts/coldread.mjs`, 'dev', '--root', root, '--port', String(port)],
      ...(now === undefined ? [] : ['--now', now]),
    ],
    { cwd: packageRoot, env: { ...plainEnv, ...env } },
  )
  const ended = new Promise((resolve) => server.once('close', resolve))
  let said = ''
  server.stdout.on('data', (chunk) => (said += chunk))
  server.stderr.on('data', (chunk) => (said += chunk))
  const stop = async () => {
    server.kill()
    await ended
    unlock()
  }
  const url = `http://localhost:${port}${base}`
  while (!(await answers(url))) {
    if (server.exitCode !== null) {
      unlock()
      throw new Error(said)
    }
    await setTimeout(100)
  }
  return { url, said: () => said, stop }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function lock(folder: string): Promise<() => void> {
  for (;;)
    try {
      mkdirSync(folder)
      return () => rmdirSync(folder)
    } catch {
      await setTimeout(100)
    }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
