import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rewriteFile } from '../../../plugins/lint/fix/rewrite-file.ts'
import { lintPaths } from '../../../plugins/lint/run/lint-paths.ts'
import { listFolder, readText } from '../../../src/disk.ts'
import { post, scratchSite } from '../../support/scratch-site.ts'

const now = '2027-01-15T09:00:00Z'
const said = (root: string, ...paths: string[]) =>
  lintPaths({ root, now, paths }).files.map(({ path, findings }) => [
    path.replace(root, ''),
    findings.find(({ level }) => level === 'error')?.message.slice(0, 40),
  ])

describe('what the system does not let be read', () => {
  it('is a fault', () => {
    const root = scratchSite({ 'a.md': 'Load it.' })
    symlinkSync('loop.md', join(root, 'loop.md'))
    expect(readText(join(root, 'loop.md'), 'loop.md')).toMatchObject({
      file: 'loop.md',
      what: expect.stringMatching(/^cannot be read: ELOOP/),
    })
    expect(listFolder(join(root, 'a.md'), 'a.md')).toMatchObject({ what: expect.stringContaining('ENOTDIR') })
    expect(listFolder(root, root)).toHaveLength(3)
  })

  it('is said of its file, and the others are linted', () => {
    const root = scratchSite({ 'docs/a.md': 'Load it.', 'docs/z.md': 'Load it.' })
    symlinkSync('loop.md', join(root, 'docs/loop.md'))
    expect(said(root, join(root, 'docs'))).toEqual([
      ['/docs/a.md', undefined],
      ['/docs/loop.md', expect.stringContaining('Cannot be read: ELOOP')],
      ['/docs/z.md', undefined],
    ])
  })

  it('is not mended, which is said', () => {
    const root = scratchSite({ 'a.md': 'Load it.' })
    const path = join(root, 'a.md/b.md')
    expect(rewriteFile(path, 'a', 'b')).toMatch(/b\.md cannot be written: ENOTDIR.*; it stays as it is\.$/)
  })

  it.skipIf(process.getuid?.() === 0)('may be for want of permission', () => {
    const root = scratchSite({
      'content/posts/a.mdx': post('What is a?'),
      'content/posts/b.mdx': post('What is b?'),
      'docs/c.md': 'Load it.',
    })
    mkdirSync(join(root, 'docs/closed'))
    writeFileSync(join(root, 'docs/closed/d.md'), 'Load it.')
    for (const path of ['content/posts/b.mdx', 'docs/c.md', 'docs/closed']) chmodSync(join(root, path), 0)
    const refused = 'Cannot be read: no permission; let yours'
    expect(said(root)).toEqual([
      ['content/posts/a.mdx', undefined],
      ['content/posts/b.mdx', refused],
    ])
    expect(said(root, join(root, 'docs'))).toEqual([
      ['/docs/c.md', refused],
      ['/docs/closed', refused],
    ])
    chmodSync(join(root, 'docs/closed'), 0o700)
  })
})
