import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { buildInputs, stampInputs } from '../../../plugins/astro/build-inputs.ts'
import { post, scratchSite } from '../../support/scratch-site.ts'

const first = 'content/posts/a.mdx'
const site = () => scratchSite({ [first]: post('Is it a?'), 'content/posts/a.png': 'pixels' })
const hashOf = (root: string, asked: unknown = []) => buildInputs(root, asked).all

describe('what a build is made of', () => {
  it('is the same while nothing changes', () => {
    const root = site()
    expect(buildInputs(root, [])).toEqual(buildInputs(root, []))
  })

  it.each<[string, (root: string) => void]>([
    ['a text', (root) => writeFileSync(join(root, first), post('Is it b?'))],
    ['a picture of the same length', (root) => writeFileSync(join(root, 'content/posts/a.png'), 'pixelz')],
    ['a name', (root) => renameSync(join(root, first), join(root, 'content/posts/b.mdx'))],
    ['a file more', (root) => writeFileSync(join(root, 'content/posts/b.mdx'), '')],
    ['a file less', (root) => rmSync(join(root, first))],
    ['where a link leads', (root) => symlinkSync('a.png', join(root, 'content/posts/b.png'))],
    ['a link that leads nowhere', (root) => symlinkSync('nowhere', join(root, 'content/posts/b.png'))],
    [
      'words that only change files',
      (root) => {
        const text = readFileSync(join(root, first), 'utf8')
        writeFileSync(join(root, first), text.slice(0, -5))
        writeFileSync(join(root, 'content/posts/a.png'), `${text.slice(-5)}pixels`)
      },
    ],
  ])('changes with %s', (_, change) => {
    const root = site()
    const { all: before, stamp } = buildInputs(root, [])
    change(root)
    expect(hashOf(root)).not.toBe(before)
    expect(stampInputs(root, [])).not.toBe(stamp)
  })

  it('bears the same stamp as when it was read, until a file is saved', () => {
    const root = site()
    const { stamp } = buildInputs(root, [])
    expect(stampInputs(root, [])).toBe(stamp)
    writeFileSync(join(root, first), post('Is it a?'))
    expect(stampInputs(root, [])).not.toBe(stamp)
  })

  it('bears another stamp after a change of the same length that keeps its time', () => {
    const root = site()
    const file = join(root, 'content/posts/a.png')
    utimesSync(file, 1, 1)
    const { stamp } = buildInputs(root, [])
    writeFileSync(file, 'pixelz')
    utimesSync(file, 1, 1)
    expect(statSync(file).mtimeMs).toBe(1000)
    expect(stampInputs(root, [])).not.toBe(stamp)
  })

  it('is settled once the last change is two seconds old', () => {
    const root = site()
    expect(buildInputs(root, []).isSettled).toBe(false)
    vi.useFakeTimers({ now: Date.now() + 2100, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    expect(buildInputs(root, []).isSettled).toBe(true)
  })

  it('changes with what is asked, but not what pages are made by', () => {
    const root = site()
    const [plain, preview] = [buildInputs(root, [false]), buildInputs(root, [true])]
    expect(preview.all).not.toBe(plain.all)
    expect(preview.stamp).not.toBe(plain.stamp)
    expect(preview.code).toBe(plain.code)
  })

  it('changes with a file of a folder that `content/` is a link to', () => {
    const root = site()
    renameSync(join(root, 'content'), join(root, 'texts'))
    symlinkSync('texts', join(root, 'content'))
    const before = hashOf(root)
    writeFileSync(join(root, 'texts/posts/a.mdx'), post('Is it b?'))
    expect(hashOf(root)).not.toBe(before)
  })

  it('is found out without content too', () => {
    const root = site()
    rmSync(join(root, 'content'), { recursive: true })
    mkdirSync(join(root, 'else'))
    expect(hashOf(root)).toMatch(/^[\da-f]{64}$/)
  })
})

it.each([
  ['a page', 'src/pages/prices.astro'],
  ['a public file', 'public/a.txt'],
  ['its configuration', 'astro.config.mjs'],
  ['what a link in its code leads to', 'elsewhere/deep/b.astro'],
])('changes with %s of a project', (_, file) => {
  const root = scratchSite({
    ...{ 'astro.config.mjs': 'a', 'src/pages/prices.astro': 'a', 'public/a.txt': 'a' },
    'elsewhere/deep/b.astro': 'a',
  })
  symlinkSync(join(root, 'elsewhere'), join(root, 'src/linked'))
  symlinkSync(join(root, 'src'), join(root, 'src/again'))
  const { code, stamp } = buildInputs(root, [])
  expect(buildInputs(root, []).code).toBe(code)
  writeFileSync(join(root, file), 'changed')
  expect(buildInputs(root, []).code).not.toBe(code)
  expect(stampInputs(root, [])).not.toBe(stamp)
})
