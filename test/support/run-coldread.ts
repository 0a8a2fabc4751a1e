import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

const { PATH, HOME, TMPDIR, SystemRoot } = process.env

/** A whole site for tests, in every state. */
export const blogRoot = `${packageRoot}test/fixtures/blog`

/** What a terminal would hand over: nothing of the test runner's own. */
export const plainEnv: NodeJS.ProcessEnv = { PATH, HOME, TMPDIR, SystemRoot, NO_COLOR: '1' }

/** How a command ended, and what it said. */
export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the CLI as a person would; `kill` ends it hard after so many milliseconds. */
export function runColdread(
  args: readonly string[],
  {
    env = {},
    cwd = packageRoot,
    kill,
    input = '',
  }: { env?: NodeJS.ProcessEnv; cwd?: string; kill?: number; input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [`${packageRoot}scripts/coldread.mjs`, ...args], {
    cwd,
    env: { ...plainEnv, ...env },
    stdio: 'pipe',
  })
  child.stdin.end(input)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += chunk))
  child.stderr.on('data', (chunk) => (said.stderr += chunk))
  if (kill !== undefined) setTimeout(() => child.kill('SIGKILL'), kill)
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...said })))
}
