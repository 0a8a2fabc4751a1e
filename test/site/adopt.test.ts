import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ended, runColdread } from '../support/run-coldread.ts'

const folder = mkdtempSync(join(tmpdir(), 'coldread-adopt-'))
const root = join(folder, 'site')
const out = join(folder, 'dist')
const now = ['--now', '2027-01-15T09:00']
let adopted: Ended
let built: Ended

beforeAll(async () => {
  adopted = await runColdread(['adopt', 'test/fixtures/moving/jekyll', '--to', root, ...now])
  built = await runColdread(['build', '--root', root, '--out', out, ...now])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a blog that was moved in', () => {
  it('says what came over, and what could not be read', () => {
    expect(adopted.stdout).toContain('Jekyll: 7 posts were brought to')
    expect(adopted.stdout).toContain('_posts/2021-03-03-broken.md:3  not readable as YAML')
    expect(adopted).toMatchObject({ status: 1, stderr: '' })
  })

  it('builds', () => {
    expect(built).toMatchObject({ status: 0 })
    expect(readFileSync(join(out, 'why-tea/index.html'), 'utf8')).toContain(
      '<h2 id="how-fast">How fast?</h2>',
    )
  })

  it.each([
    ['/notes/brewing/2019/03/why-tea.html', '/notes/why-tea/', 'brewing/2019/03/why-tea.html'],
    ['/notes/cold-tea', '/notes/why-tea/', 'cold-tea/index.html'],
    ['/notes/brewing/2020/10/Öö-tee.html', '/notes/öö-tee/', 'brewing/2020/10/Öö-tee.html'],
  ])('leads %s on', (from, to, page) => {
    expect(readFileSync(join(out, '_redirects'), 'utf8')).toContain(
      `${encodeURI(from)} ${encodeURI(to)} 301\n`,
    )
    expect(readFileSync(join(out, page), 'utf8')).toContain(`content="0;url=${encodeURI(to)}"`)
  })

  it('leads nobody to what is not live', () => {
    expect(existsSync(join(out, 'brewing/2021'))).toBe(false)
    expect(readFileSync(join(out, '_redirects'), 'utf8')).not.toContain('hidden')
  })

  it('passes the lint but for guesses', async () => {
    const { stdout, status } = await runColdread(['lint', '--root', root, ...now, '--format', 'json'])
    const { files } = JSON.parse(stdout) as { files: { findings: { rule: string }[] }[] }
    expect(new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))).toEqual(
      new Set(['lint-guess']),
    )
    expect(status).toBe(0)
  })
})

it.each([
  [['adopt', '--to', 'x'], "missing required argument 'source'"],
  [['adopt', 'test/fixtures/moving/jekyll'], "required option '--to <dir>' not specified"],
  [['adopt', 'nowhere', '--to', 'x'], 'There is nothing at nowhere'],
  [['adopt', 'package.json', '--to', join(folder, 'x')], 'this is no export that is understood'],
  [['adopt', 'test/site', '--to', join(folder, 'x')], 'no posts are in this folder'],
])('refuses %j', async (args, problem) => {
  const { status, stderr } = await runColdread(args)
  expect(stderr).toContain(problem)
  expect(status).toBe(2)
  expect(existsSync(join(folder, 'x'))).toBe(false)
})
