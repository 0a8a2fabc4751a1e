import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { lockBuild } from '../../../plugins/astro/build-lock.ts'

function folderWith(owner?: string): { folder: string; lock: string } {
  const folder = mkdtempSync(join(tmpdir(), 'coldread-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const lock = join(folder, 'coldread-build.lock')
  if (owner !== undefined) writeFileSync(lock, owner)
  return { folder, lock }
}

it.each([
  ['a build that is over', '4194305'],
  ['a build whose number another program has now', '1 999999999999'],
  ['a build that was killed and had the id that this process has now', String(process.pid)],
])('takes over the lock of %s', async (_, owner) => {
  const { folder, lock } = folderWith(owner)
  const unlock = await lockBuild(folder)
  expect(existsSync(lock)).toBe(true)
  unlock()
  expect(existsSync(lock)).toBe(false)
})

it('lets the second of two builds in one process wait for the first', async () => {
  const { folder } = folderWith()
  const said: string[] = []
  const unlock = await lockBuild(folder)
  const second = lockBuild(folder).then((end) => {
    said.push('second')
    end()
  })
  await new Promise((resolve) => setTimeout(resolve, 250))
  said.push('first')
  unlock()
  await second
  expect(said).toEqual(['first', 'second'])
})

it.runIf(process.platform === 'linux')('waits for another process while that runs', async () => {
  const other = spawn('sleep', ['60'])
  const [, began] = /\) (?:\S+ ){19}(\d+)/.exec(readFileSync(`/proc/${other.pid}/stat`, 'utf8')) ?? []
  const { folder } = folderWith(`${other.pid} ${began}`)
  let isMine = false
  const locked = lockBuild(folder).then((end) => {
    isMine = true
    end()
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(isMine).toBe(false)
  other.kill()
  await locked
})
