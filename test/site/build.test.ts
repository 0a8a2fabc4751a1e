import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { hashesOf } from '../support/built-site.ts'
import { packageRoot, runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

const now = '2027-01-15T09:00'
const image = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()

it('builds several at once, each as if alone', async () => {
  const sites = ['One', 'Two'].map((name) =>
    scratchSite({
      'content/posts/good.mdx': post(`Is it ${name}?`),
      'content/posts/draft.mdx': '---\ntitle: A draft\nstatus: draft\n---\nSecret words.\n',
    }),
  )
  const build = async (root: string, ...more: string[]) => {
    const ended = await runColdread(['build', '--root', root, '--now', now, ...more])
    expect(ended).toMatchObject({ status: 0, stderr: '' })
  }
  await Promise.all(sites.flatMap((root) => [build(root), build(root, '--drafts')]))
  for (const [index, root] of sites.entries()) {
    const together = hashesOf(join(root, 'dist'))
    expect(readFileSync(join(root, 'dist/good/index.html'), 'utf8')).toContain(
      ['Is it One?', 'Is it Two?'][index],
    )
    await build(root, '--clean')
    expect(together).toEqual(hashesOf(join(root, 'dist')))
    expect(existsSync(join(root, '.coldread/drafts/draft/index.html'))).toBe(true)
  }
})

it('builds the same from whichever folder it is asked', async () => {
  const root = scratchSite({ 'content/posts/good.mdx': post('Is it good?') })
  const build = async (cwd: string, ...where: string[]) => {
    expect(await runColdread(['build', ...where, '--now', now], { cwd })).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining(cwd === root ? ' dist/' : '/dist/'),
    })
    return hashesOf(join(root, 'dist'))
  }
  const fromPackage = await build(packageRoot, '--root', root)
  for (const [cwd, ...where] of [[root, '--root', root], [root], [join(root, 'content'), '--root', '..']] as [
    string,
    ...string[],
  ][]) {
    rmSync(join(root, 'dist'), { recursive: true })
    expect(await build(cwd, ...where)).toEqual(fromPackage)
  }
  expect(readdirSync(root).sort()).toEqual(['.coldread', 'content', 'dist'])
})

it('shows images whatever their names', async () => {
  const names = ['a b.png', '日.png', 'ümlaut (1).png', "it's.png"]
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [`content/posts/${name}`, await image()] as const)),
  )
  const links = names.map(
    (name) =>
      `![x](<./${name}>) ![y](./${encodeURIComponent(name).replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)})`,
  )
  const root = scratchSite({ ...files, 'content/posts/good.mdx': post('Is it good?', links.join('\n\n')) })
  expect(await runColdread(['build', '--root', root, '--now', now])).toMatchObject({ status: 0, stderr: '' })
  const page = readFileSync(join(root, 'dist/good/index.html'), 'utf8')
  const shown = [...page.matchAll(/<img [^>]*src="\/([^"]+)"/g)].map((match) =>
    decodeURIComponent(match[1] as string),
  )
  expect(shown).toHaveLength(2 * names.length)
  for (const file of shown) expect(existsSync(join(root, 'dist', file)), file).toBe(true)
})

it('keeps what others put into its folder: it refuses to build over it', async () => {
  const root = scratchSite({ 'content/posts/good.mdx': post('Is it good?') })
  expect(await runColdread(['build', '--root', root, '--now', now])).toMatchObject({ status: 0 })
  expect(await runColdread(['build', '--root', root, '--now', now])).toMatchObject({ status: 0 })
  writeFileSync(join(root, 'dist/CNAME'), 'notes.example')
  const { status, stderr } = await runColdread(['build', '--root', root, '--now', now])
  expect(status).toBe(2)
  expect(stderr).toContain('holds what no build made: CNAME')
  expect(readdirSync(join(root, 'dist'))).toContain('CNAME')
})
