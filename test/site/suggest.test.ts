import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const file = 'content/posts/how-often.mdx'
const site = () =>
  scratchSite({
    'content/plan.yaml': `${plan}  fans: { network: mastodon, dimmers: { question: 1/week } }\n`,
    [file]: post('How often should your shop post?', 'Words.', 'topics: [cadence]\n'),
  })
const args = (root: string) => ['suggest', 'how-often', '--root', root, '--now', '2026-11-23T09:00']

it('prints suggestions to paste, and writes nothing', async () => {
  const root = site()
  const before = readFileSync(join(root, file), 'utf8')
  const { status, stdout, stderr } = await runColdread(args(root))
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: 'snippets:\n  fans:\n    - kind: question\n      text: How often should your shop post?\n',
  })
  expect(stderr).toContain('Nothing was written.')
  expect(readFileSync(join(root, file), 'utf8')).toBe(before)
})

it('writes them when asked, and then has nothing more to say', async () => {
  const root = site()
  const { status, stderr } = await runColdread([...args(root), '--write'])
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringContaining(`They are in ${file} now.`),
  })
  expect(readFileSync(join(root, file), 'utf8')).toContain(
    'snippets:\n  fans:\n    - kind: question\n      text: How often should your shop post?\n---\n',
  )
  const again = await runColdread(args(root))
  expect(again).toEqual({ status: 0, stdout: expect.stringMatching(/^Nothing to suggest/), stderr: '' })
})

it.each([
  ['how-offen', ' Did you mean how-often?'],
  ['often', ' Did you mean how-often?'],
  ['zebra', ''],
])('says which post is meant by %s', async (name, meant) => {
  const { status, stderr } = await runColdread(['suggest', name, '--root', site()])
  expect({ status, stderr }).toEqual({ status: 2, stderr: `There is no post ${name}.${meant}\n` })
})
