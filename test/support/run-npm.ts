import { spawn } from 'node:child_process'
import { type Ended, plainEnv } from './run-coldread.ts'

/** Runs npm in a folder as a person would; where it fails, what it said is thrown. */
export function runNpm(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return run(cwd, 'npm', args)
}

/** Runs a program in a folder; where it fails, what it said is thrown. */
export async function run(cwd: string, program: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(program, args, {
    cwd,
    env: { ...plainEnv, CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += chunk))
  child.stderr.on('data', (chunk) => (said.stderr += chunk))
  const status = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  )
  const ended = { status, ...said }
  if (status === 0) return ended
  throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${said.stdout}\n${said.stderr}`)
}
