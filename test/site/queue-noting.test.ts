import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = '2026-12-01T08:00'
const id = 'is-it-good/linkedin/1/1'

function site() {
  const root = scratchSite({
    'content/plan.yaml': `${plan}  linkedin: { network: linkedin, times: [tue 11:00] }\n`,
    'content/posts/is-it-good.mdx': post(
      'Is it good?',
      'Text.',
      'snippets: { linkedin: Two posts a week. }\n',
    ),
  })
  const real = (...args: string[]) => runColdread(['queue', ...args, '--root', root])
  const queue = (...args: string[]) => real(...args, '--now', now, '--rehearsal')
  const exported = (...args: string[]) => queue('--format', 'buffer', '--out', join(root, 'out'), ...args)
  return { root, real, queue, exported }
}

it('notes what was done in a tool, whatever a writer is in the middle of', async () => {
  const { root, queue, exported } = site()
  await exported()
  writeFileSync(join(root, 'content/posts/half.mdx'), '---\ntitle: [\n')
  writeFileSync(join(root, 'content/plan.yaml'), `${plan}  linkedin: { network: linkedni }\n`)
  expect((await exported()).status).toBe(1)
  for (const args of [['status'], ['confirm'], ['removed', id]])
    expect(await queue(...args)).toMatchObject({ status: 0, stderr: '' })
  writeFileSync(join(root, 'content/plan.yaml'), 'zone: [')
  expect((await queue('refuse', id)).stderr).toBe(`\`${id}\` is in no tool: it was removed.\n`)
})

it('shows the ids that rows are spoken of by', async () => {
  const { root, queue, exported } = site()
  const { stdout } = await exported()
  const [file] = readdirSync(join(root, 'content/handovers')) as [string]
  const name = file.replace('.jsonl', '')
  expect(stdout).toContain(`out/review-${name}-not-for-import.csv (with the ids; for reading only)`)
  expect(readFileSync(join(root, `out/review-${name}-not-for-import.csv`), 'utf8')).toContain(id)
  expect(stdout.replace(/\s+/g, ' ')).toContain(`The ids: npm run queue -- status ${name}`)
  expect((await queue('status', name)).stdout).toBe(
    `${name}\n  Tue 8 Dec 11:00  linkedin   Two posts a week. https://notes.example/is-it-good/\n    open             ${id}\n`,
  )
  expect(await queue('status', name.replace('2026', '2027'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`Did you mean \`${name}\`?`),
  })
})

describe('a made-up time', () => {
  it.each<[string, string[]]>([
    ['exported', ['--format', 'csv', '--out', 'OUT']],
    ['confirmed', ['confirm']],
    ['undone', ['undo', 'x']],
    ['refused', ['refuse', 'x']],
    ['removed', ['removed', 'x']],
  ])('is not written: nothing is %s at it', async (_, args) => {
    const { root, real } = site()
    const ended = await real(...args.map((each) => each.replace('OUT', join(root, 'out'))), '--now', now)
    expect(ended).toMatchObject({ status: 1, stderr: expect.stringContaining('--now or COLDREAD_NOW says') })
    expect([existsSync(join(root, 'content/handovers')), existsSync(join(root, 'out'))]).toEqual([
      false,
      false,
    ])
  })

  it.each<[string, string[]]>([
    ['the agenda', []],
    ['exports', ['status']],
    ['a calendar', ['--format', 'icalendar', '--out', 'OUT']],
  ])('does for looking at %s', async (_, args) => {
    const { root, real } = site()
    const ended = await real(...args.map((each) => each.replace('OUT', join(root, 'out'))), '--now', now)
    expect(ended).toMatchObject({ status: 0, stderr: '' })
  })
})

it.each<[string, string[], number, string]>([
  ['a folder of the site', ['--format', 'icalendar', '--out', 'ROOT/dist'], 1, 'everybody can read'],
  [
    'a folder of the content',
    ['--format', 'buffer', '--out', 'ROOT/content/posts'],
    1,
    'holds what you write',
  ],
  ['the same for lost files', ['reprint', '--out', 'ROOT/dist/x'], 1, 'everybody can read'],
  ['a folder for nothing', ['--out', 'ROOT/out'], 2, 'Say what the files are for: --format buffer --out'],
])('refuses %s', async (_, args, status, said) => {
  const { root, queue } = site()
  const ended = await queue(...args.map((each) => each.replace('ROOT', root)))
  expect(ended).toMatchObject({ status, stderr: expect.stringContaining(said) })
  expect(readdirSync(root).sort()).toEqual(['content'])
})

it('takes away what a killed export left', async () => {
  const { root, exported } = site()
  mkdirSync(join(root, 'content/handovers'))
  mkdirSync(join(root, 'out'))
  const name = '20261201T060000Z-790c36'
  for (const file of [`content/handovers/${name}.jsonl`, `out/buffer-linkedin-${name}.csv`])
    writeFileSync(join(root, `${file}.1a2b3c4d.part`), '')
  await exported()
  const files = ['content/handovers', 'out'].flatMap((folder) => readdirSync(join(root, folder)))
  expect(files).toHaveLength(3)
  expect(files.filter((file) => file.endsWith('.part'))).toEqual([])
})

it('sees what somebody else handed over and pushed, and asks for as much', async () => {
  const { root: first, exported } = site()
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@notes.example', ...args], {
      cwd,
      stdio: 'pipe',
    })
  git(first, 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git')
  git(first, 'init', '--quiet', '--initial-branch=main')
  git(first, 'add', 'content')
  git(first, 'commit', '--quiet', '--message', 'one')
  git(first, 'remote', 'add', 'origin', join(first, 'origin.git'))
  git(first, 'push', '--quiet', '--set-upstream', 'origin', 'main')
  const second = scratchSite({})
  cpSync(join(first, '.git'), join(second, '.git'), { recursive: true })
  git(second, 'checkout', '--quiet', '--force', 'main')

  expect((await exported()).stdout).toContain('1. Commit and push `content/handovers`')
  git(first, 'add', 'content')
  git(first, 'commit', '--quiet', '--message', 'two')
  git(first, 'push', '--quiet')
  const at = ['--root', second, '--now', now, '--rehearsal']
  const other = await runColdread(['queue', '--format', 'buffer', '--out', join(second, 'out'), ...at])
  expect(other).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Your checkout is 1 commit behind its upstream/),
  })
  expect(existsSync(join(second, 'out'))).toBe(false)
})
