import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { BuildInputs } from '../../../plugins/astro/build-inputs.ts'
import { keepBuild, outputOf, recallBuild } from '../../../plugins/astro/kept-build.ts'
import { scratchSite } from '../../support/scratch-site.ts'

const now = '2027-01-15T09:00'

/** A site that was built of inputs with the hash `inputs`, where their stamp was as given. */
function built(stamp?: string) {
  const root = scratchSite({ 'dist/index.html': 'a page' })
  const out = join(root, 'dist')
  const { output } = outputOf(out)
  const validity = { from: '2027-01-01T00:00:00Z', until: '2027-02-01T00:00:00Z', zone: 'UTC' }
  keepBuild(root, {
    ...{ code: 'code', out, inputs: 'inputs', stamp, output, ...validity },
    ...{ said: 'said', pages: {}, searchFiles: {} },
  })
  const read = vi.fn((): BuildInputs => ({ code: 'code', all: 'inputs', stamp: 'a stamp', isSettled: true }))
  return { place: { root, out, now }, read }
}

it('is recalled by its stamp, without reading what it was made of', () => {
  const { place, read } = built('a stamp')
  expect(recallBuild(place, 'a stamp', read)).toBe('said')
  expect(read).not.toHaveBeenCalled()
})

it('is recalled by what was read under another stamp, and by that stamp from then on', () => {
  const { place, read } = built()
  expect(recallBuild(place, 'a stamp', read)).toBe('said')
  expect(read).toHaveBeenCalled()
  read.mockClear()
  expect(recallBuild(place, 'a stamp', read)).toBe('said')
  expect(read).not.toHaveBeenCalled()
})

it('is read again while something was saved just before', () => {
  const { place, read } = built()
  const unsettled = read.mockImplementation(() => ({
    ...{ code: 'code', all: 'inputs', stamp: 'a stamp', isSettled: false },
  }))
  expect(recallBuild(place, 'a stamp', unsettled)).toBe('said')
  unsettled.mockClear()
  expect(recallBuild(place, 'a stamp', unsettled)).toBe('said')
  expect(unsettled).toHaveBeenCalled()
})

it('is not recalled of other inputs, at another time, or where its folder was changed', () => {
  const { place, read } = built('a stamp')
  const others = () => ({ ...read(), all: 'others' })
  expect(recallBuild(place, 'another', others)).toBeUndefined()
  expect(recallBuild({ ...place, now: '2027-02-15T09:00' }, 'a stamp', read)).toBeUndefined()
  writeFileSync(join(place.out, 'index.html'), 'another page')
  expect(recallBuild(place, 'a stamp', read)).toBeUndefined()
})
