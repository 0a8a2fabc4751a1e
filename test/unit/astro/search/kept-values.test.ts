import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { keepValues } from '../../../../plugins/astro/search/kept-values.ts'

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coldread-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a folder keeps under a key; `made` where it keeps nothing. */
const recall = (folder: string, key = 'a') => keepValues(folder).recall<unknown>(key, async () => 'made')

const value = { bytes: Buffer.from([0, 255]), places: Uint32Array.of(1, 70_000), words: [['é', 3]] }

it('keeps a value by its key', async () => {
  const folder = join(scratch(), 'below')
  await keepValues(folder).recall('a', async () => value)
  expect(await recall(folder)).toEqual(value)
  expect(await recall(folder, 'b')).toBe('made')
})

it.each([
  ['cut', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
  ['another', (bytes: Buffer) => bytes.fill(7, 70, 71)],
  ['empty', () => Buffer.alloc(0)],
])('makes a value anew whose file is %s', async (_, change) => {
  const folder = scratch()
  await keepValues(folder).recall('a', async () => value)
  writeFileSync(join(folder, 'a'), change(readFileSync(join(folder, 'a'))))
  expect(await recall(folder)).toBe('made')
})

it('keeps nothing where it cannot write', async () => {
  const folder = join(scratch(), 'file')
  writeFileSync(folder, '')
  const kept = keepValues(folder)
  expect(await kept.recall('a', async () => value)).toBe(value)
  expect(() => kept.forgetOthers()).not.toThrow()
})

it('tells of what cannot be made, and keeps nothing of it', async () => {
  const folder = scratch()
  const fail = () => Promise.reject(new Error('no'))
  await expect(keepValues(folder).recall('a', fail)).rejects.toThrow('no')
  expect(readdirSync(folder)).toEqual([])
})

it('forgets what was not asked for, once it is a day old', async () => {
  const folder = scratch()
  mkdirSync(folder, { recursive: true })
  const old = Date.now() / 1000 - 2 * 86_400
  for (const name of ['asked', 'old', 'young']) {
    await keepValues(folder).recall(name, async () => name)
    if (name !== 'young') utimesSync(join(folder, name), old, old)
  }
  const kept = keepValues(folder)
  await kept.recall('asked', async () => 'made')
  kept.forgetOthers()
  expect(['asked', 'old', 'young'].map((name) => existsSync(join(folder, name)))).toEqual([true, false, true])
})
