import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = '2026-11-22T09:00'
const howOften = post('How often?').replaceAll('\n', '\r\n')
const file = 'content/posts/how-often.mdx'
const idea = 'content/posts/an-idea.mdx'
const site = () =>
  scratchSite({
    'content/plan.yaml': `${plan}blackouts: [2026-12-24]\n`,
    [file]: `\uFEFF${howOften}`,
    [idea]: '---\ntitle: An idea\n---\n',
    'content/activities/2026-12.yaml': '- title: Fair\n  at: 2026-12-05 # all day\n',
  })
const move = (root: string, ...args: string[]) => runColdread(['move', ...args, '--root', root, '--now', now])
const read = (root: string, path = file) => readFileSync(join(root, path), 'utf8')

it('moves a post by its bytes alone, and takes it back', async () => {
  const root = site()
  expect(await move(root, 'how-often', '2026-12-15')).toEqual({
    status: 0,
    stdout: `how-often: \`publish\` is 2026-12-15 now, not 2026-12-08, in ${file}.\n`,
    stderr: 'Take it back with: npm run coldread -- move --undo\n',
  })
  expect(read(root)).toBe(`\uFEFF${howOften.replace('2026-12-08', '2026-12-15')}`)
  expect((await move(root, idea, 'next')).stdout).toBe(
    `an-idea: \`planned\` is 2026-11-24 now, in ${idea}. That is a soft day; \`publish\` makes it a promise.\n`,
  )
  expect(read(root, idea)).toBe('---\ntitle: An idea\nplanned: 2026-11-24\n---\n')
  expect((await move(root, 'activity/2026-12/1', '2026-12-06 10:00')).status).toBe(0)
  expect(read(root, 'content/activities/2026-12.yaml')).toBe(
    '- title: Fair\n  at: 2026-12-06 10:00 # all day\n',
  )

  expect((await move(root, '--undo')).stdout).toBe(
    'activity/2026-12/1: `at` is 2026-12-05 now, not 2026-12-06 10:00, in content/activities/2026-12.yaml.\n',
  )
  expect((await move(root, '--undo')).stdout).toBe(
    `an-idea: \`planned\` is gone again from ${idea}; it was 2026-11-24.\n`,
  )
  expect((await move(root, '--undo')).status).toBe(0)
  expect(read(root)).toBe(`\uFEFF${howOften}`)
  expect(read(root, idea)).toBe('---\ntitle: An idea\n---\n')
  expect(await move(root, '--undo')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'No move is left to take back.\n',
  })
})

it('takes a move back where the file was changed elsewhere since, and not where its line was', async () => {
  const root = site()
  await move(root, 'how-often', '2026-12-15')
  writeFileSync(join(root, file), read(root).replace('purpose: awareness', 'purpose: service'))
  expect((await move(root, '--undo')).status).toBe(0)
  expect(read(root)).toBe(`\uFEFF${howOften.replace('purpose: awareness', 'purpose: service')}`)

  await move(root, 'how-often', '2026-12-15')
  const changed = read(root).replace('2026-12-15', '2026-12-22')
  writeFileSync(join(root, file), changed)
  expect(await move(root, '--undo')).toEqual({
    status: 1,
    stdout: '',
    stderr: `${file} has changed since how-often was moved; write \`publish: 2026-12-08\` there yourself.\n`,
  })
  expect(read(root)).toBe(changed)
})

it('lets go of a move that cannot be taken back, so that those before it can be', async () => {
  const root = site()
  await move(root, idea, '2026-12-01')
  await move(root, 'how-often', '2026-12-15')
  writeFileSync(join(root, file), `\uFEFF${howOften}`)
  expect(await move(root, '--undo')).toMatchObject({
    status: 1,
    stderr: `${file} has changed since how-often was moved; write \`publish: 2026-12-08\` there yourself. \`--undo\` again takes back the move before it.\n`,
  })
  expect(read(root)).toBe(`\uFEFF${howOften}`)
  expect(await move(root, '--undo')).toMatchObject({ status: 0 })
  expect(read(root, idea)).toBe('---\ntitle: An idea\n---\n')
  expect((await move(root, '--undo')).stderr).toBe('No move is left to take back.\n')
})

it('says so where snippets have times of their own before the page', async () => {
  const snippets = `snippets:
  phone:
    - { at: 2026-12-10 10:00, text: Twice a week. }
    - { at: 2026-12-15 10:00, text: Just in time. }
    - { at: 2026-12-09 10:00, kind: tip, text: Leads nowhere. }
    - { at: +2d 10:00, text: Moves with its post. }
`
  const root = scratchSite({ [file]: post('How often?', 'Words.', snippets) })
  expect((await move(root, 'how-often', '2026-12-09')).stdout).not.toContain('before its page')
  expect((await move(root, 'how-often', '2026-12-15')).stdout).toContain(
    ' 1 snippet that leads to it has an `at` before its page can be there, and would wait until then.',
  )
  expect((await move(root, 'how-often', '2026-12-22')).stdout).toContain(
    ' 2 snippets that lead to it have an `at` before its page can be there, and would wait until then.',
  )
})

it('takes no move back to a day that was closed since', async () => {
  const root = site()
  await move(root, 'how-often', '2026-12-15')
  writeFileSync(join(root, 'content/plan.yaml'), `${plan}blackouts: [2026-12-08]\n`)
  const { status, stderr } = await move(root, '--undo')
  expect(status).toBe(1)
  expect(stderr).toContain(`${file}:6:10  \`2026-12-08\` is a day on which nothing goes out`)
  expect(stderr).toContain('Nothing was written.')
  expect(read(root)).toContain('publish: 2026-12-15')
})

it('says so where a post stands there already', async () => {
  const root = site()
  expect(await move(root, 'how-often', '2026-12-08')).toEqual({
    status: 0,
    stdout: `how-often is there already: \`publish: 2026-12-08\` in ${file}. Nothing was written.\n`,
    stderr: '',
  })
  expect(existsSync(join(root, '.coldread/moves.jsonl'))).toBe(false)
})

it.each([
  [
    ['how-often', '2026-12-24'],
    1,
    'how-often stays where it is: `2026-12-24` is a day on which nothing goes out — choose',
  ],
  [
    ['how-often', '2026-11-20'],
    1,
    'how-often stays where it is: `2026-11-20 09:00` is over — choose a time after',
  ],
  [['how-often', '2027-03-28 03:30'], 1, 'does not exist in Europe/Tallinn: the clocks change — write'],
  [['how-often', 'nxt'], 2, '`nxt` is no day — did you mean `next`?'],
  [['how-offen', 'next'], 2, 'There is no post `how-offen` — did you mean `how-often`?'],
  [['how-often'], 2, 'Say where to, as in'],
  [[], 2, 'Say what to move, and where to, as in'],
  [['how-often', '--undo'], 2, '--undo takes the last move back'],
  [['../../etc/passwd', '2026-12-15'], 2, 'There is no post `../../etc/passwd`'],
])('refuses %j, and writes nothing', async (args, status, reason) => {
  const root = site()
  const ended = await move(root, ...args)
  expect(ended).toEqual({ status, stdout: '', stderr: expect.stringContaining(reason) })
  expect(read(root)).toBe(`\uFEFF${howOften}`)
})

it('does not write through a link', async () => {
  const root = site()
  mkdirSync(join(root, 'content/kept'))
  renameSync(join(root, idea), join(root, 'content/kept/idea.txt'))
  symlinkSync('../kept/idea.txt', join(root, idea))
  const { status, stderr } = await move(root, 'an-idea', '2026-12-15')
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('is a link') })
  expect(read(root, 'content/kept/idea.txt')).toBe('---\ntitle: An idea\n---\n')
})

it('moves what a new blackout covers, though nothing can be built before', async () => {
  const root = site()
  writeFileSync(join(root, 'content/plan.yaml'), `${plan}blackouts: [2026-12-08]\n`)
  expect((await runColdread(['show', 'how-often', '--root', root, '--now', now])).status).toBe(1)
  expect((await move(root, 'how-often', 'next')).status).toBe(0)
  expect((await runColdread(['show', 'how-often', '--root', root, '--now', now])).status).toBe(0)
})

it('moves nothing in content that cannot be read', async () => {
  const root = site()
  writeFileSync(join(root, idea), '---\ntitle: "An idea\n---\n')
  const { status, stderr } = await move(root, 'how-often', '2026-12-15')
  expect(status).toBe(1)
  expect(stderr).toContain(`${idea}:2:`)
  expect(read(root)).toBe(`\uFEFF${howOften}`)
})

it('says so where posting tools have something of it already', async () => {
  const root = scratchSite({
    'content/plan.yaml': `${plan}  sky: { network: bluesky, times: [thu 12:00] }\n`,
    [file]: post('How often?', 'Words.', 'snippets: { sky: Twice a week. }\n'),
  })
  const out = join(root, 'exports')
  const handed = ['--format', 'jsonl', '--out', out, '--until', '2026-12-31', '--rehearsal']
  const exported = await runColdread(['queue', ...handed, '--root', root, '--now', now])
  expect(exported).toMatchObject({ status: 0 })
  expect((await move(root, 'how-often', '2026-12-15')).stdout).toContain(
    '1 thing of it was handed over before: `npm run queue` says what to change there.',
  )
  expect((await move(root, '--undo')).stdout).not.toContain('handed over')
})
