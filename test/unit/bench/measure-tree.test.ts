import { expect, it } from 'vitest'
import { measureTree } from '../../bench/build/measure-tree.ts'

/** Burns half a CPU second, as its own clock counts it. */
const burn =
  'const used = () => { const { user, system } = process.cpuUsage(); return user + system }; while (used() < 5e5) for (let n = 0; n < 1e6; n++);'
/** Keeps so many megabytes for half a second, all touched. */
const hold = (megabytes: number) =>
  `globalThis.kept = Buffer.alloc(${megabytes} * 1e6, 1); setTimeout(() => kept.length, 500);`
const start = (script: string, after: string) =>
  `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(script)}], { stdio: 'ignore' })${after};`

const measure = (script: string) => measureTree(['-e', script], { cwd: import.meta.dirname })

it.runIf(process.platform === 'linux').each([
  ['itself', burn, 0.5],
  ['a process that it started', start(burn, ''), 0.5],
  ['both', start(burn, '') + burn, 1],
  ['one that it did not wait for', start(burn, '.unref()'), 0.5],
])('counts the CPU seconds of %s', async (_, script, seconds) => {
  const { cpu } = await measure(script)
  expect(cpu).toBeGreaterThan(seconds * 0.95)
  expect(cpu).toBeLessThan(seconds + 0.4)
})

it.runIf(process.platform === 'linux')('adds up the memory of all processes', async () => {
  const { memory } = await measure(start(hold(100), '') + hold(100))
  expect(memory).toBeGreaterThan(200e6)
  expect(memory).toBeLessThan(600e6)
})

it.runIf(process.platform === 'linux')('says what a command said that failed', async () => {
  await expect(measure('console.error("no such post"); process.exit(3)')).rejects.toThrow(
    /ended with 3:\nno such post/,
  )
})
