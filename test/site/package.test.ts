import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packed } from '../support/packed.ts'
import { packageRoot, runColdread } from '../support/run-coldread.ts'
import { run, runNpm } from '../support/run-npm.ts'
import { post } from '../support/scratch-site.ts'

const answers = [
  ['--name', 'Tea Notes'],
  ['--about', 'Two people on tea'],
  ['--url', 'https://tea.example'],
  ['--zone', 'Europe/Berlin'],
  ['--slot', 'tue 09:00'],
  ['--question', 'How long should tea steep?'],
].flat()
const now = '2027-01-15T09:00'

const scratch = mkdtempSync(join(tmpdir(), 'coldread-package-'))
const blog = join(scratch, 'tea')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Packs a folder. @returns absolute path of the package */
async function pack(folder: string, ...options: string[]): Promise<string> {
  const { stdout } = await runNpm(folder, 'pack', '--silent', '--pack-destination', scratch, ...options)
  return join(scratch, stdout.trim().split('\n').at(-1) as string)
}

const coldread = (cwd: string, ...args: string[]) => runNpm(cwd, 'run', '--silent', 'coldread', '--', ...args)

let tarball = ''
beforeAll(async () => {
  const file = await packed()
  tarball = join(scratch, basename(file))
  cpSync(file, tarball)
  const created = await runColdread(['create', blog, ...answers, '--from', tarball])
  expect(created).toMatchObject({ status: 0, stderr: '' })
  write(
    join(blog, 'content/posts/bitter.mdx'),
    post('Why is green tea bitter?', 'Water that boils.', 'topics: [start]\n'),
  )
  await runNpm(blog, 'install', '--no-audit', '--no-fund', '--prefer-offline')
}, 300_000)

describe('a blog that was made by `coldread create`', () => {
  it('is a few files', () => {
    expect(read(blog, 'astro.config.mjs').trim().split('\n')).toHaveLength(3)
    expect(JSON.parse(read(blog, 'package.json'))).toMatchObject({
      name: 'tea',
      dependencies: { coldread: `file:../${tarball.slice(scratch.length + 1)}` },
    })
  })

  it('builds, lints, plans its queue and draws its board', async () => {
    const built = await coldread(blog, 'build', '--now', now)
    expect(built.stdout).toContain('1 post live')
    expect(read(blog, 'dist/bitter/index.html')).toContain('Water that boils.')
    expect((await coldread(blog, 'lint')).stdout).toContain('search-description')
    expect((await coldread(blog, 'queue', '--now', now)).stdout).toContain('Europe/Berlin')
    await coldread(blog, 'board', '--now', now)
    expect(read(blog, '.coldread/board/calendar/index.html')).toContain('Tea Notes')
    await coldread(blog, 'schemas', '--check')
  }, 120_000)

  it('has pages, components and styles of its own, in place of ours and beside them', async () => {
    write(join(blog, 'src/pages/prices.astro'), page)
    write(
      join(blog, 'src/styles/tokens.css'),
      read(packageRoot, 'src/styles/tokens.css').replace('#00557a', '#abcdef'),
    )
    write(join(blog, 'src/components/SiteFooter.astro'), footer)
    write(join(blog, 'src/pages/help/steeping.md'), '# Steeping\n')
    write(join(blog, 'src/pages/glossary.mdx'), '# Words {1 + 1}\n')
    write(
      join(blog, 'src/pages/about/index.astro'),
      page.replaceAll('../layouts', '../../layouts').replaceAll('Prices', 'People'),
    )
    write(join(blog, 'src/pages/robots.txt.ts'), "export const GET = () => new Response('Own robots')\n")
    write(join(blog, 'src/pages/.hidden.astro'), '<p>Hidden</p>\n')
    write(join(blog, 'src/components/mdx/Cup.astro'), '<div class="cup"><slot /></div>\n')
    write(
      join(blog, 'content/posts/cup.mdx'),
      post('Which cup is best?', '<Cup>\n\nOne with [a price](/prices/).\n\n</Cup>', 'topics: [start]\n'),
    )
    await coldread(blog, 'build', '--now', now)
    const home = read(blog, 'dist/index.html')
    expect(home).toContain('#abcdef')
    expect(home).toContain('Own words')
    expect(home).toContain('class="site-footer"')
    expect(read(blog, 'dist/prices/index.html')).toContain('Ten euros')
    expect(read(blog, 'dist/sitemap.xml')).toContain('https://tea.example/prices/')
    expect(read(blog, 'dist/help/steeping/index.html')).toMatch(/<h1[^>]*>Steeping/)
    expect(read(blog, 'dist/glossary/index.html')).toMatch(/<h1[^>]*>Words 2/)
    expect(read(blog, 'dist/about/index.html')).toContain('<h1>People')
    expect(read(blog, 'dist/robots.txt')).toBe('Own robots')
    expect(read(blog, 'dist/sitemap.xml')).toContain('/help/steeping/')
    expect(read(blog, 'dist/sitemap.xml')).not.toContain('hidden')
    expect(read(blog, 'dist/cup/index.html')).toMatch(/class="cup">\s*<p>One with <a href="\/prices\/">/)
  }, 120_000)

  it('says what is wrong in a page of its own, and keeps the site', async () => {
    const before = read(blog, 'dist/prices/index.html')
    write(join(blog, 'src/pages/prices.astro'), page.replace('Ten', '{Astro.props.sum.of}'))
    await expect(coldread(blog, 'build', '--now', now)).rejects.toThrow(
      /src\/pages\/prices\.astro\n.*reading 'of'/,
    )
    expect(read(blog, 'dist/prices/index.html')).toBe(before)
    write(join(blog, 'src/pages/prices.astro'), page)
  }, 120_000)

  it('has types', async () => {
    write(
      join(blog, 'use.ts'),
      "import { coldread } from 'coldread'\nimport { livePosts } from 'coldread/content'\nexport const [a, b]: [string, () => void] = [coldread().name, livePosts]\n",
    )
    const options = ['--noEmit', '--skipLibCheck', '--module', 'nodenext', '--target', 'esnext', 'use.ts']
    await run(blog, join(packageRoot, 'node_modules/.bin/tsc'), options)
  }, 120_000)

  it('moves to the next version by its number, and keeps what is its own', async () => {
    const next = join(scratch, 'next')
    cpSync(join(blog, 'node_modules/coldread'), next, { recursive: true })
    for (const file of ['package.json', 'lib/package.json'])
      write(join(next, file), read(next, file).replace(/"version": "[^"]+"/, '"version": "9.9.9"'))
    const footerOfNext = join(next, 'lib/src/components/SiteFooter.astro')
    write(footerOfNext, read(footerOfNext).replace('<footer class="', '<footer data-next class="'))
    await runNpm(
      blog,
      'install',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      await pack(next, '--ignore-scripts'),
    )
    const built = await coldread(blog, 'build', '--now', now)
    expect(built.stdout).toContain('built in')
    const home = read(blog, 'dist/index.html')
    expect(home).toContain('data-next')
    expect(home).toContain('Own words')
  }, 180_000)
})

describe('an Astro project that took Coldread in by `coldread init`', () => {
  const guest = join(blog, 'guest')

  it('keeps its pages, and gets posts that are live, the lint and the queue', async () => {
    write(
      join(guest, 'package.json'),
      '{ "name": "guest", "type": "module", "scripts": { "lint": "own-lint" } }',
    )
    write(join(guest, 'astro.config.mjs'), config)
    write(join(guest, 'src/pages/index.astro'), list)
    const options = ['--root', guest, ...answers, '--from', tarball]
    const { stdout, status } = await runColdread(['init', ...options])
    expect(status).toBe(0)
    expect(stdout).toContain('`npm run lint` keeps its meaning')
    expect(JSON.parse(read(guest, 'package.json')).scripts).toMatchObject({
      lint: 'own-lint',
      queue: 'coldread queue',
    })
    write(
      join(guest, 'content/posts/bitter.mdx'),
      post('Why is green tea bitter?', 'Water that **boils**.', 'topics: [start]\n'),
    )
    write(
      join(guest, 'content/posts/later.mdx'),
      post('What comes later?').replace('2026-12-08', '2029-01-01'),
    )
    const astro = join(blog, 'node_modules/astro/bin/astro.mjs')
    await run(guest, 'env', ['COLDREAD_NOW=2027-01-15T09:00', process.execPath, astro, 'build'])
    const home = read(guest, 'dist/index.html')
    expect(home).toContain(
      '<li>Why is green tea bitter? bitter <p>Water that <strong>boils</strong>.</p></li>',
    )
    expect(home).not.toContain('later')
    const again = await runColdread(['init', ...options])
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing is left to do') })
    rmSync(join(guest, 'dist'), { recursive: true })
    const built = await runColdread(['build', '--root', guest, '--now', now])
    expect(built).toMatchObject({ status: 1, stderr: expect.stringContaining('does not use coldread()') })
  }, 120_000)
})

it.each([
  ['a folder that is not empty', () => packageRoot, /is not empty/],
  ['a file', () => join(packageRoot, 'README.md'), /is a file/],
  ['a folder below a file', () => join(packageRoot, 'README.md/blog'), /README\.md is a file, so no folder/],
])('makes no blog in %s', async (_what, folder, why) => {
  const { status, stderr } = await runColdread(['create', folder(), ...answers])
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(why) })
})

it('makes no blog from a package that is not there', async () => {
  const folder = join(scratch, 'none')
  const { status, stderr } = await runColdread(['create', folder, ...answers, '--from', './none.tgz'])
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('there is no ./none.tgz') })
})

it.each([
  ['null', /it is no object/],
  ['[]', /it is no object/],
  ['{ "scripts": "own" }', /`scripts` is no object/],
  ['{ "name": }', /cannot be read/],
])('writes nothing into a project whose package.json is %s', async (manifest, why) => {
  const folder = mkdtempSync(join(scratch, 'odd-'))
  write(join(folder, 'astro.config.mjs'), config)
  write(join(folder, 'package.json'), manifest)
  const { status, stderr } = await runColdread(['init', '--root', folder, ...answers, '--from', '9.9.9'])
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(why) })
  expect(readdirSync(folder)).toEqual(['astro.config.mjs', 'package.json'])
})

it('leaves Coldread where a project has it', async () => {
  const folder = mkdtempSync(join(scratch, 'dev-'))
  write(join(folder, 'astro.config.mjs'), config)
  write(join(folder, 'package.json'), '\uFEFF{ "devDependencies": { "coldread": "1.0.0" } }')
  expect(await runColdread(['init', '--root', folder, ...answers, '--from', '9.9.9'])).toMatchObject({
    status: 0,
  })
  expect(JSON.parse(read(folder, 'package.json'))).not.toHaveProperty('dependencies')
})

const page = `---
import Base from '../layouts/Base.astro'
---
<Base heading="Prices" description="What it costs" path="/prices/"><h1>Prices</h1><p>Ten euros</p></Base>
`
const footer = `---
import Ours from 'coldread/src/components/SiteFooter.astro'
---
<p>Own words</p><Ours {...Astro.props} />
`
const config = `import mdx from '@astrojs/mdx'
export default { integrations: [mdx()] }
`
const list = `---
import { getCollection, render } from 'astro:content'
const posts = await Promise.all((await getCollection('posts')).map(async (post) => ({ ...post, ...(await render(post)) })))
---
<html><body><ul>{posts.map(({ id, data, Content }) => <li>{data.title} {id} <Content /></li>)}</ul></body></html>
`

it('asks where npm gets Coldread from, where it was not installed itself', async () => {
  const { status, stderr } = await runColdread(['create', join(scratch, 'unknown'), ...answers])
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringContaining('--from coldread-0.1.0.tgz'),
  })
})
