import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = '2026-12-10T09:00'
const site = () => {
  const root = scratchSite({
    'content/plan.yaml': `${plan}requires: [approval]\n`,
    'content/authors.yaml': 'mari: { name: Mari Mets }\njaan: { name: Jaan Tamm }\n',
    'content/posts/how-often.mdx': post('How often?'),
    'content/posts/how-long.mdx': post('How long?'),
  })
  execFileSync('git', ['init', '-q', root])
  return root
}
const run = (root: string, ...args: string[]) => runColdread([...args, '--root', root, '--now', now])
const called = (root: string, name: string) => execFileSync('git', ['-C', root, 'config', 'user.name', name])

it('approves several posts, which a later change of one makes void', async () => {
  const root = site()
  expect(await run(root, 'approve', 'how-often', 'how-long', '--by', 'jaan')).toEqual({
    status: 0,
    stdout: 'how-often: approved by jaan\nhow-long: approved by jaan\n',
    stderr: '',
  })
  const file = join(root, 'content/posts/how-often.mdx')
  const written = readFileSync(file, 'utf8')
  expect(written.replace(/\napproved: \{ by: jaan, hash: "?[0-9a-f]{16}"? \}/, '')).toBe(post('How often?'))
  expect((await run(root, 'show', 'how-often')).stdout).toMatch(/^state +live$/m)
  expect((await run(root, 'approve', 'how-often', '--by', 'mari')).stdout).toBe(
    'how-often: approved as it is already, by jaan\n',
  )

  appendFileSync(file, 'One more line.\n')
  const shown = (await run(root, 'show', 'how-often')).stdout
  expect(shown).toMatch(/^state +unapproved$/m)
  expect(shown).toMatch(/^approved +void: jaan approved another text than this; approve it anew$/m)
  expect((await run(root, 'approve', 'how-often', '--by', 'mari')).stdout).toBe(
    'how-often: approved anew by mari\n',
  )
  expect((await run(root, 'show', 'how-often')).stdout).toMatch(/^state +live$/m)
})

it.each(['Mari Mets', 'mari', 'MARI METS'])('knows from git who approves: %s', async (name) => {
  const root = site()
  called(root, name)
  expect((await run(root, 'approve', 'how-often')).stdout).toBe('how-often: approved by mari\n')
})

it('keeps what is approved out of the build once it changes, and says so', async () => {
  const root = site()
  await run(root, 'approve', 'how-often', 'how-long', '--by', 'jaan')
  appendFileSync(join(root, 'content/posts/how-often.mdx'), 'One more line.\n')
  const { status, stdout } = await run(root, 'build')
  expect(status).toBe(0)
  expect(stdout).toContain('1 post live')
  expect(stdout).toContain('1 unapproved')
  expect(stdout).toContain('changed since they were approved, so not live: how-often\n')
})

it('shows on the board what has changed since it was approved, and opens no door in its pages', async () => {
  const root = site()
  await run(root, 'approve', 'how-often', 'how-long', '--by', 'jaan')
  appendFileSync(join(root, 'content/posts/how-often.mdx'), 'One more line.\n')
  expect((await run(root, 'board')).status).toBe(0)
  const page = (name: string) => readFileSync(join(root, '.coldread/board', name, 'index.html'), 'utf8')
  expect(page('pipeline')).toMatch(/approve it anew: it has changed since <code>jaan<\/code> did/)
  expect(page('calendar')).not.toMatch(/move-door|<script/)
})

it.each([
  [['how-often', '--by', 'jan'], 'There is nobody called jan: did you mean jaan?'],
  [['how-often', '--by', 'eve_of_destruction'], 'content/authors.yaml has mari, jaan.'],
  [
    ['how-often'],
    'git calls you Eve, and nobody in content/authors.yaml is called that: say who approves with --by',
  ],
  [['how-often', 'how-lang', '--by', 'jaan'], 'There is no post how-lang. Did you mean how-long?'],
])('refuses %j, and writes nothing', async (args, reason) => {
  const root = site()
  called(root, 'Eve')
  const ended = await run(root, 'approve', ...args)
  expect(ended).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(reason) })
  expect(readFileSync(join(root, 'content/posts/how-often.mdx'), 'utf8')).toBe(post('How often?'))
})

it('does not approve a post that is retired', async () => {
  const root = site()
  const old = '---\ntitle: Old\nstatus: retired\nredirectTo: how-often\n---\n'
  writeFileSync(join(root, 'content/posts/old.mdx'), old)
  await run(root, 'approve', 'how-often', '--by', 'jaan')
  const { status, stderr } = await run(root, 'approve', 'old', '--by', 'jaan')
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('old is retired') })
})
