import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { hashesOf } from '../support/built-site.ts'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = '2027-01-15T09:00'
const picture = (color: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
    .png()
    .toBuffer()

it('builds again only when something that the site is made of is no longer as it was', async () => {
  const root = scratchSite({
    'content/plan.yaml': plan,
    'content/posts/good.mdx': post('Is it good?', '![A plain square](./a.png)'),
    'content/posts/later.mdx': post('Is it later?').replace('2026-12-08', '2027-01-16 10:00'),
    'content/posts/a.png': await picture('#123456'),
  })
  const at = (path: string) => join(root, path)
  const page = at('dist/good/index.html')
  const build = async (...args: string[]) => {
    const { status, stdout, stderr } = await runColdread(['build', '--root', root, '--now', now, ...args])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    return stdout.includes('unchanged since it was built') ? 'unchanged' : 'built'
  }
  const edit = (path: string, from: string, to: string) =>
    writeFileSync(at(path), readFileSync(at(path), 'utf8').replace(from, to))

  expect(await build()).toBe('built')
  const made = { files: hashesOf(at('dist')), inode: statSync(page).ino }
  expect(await build()).toBe('unchanged')
  expect({ files: hashesOf(at('dist')), inode: statSync(page).ino }).toEqual(made)

  edit('content/posts/good.mdx', 'Is it good', 'Is it food')
  expect(await build()).toBe('built')
  expect(readFileSync(page, 'utf8')).toContain('Is it food?')
  expect(await build()).toBe('unchanged')

  const before = statSync(at('content/posts/a.png'))
  writeFileSync(at('content/posts/a.png'), await picture('#654321'))
  utimesSync(at('content/posts/a.png'), before.atime, before.mtime)
  expect(await build()).toBe('built')

  edit('dist/good/index.html', 'food', 'fool')
  expect(await build()).toBe('built')
  expect(readFileSync(page, 'utf8')).not.toContain('fool')
  rmSync(at('dist/good'), { recursive: true })
  expect(await build()).toBe('built')

  const whole = hashesOf(at('dist'))
  expect(await build('--clean')).toBe('built')
  expect(hashesOf(at('dist'))).toEqual(whole)

  expect(await build('--now', '2027-01-15T23:59')).toBe('unchanged')
  expect(await build('--now', '2027-01-16T10:00')).toBe('built')
  expect(Object.keys(hashesOf(at('dist')))).toContain('later/index.html')
  expect(await build('--now', now)).toBe('built')
  expect(hashesOf(at('dist'))).toEqual(whole)
})
