import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { type Ended, packageRoot, plainEnv } from './run-coldread.ts'

/** A worker, as a person would start it. */
export interface RunningWorker {
  /** What it said so far, a line each. */
  log: string[]
  /** Waits until it says something of the kind. */
  says(pattern: RegExp): Promise<string>
  /** Resolves once it ended, for whatever reason. */
  ended: Promise<Ended>
  /** Tells it to end. */
  end(signal?: NodeJS.Signals): Promise<Ended>
}

/** Starts `coldread deliver`; it ends with its test at the latest. */
export function startWorker(args: readonly string[], env: NodeJS.ProcessEnv): RunningWorker {
  const child = spawn(process.execPath, [`${packageRoot}scripts/coldread.mjs`, 'deliver', ...args], {
    cwd: packageRoot,
    env: { ...plainEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  const log: string[] = []
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk
    log.splice(0, log.length, ...said.stdout.split('\n').filter((line) => line !== ''))
  })
  child.stderr.on('data', (chunk) => (said.stderr += chunk))
  const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, ...said })))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    log,
    ended,
    async says(pattern) {
      for (let tries = 0; tries < 500; tries++) {
        const line = log.find((each) => pattern.test(each))
        if (line !== undefined) return line
        await sleep(50)
      }
      throw new Error(`It never said ${pattern}:\n${said.stdout}${said.stderr}`)
    },
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}
