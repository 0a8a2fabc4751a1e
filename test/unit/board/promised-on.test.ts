import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { promisedOn } from '../../../plugins/board/promised-on.ts'

const folder = mkdtempSync(join(tmpdir(), 'coldread-promises-'))
const site = join(folder, 'site')
const posts = join(site, 'content/posts')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function git(...args: string[]): void {
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example', '-c', 'commit.gpgsign=false', ...args],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
}

/** Writes posts and commits them at a moment. */
function commit(instant: string, entries: Record<string, string>): void {
  for (const [name, lines] of Object.entries(entries))
    writeFileSync(
      join(posts, name),
      `---\ntitle: A post\n${lines}\n---\npublish: 2026-01-01 is no promise here.\n`,
    )
  git('add', '.')
  process.env.GIT_COMMITTER_DATE = instant
  git('commit', '--quiet', '--message', '@2026-01-01T00:00:00Z\n\n+publish: 2026-01-01')
  delete process.env.GIT_COMMITTER_DATE
}

beforeAll(() => {
  mkdirSync(posts, { recursive: true })
  git('init', '--quiet')
  commit('2026-11-01T09:00:00+02:00', {
    'moved.mdx': 'publish: 2026-11-10',
    'afterwards.mdx': 'publish: 2026-10-01 # it had been live for a month',
    'later.mdx': 'status: draft',
    'ä b.mdx': `publish: "2026-11-01 12:00"`,
    'odd.mdx': 'publish: soon',
  })
  commit('2026-11-12T09:00:00+02:00', {
    'moved.mdx': 'publish: 2026-11-24',
    'later.mdx': 'status: ready\npublish: 2026-12-01 09:00',
  })
  commit('2026-11-30T23:30:00Z', { 'odd.mdx': 'publish: 2026-11-30' })
})

it.each([
  ['the day that was promised first, though it was moved', 'moved', '2026-11-10'],
  ['nothing, where the day was over when it was committed', 'afterwards', undefined],
  ['a promise that came later', 'later', '2026-12-01'],
  ['a post with an unusual name', 'ä b', '2026-11-01'],
  ["nothing, where the day was over in the plan's zone", 'odd', undefined],
  ['nothing of a post that never was', 'none', undefined],
])('finds %s', (_, name, expected) => {
  expect(promisedOn(site, 'Europe/Tallinn')(`content/posts/${name}.mdx`)).toBe(expected)
})

it('knows nothing where there is no git', () => {
  const bare = mkdtempSync(join(tmpdir(), 'coldread-no-git-'))
  expect(promisedOn(bare, 'Europe/Tallinn')('content/posts/moved.mdx')).toBeUndefined()
  rmSync(bare, { recursive: true })
})
