import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { markBuild } from '../../../plugins/astro/build-mark.ts'
import { refusePlace } from '../../../plugins/queue/refuse-place.ts'
import { scratchSite } from '../../support/scratch-site.ts'

const site = () => {
  const root = scratchSite({})
  for (const folder of ['dist', 'elsewhere/site', 'out']) mkdirSync(join(root, folder), { recursive: true })
  markBuild(join(root, 'elsewhere/site'), '/')
  symlinkSync(join(root, 'dist'), join(root, 'link'))
  symlinkSync(join(root, 'content'), join(root, 'out/link'))
  return root
}

it.each(['out', 'out/new/folder', '.coldread', 'contents', 'distant', 'elsewhere'])('takes %s', (folder) => {
  const root = site()
  expect(() => refusePlace(root, join(root, folder))).not.toThrow()
})

it.each([
  ['dist', 'everybody can read'],
  ['dist/files/new', 'everybody can read'],
  ['elsewhere/site', 'everybody can read'],
  ['elsewhere/site/new', 'everybody can read'],
  ['link/new', 'everybody can read'],
  ['content', 'which holds what you write'],
  ['content/posts/new', 'which holds what you write'],
  ['out/link/posts', 'which holds what you write'],
])('refuses %s', (folder, why) => {
  const root = site()
  expect(() => refusePlace(root, join(root, folder))).toThrow(why)
})
