import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { restoreFolder } from '../../../plugins/astro/swap-folders.ts'

const module = fileURLToPath(new URL('../../../plugins/astro/swap-folders.ts', import.meta.url))

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coldread-swap-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('always leaves a whole folder in place, killed in the midst of one swap after another', async () => {
  const folder = scratch()
  const place = join(folder, 'dist')
  const script = `
    import { mkdirSync, writeFileSync } from 'node:fs'
    import { swapFolders } from ${JSON.stringify(module)}
    for (let n = 0; ; n++) {
      const made = ${JSON.stringify(join(folder, 'made'))} + n
      mkdirSync(made)
      for (const name of ['a', 'b', 'c']) writeFileSync(made + '/' + name, String(n))
      await swapFolders(made, ${JSON.stringify(place)})
      if (n === 0) console.log('swapping')
    }`
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await new Promise((resolve) => setTimeout(resolve, 7 * round))
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
    expect(readdirSync(place).sort()).toEqual(['a', 'b', 'c'])
    for (const name of readdirSync(folder))
      if (name.startsWith('made')) rmSync(join(folder, name), { recursive: true })
  }
})

it('brings the old folder back after a death between two renames', () => {
  const place = join(scratch(), 'dist')
  mkdirSync(`${place}.coldread-old`, { recursive: true })
  writeFileSync(join(`${place}.coldread-old`, 'kept'), '')
  restoreFolder(place)
  expect(readdirSync(place)).toEqual(['kept'])
})
