import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

/** How a command ended, and what it said. */
export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the CLI as a person would; `kill` ends it hard after so many milliseconds. */
export function runColdread(
  args: readonly string[],
  { env = {}, cwd = packageRoot, kill, input = '' }: { env?: NodeJS.ProcessEnv; cwd?: string; kill?: number; input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [`${packageRoot}scripts/coldread.mjs`, ...args], {
    cwd,
    env: { ...process.env, COLDREAD_NOW: undefined, NO_COLOR: '1', ...env },
    stdio: 'pipe',
  })
  child.stdin.end(input)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += chunk))
  child.stderr.on('data', (chunk) => (said.stderr += chunk))
  if (kill !== undefined) setTimeout(() => child.kill('SIGKILL'), kill)
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...said })))
}
