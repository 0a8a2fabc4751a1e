import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Ended, packageRoot, runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = ['--now', '2027-01-15T09:00']
const lint = (root: string, ...args: string[]) =>
  runColdread(['lint', '--root', root, ...now, ...args], { cwd: root })
const dull = 'Load the XQZV first, then wait a day.'

type File = { path: string; scores: object; findings: Record<string, unknown>[] }
const filesOf = ({ stdout }: Ended) => (JSON.parse(stdout) as { files: File[] }).files
const rulesIn = (file: File | undefined) => file?.findings.map(({ rule }) => rule)

/** A plan that makes a heuristic rule an error. */
const strictPlan = `${plan}lint: { rules: { jargon-acronym: error } }\n`

describe('content', () => {
  it('is linted as JSON, every file, each kind once or every time', async () => {
    const root = scratchSite({
      'content/posts/a.mdx': post('What is a?', `${dull}\n\nThe XQZV again.`),
      'content/posts/b.mdx': post('What is b?'),
    })
    const once = await lint(root, '--format', 'json')
    expect(once).toMatchObject({ status: 0, stderr: '' })
    expect(filesOf(once).map(({ path }) => path)).toEqual(['content/posts/a.mdx', 'content/posts/b.mdx'])
    const kinds = filesOf(once)[0]?.findings.filter(({ rule }) => rule === 'jargon-acronym')
    expect(kinds).toMatchObject([{ level: 'warning', quote: 'XQZV', line: 8, column: 10, more: 1 }])
    const every = filesOf(await lint(root, '--format', 'json', '--every'))[0]?.findings
    expect(every?.filter(({ rule }) => rule === 'jargon-acronym')).toMatchObject([{ more: 0 }, { more: 0 }])
  })

  it('fails for errors, and for more warnings than are let pass', async () => {
    const root = scratchSite({ 'content/posts/a.mdx': post('What is a?', dull) })
    expect((await lint(root)).status).toBe(0)
    expect(await lint(root, '--max-warnings', '0')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^\d warnings?; 0 are let pass\.$/m),
    })
    writeFileSync(join(root, 'content/plan.yaml'), strictPlan)
    expect((await lint(root)).status).toBe(1)
  })

  it('may be faulty: that is said, and the rest is linted', async () => {
    const root = scratchSite({
      'content/posts/a.mdx': post('What is a?', dull),
      'content/posts/b.mdx': 'no front matter',
      'content/posts/c.mdx': post('What is c?', 'An <Open> tag'),
      'content/posts/d.mdx': Buffer.from([0x89, 0x50, 0xff, 0xfe]),
    })
    const said = await lint(root, '--format', 'json')
    expect(said.status).toBe(1)
    const byPath = new Map(filesOf(said).map((file) => [file.path, file]))
    expect(rulesIn(byPath.get('content/posts/a.mdx'))).toContain('jargon-acronym')
    for (const name of ['b', 'c', 'd'])
      expect(rulesIn(byPath.get(`content/posts/${name}.mdx`))).toEqual([
        expect.stringMatching(/^(content-fault|mdx-syntax)$/),
      ])
  })

  it('is remembered, and a changed file is read anew', async () => {
    const root = scratchSite({ 'content/posts/a.mdx': post('What is a?', dull) })
    const first = await lint(root, '--format', 'json')
    expect(existsSync(join(root, '.coldread/lint-cache'))).toBe(true)
    expect((await lint(root, '--format', 'json')).stdout).toBe(first.stdout)
    writeFileSync(join(root, 'content/posts/a.mdx'), post('What is a?'))
    expect((await lint(root, '--format', 'json')).stdout).toBe(
      (await lint(root, '--no-cache', '--format', 'json')).stdout,
    )
  })
})

describe('paths', () => {
  it('may be any files and folders, without content and without a trace', async () => {
    const root = scratchSite({
      'empty/.keep': '',
      'docs/a.md': dull,
      'docs/sub/b.mdx': '---\nstatus: nonsense\n---\nAn <Open> tag',
      'docs/sub/c.md': Buffer.from([0xff, 0xfe, 0x00]),
      'docs/plain.txt': dull,
      'docs/node_modules/d.md': dull,
      'docs/.hidden/e.md': dull,
    })
    symlinkSync(join(root, 'nowhere.md'), join(root, 'docs/broken.md'))
    mkdirSync(join(root, 'docs/folder.md'))
    const said = await lint(join(root, 'empty'), '--format', 'json', '--no-baseline', join(root, 'docs'))
    expect(said).toMatchObject({ status: 1, stderr: '' })
    expect(filesOf(said).map((file) => [file.path.slice(root.length), rulesIn(file)])).toEqual([
      ['/docs/a.md', ['jargon-acronym']],
      ['/docs/sub/b.mdx', ['mdx-syntax']],
      ['/docs/sub/c.md', ['mdx-syntax']],
    ])
    expect(existsSync(join(root, 'empty/.coldread'))).toBe(false)
  })

  it('of the content are linted as content, whatever else is named', async () => {
    const root = scratchSite({
      'content/posts/a.mdx': post('What is a?', dull, 'lint: { off: { jargon-acronym: quoted } }\n'),
      'content/posts/b.mdx': post('What is b?', dull),
      'content/posts/idea.mdx': '---\ntitle: An idea\n---\n',
      'content/README.md': dull,
      'notes.md': dull,
    })
    const one = filesOf(await lint(root, '--format', 'json', 'content/posts/a.mdx'))
    expect(one.map((file) => file.path)).toEqual(['content/posts/a.mdx'])
    expect(rulesIn(one[0])).not.toContain('jargon-acronym')
    const all = filesOf(await lint(root, '--format', 'json', '.'))
    expect(all.map((file) => file.path)).toEqual([
      'content/posts/a.mdx',
      'content/posts/b.mdx',
      'content/posts/idea.mdx',
      'content/README.md',
      'notes.md',
    ])
  })

  it.each([
    [['nowhere'], 'There is no file or folder nowhere.'],
    [['content/plan.txt'], 'is no Markdown'],
    [['--since', 'HEAD'], 'is in no git repository'],
    [['--max-warnings', 'few'], 'Write a number'],
    [['--format', 'xml'], 'pretty, json, sarif, github, markdown'],
    [['--watch', '--fix'], '--watch shows'],
    [['--write-baseline', 'content'], 'leave out the paths'],
  ])('refuses %j', async (args, message) => {
    const root = scratchSite({ 'content/plan.txt': '' })
    const { status, stdout, stderr } = await lint(root, ...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  it('are needed where there is no content', async () => {
    const root = scratchSite({ 'docs/a.md': dull })
    const { status, stderr } = await lint(join(root, 'docs'))
    expect(status).toBe(2)
    expect(stderr).toContain('There is no content/ in')
  })
})

it('runs before a commit, with the files of the commit behind its entry', async () => {
  const [hook] = parse(readFileSync(join(packageRoot, '.pre-commit-hooks.yaml'), 'utf8')) as {
    entry: string
  }[]
  const root = scratchSite({ 'a.md': dull, 'b c.md': 'Wait a day.' })
  const [command = '', ...args] = hook?.entry.split(' ') ?? []
  const run = (...more: string[]) =>
    spawnSync(command, [...args, ...more, join(root, 'a.md'), join(root, 'b c.md')], {
      cwd: packageRoot,
      encoding: 'utf8',
    })
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('1 warning in 1 of 2 files') })
  expect(run('--max-warnings', '0')).toMatchObject({ status: 1 })
})

it('looks at what was touched since a commit', async () => {
  const root = scratchSite({ 'content/posts/a.mdx': post('What is a?', `${dull}\n\nWait.`) })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@notes.example', ...args], { cwd: root })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'one')
  const file = join(root, 'content/posts/a.mdx')
  writeFileSync(file, readFileSync(file, 'utf8').replace('Wait.', 'Wait for the YKWJ.'))
  const said = filesOf(await lint(root, '--format', 'json', '--since', 'HEAD'))[0]
  expect(said?.findings.map(({ quote }) => quote)).toEqual(['YKWJ'])
})

it('lives with a baseline, and mends what is safe', async () => {
  const root = scratchSite({ 'content/posts/a.mdx': post('What is a?', dull) })
  const written = await lint(root, '--write-baseline')
  expect(written.stderr).toContain('content/lint-baseline.json knows')
  expect(await lint(root, '--max-warnings', '0')).toMatchObject({ status: 0 })
  expect((await lint(root, '--no-baseline', '--max-warnings', '0')).status).toBe(1)
  const dry = await lint(root, '--dry-run')
  expect(dry).toMatchObject({ status: 0, stderr: expect.stringMatching(/^(Would mend|Nothing that)/) })
})

describe('a build', () => {
  const build = (root: string, ...args: string[]) => runColdread(['build', '--root', root, ...now, ...args])
  const live = (name: string) => ({ [`content/posts/${name}.mdx`]: post(`What is ${name}?`, dull) })

  it('stops for errors in what goes live, before anything is written', async () => {
    const root = scratchSite({ ...live('a'), 'content/plan.yaml': strictPlan })
    const { status, stderr } = await build(root)
    expect(status).toBe(1)
    expect(stderr).toContain('`XQZV` is never spelled out')
    expect(stderr).toContain('Nothing was written.')
    expect(existsSync(join(root, 'dist'))).toBe(false)
  })

  it('stops for settings of the lint that do not exist, as the lint does', async () => {
    const misspelled = 'lint:\n  rules:\n    search-outlin: off\n'
    const root = scratchSite({ ...live('a'), 'content/plan.yaml': plan + misspelled })
    for (const { status, stdout, stderr } of [
      await build(root),
      await runColdread(['lint', '--root', root, ...now]),
    ]) {
      expect(status).toBe(1)
      expect(stdout + stderr).toContain('`search-outlin` in `lint.rules`; did you mean `search-outline`?')
      expect(stdout + stderr).toMatch(/content\/plan\.yaml:\d+:5/)
    }
    expect(existsSync(join(root, 'dist'))).toBe(false)
  })

  it('counts warnings, and is strict where that is asked', async () => {
    const root = scratchSite(live('a'))
    const strict = await build(root, '--max-warnings', '0')
    expect(strict.status).toBe(1)
    expect(existsSync(join(root, 'dist'))).toBe(false)
    const { status, stdout } = await build(root)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ {2}\d+ warnings?: npm run lint$/m)
  })

  it('lets drafts be as they are', async () => {
    const draft = post('What is a draft?', dull).replace('status: ready', 'status: draft')
    const root = scratchSite({ 'content/posts/a.mdx': draft, 'content/plan.yaml': strictPlan })
    expect((await build(root, '--drafts')).status).toBe(0)
  })
})
