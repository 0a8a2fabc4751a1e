import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { savedLinter } from '../../../plugins/astro/lint-saved.ts'
import { beginRun } from '../../../plugins/astro/run.ts'
import { watchLint } from '../../../plugins/lint/run/watch.ts'
import { post, scratchSite } from '../../support/scratch-site.ts'

const now = '2027-01-15T09:00:00Z'
const look = { columns: 80, style: (_format: string, text: string) => text }
const quiet = 'lint: { off: { search-internal-links: small } }\n'
const site = () =>
  scratchSite({
    'content/posts/a.mdx': post('What is a?', 'Load it.', quiet),
    'content/posts/b.mdx': post('What is b?', 'Load the YKWJ.', quiet),
  })
const write = (root: string, body: string) =>
  writeFileSync(join(root, 'content/posts/a.mdx'), post('What is a?', body, quiet))

it('says after each save what is new, and where', async () => {
  const root = site()
  const said: string[] = []
  const command = { root, now, paths: [], format: 'pretty', cwd: root, baseline: true } as const
  onTestFinished(
    watchLint(
      () => command,
      look,
      (text) => void said.push(text),
    ),
  )
  expect(said).toEqual([expect.stringContaining('`YKWJ` is never spelled out')])
  write(root, 'Load the XQZV.')
  await vi.waitFor(() => expect(said).toHaveLength(2), 5000)
  expect(said[1]).toContain('`XQZV` is never spelled out')
  expect(said[1]).not.toContain('`YKWJ`')
  expect(said[1]).toMatch(/ in all\.$/m)
})

it('follows a file that is replaced, taken away and put back', async () => {
  const root = site()
  const file = join(root, 'content/posts/a.mdx')
  const said: string[] = []
  const command = { root, now, paths: [file], format: 'pretty', cwd: root, baseline: true } as const
  onTestFinished(
    watchLint(
      () => command,
      look,
      (text) => void said.push(text),
    ),
  )
  const follows = async (change: () => void, words: string) => {
    change()
    await vi.waitFor(() => expect(said.at(-1)).toContain(words), 5000)
  }
  const replace = (word: string) => {
    writeFileSync(`${root}/beside`, post('What is a?', `Load the ${word}.`, quiet))
    renameSync(`${root}/beside`, file)
  }
  await follows(() => replace('XQZV'), '`XQZV` is never')
  await follows(() => replace('QXVW'), '`QXVW` is never')
  await follows(() => rmSync(file), 'There is no file or folder')
  await follows(() => replace('VWQX'), '`VWQX` is never')
})

it('follows a folder that is taken away and put back', async () => {
  const root = site()
  const said: string[] = []
  const command = { root, now, paths: [], format: 'pretty', cwd: root, baseline: true } as const
  onTestFinished(
    watchLint(
      () => command,
      look,
      (text) => void said.push(text),
    ),
  )
  renameSync(join(root, 'content'), join(root, 'aside'))
  await vi.waitFor(() => expect(said.at(-1)).toContain('There is no content/'), 5000)
  renameSync(join(root, 'aside'), join(root, 'content'))
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(1), 5000)
  write(root, 'Load the XQZV.')
  await vi.waitFor(() => expect(said.at(-1)).toContain('`XQZV` is never'), 5000)
})

it('says in few lines what is to mend in a file that was saved, and once that it is fine', () => {
  const root = site()
  const lint = savedLinter(root, look)
  const save = (body: string) => {
    write(root, body)
    return lint(beginRun(root, now, true), ['content/posts/a.mdx'])
  }
  const fine = save('Load it.')
  expect(save('Load the XQZV.')).toMatch(/a\.mdx:9:10 {2}warning {2}`XQZV` is never spelled out/)
  expect([fine, save('Load it.'), save('Load it now.')].join('\n')).not.toContain('XQZV')
})
