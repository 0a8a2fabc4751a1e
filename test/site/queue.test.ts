import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hashesOf } from '../support/built-site.ts'
import { packageRoot, plainEnv, runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const channels = `${plan}  linkedin:
    network: linkedin
    times: [tue 11:00, thu 11:00]
    dimmers: { link: 1/week, tip: 2/week, offer: off }
  bluesky: { network: bluesky, times: [wed 12:00] }
blackouts: [2026-12-11/2026-12-12]
`
const snippets = `snippets:
  linkedin: Two posts a week that you keep beat seven that you do not.
  bluesky:
    - { kind: tip, at: +2d 09:00, text: Round your number of posts down. }
`
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const now = '2026-12-01T08:00'

function site(fields = snippets, more: Record<string, string | Uint8Array> = {}) {
  const root = scratchSite({
    'content/plan.yaml': channels,
    'content/posts/is-it-good.mdx': post('Is it good?', 'Text.', fields),
    ...more,
  })
  const out = join(root, 'out')
  const queue = (...args: string[]) =>
    runColdread(['queue', ...args, '--root', root, '--rehearsal'], { env: { COLDREAD_NOW: now } })
  const at = (time: string, ...args: string[]) => queue(...args, '--now', time)
  const exported = (time = now) => at(time, '--format', 'buffer', '--out', out)
  const ledger = () => {
    const folder = join(root, 'content/handovers')
    return existsSync(folder) ? readdirSync(folder).sort() : []
  }
  const edit = (from: string, to: string) => {
    const file = join(root, 'content/posts/is-it-good.mdx')
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
  }
  return { root, out, queue, at, exported, ledger, edit }
}

it('hands over once, holds what changed until its older form is gone, and hands that over', async () => {
  const { out, queue, exported, ledger, edit } = site()
  const first = await exported()
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toContain('set the time zone to Europe/Tallinn')
  const name = /-- confirm (\S+)/.exec(first.stdout)?.[1] as string
  const files = readdirSync(out).filter((file) => file.startsWith('buffer-'))
  expect(files).toEqual([`buffer-bluesky-${name}.csv`, `buffer-linkedin-${name}.csv`])
  expect(readFileSync(join(out, files[1] as string), 'utf8')).toBe(
    'Text,Image URL,Tags,Posting Time\r\nTwo posts a week that you keep beat seven that you do not. https://notes.example/is-it-good/,,,2026-12-08 11:00\r\n',
  )
  expect(ledger()).toEqual([`${name}.jsonl`])

  const again = await exported()
  expect(again.stdout).toMatch(/^Nothing new for Buffer until .*: 2 posts handed over already, as wanted\./)
  expect(ledger()).toHaveLength(1)

  expect((await queue('confirm')).stdout).toBe(`\`${name}\` is confirmed: the tool has 2 posts.\n`)
  expect((await queue('confirm', name)).stdout).toBe(`\`${name}\` is confirmed already.\n`)
  edit('Round your', 'Always round your')
  const held = await exported()
  expect(held.stdout).toMatch(
    /Remove these first, in the tool\n {2}Thu 10 Dec 09:00 bluesky {4}Round your number of posts down\.\n {4}in Buffer; then: npm run queue -- removed is-it-good\/bluesky\/1\/1\n\nHeld back\n/,
  )
  expect((await queue('removed', 'is-it-good/bluesky/1/1')).status).toBe(0)
  expect((await exported()).stdout).toMatch(/buffer-bluesky-\S+\.csv/)
  // Both were made in one second, so that either may come first.
  const { stdout: status } = await queue('status')
  expect(status).toMatch(/ confirmed 1 confirmed, 1 removed\n/)
  expect(status).toMatch(/ open {6}1 open\n/)
  expect((await queue('verify')).stdout).toBe('10 lines are as they were written: 2 exports, 3 rows.\n')
})

it('prints an open export again byte for byte, and never one that was uploaded', async () => {
  const { root, out, queue, exported } = site()
  await exported()
  const whole = hashesOf(out)
  const review = readdirSync(out).find((file) => file.startsWith('review-')) as string
  rmSync(join(out, review))
  const files = hashesOf(out)
  rmSync(out, { recursive: true })
  expect((await exported()).stdout).toMatch(
    /Open, and not in this folder: was this uploaded\?\n.*\n {4}if so: npm run queue -- confirm \S+\n {4}if not, and its files are lost: npm run queue -- reprint/,
  )
  expect((await queue('reprint', '--out', join(root, 'again'))).status).toBe(0)
  expect(hashesOf(join(root, 'again'))).toEqual(files)
  expect(whole).not.toEqual(files)
  await queue('confirm')
  const name = (await queue('status')).stdout.split(' ')[0] as string
  expect(await queue('reprint', name, '--out', join(root, 'twice'))).toMatchObject({
    status: 1,
    stderr: `\`${name}\` was uploaded already. Uploading it again would post it twice.\n`,
  })
  expect((await queue('undo', name)).stderr).toContain('was confirmed, so the tool has it')
  expect((await queue('refuse', 'is-it-good/linkedin/1/1', '--why', 'too long')).status).toBe(0)
  expect((await exported()).stdout).toMatch(/buffer-linkedin-\S+\.csv/)
})

it('shows what goes out, in 80 columns and without color where nobody looks', async () => {
  const { queue, exported, at } = site()
  const agenda = await queue()
  expect(agenda.stdout).toContain('Tuesday 8 December\n  11:00  linkedin   link     Two posts a week')
  expect(agenda.stdout).toContain(
    'Empty times\n  linkedin   Tue 1 Dec 11:00, Thu 3 Dec 11:00, Thu 10 Dec 11:00\n',
  )
  expect(agenda.stdout).toMatch(/ {2}linkedin {3}tip {17}0 {11}0 {3}2 a week/)
  expect(Math.max(...agenda.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  await exported()
  expect((await queue()).stdout).toContain('Open: was this uploaded?')
  expect((await at('2026-12-09T08:00')).stdout).not.toContain('Missed')
  expect((await queue('--channel', 'bluesky')).stdout).not.toContain('linkedin')
  expect((await queue('--from', '2027-02-01')).stdout).toContain('Nothing.')
})

it('lists what nobody handed over, and never sends it late', async () => {
  const { at, exported, ledger } = site()
  const late = await exported('2026-12-09T08:00')
  expect(late.stdout).toMatch(/Missed: too late for this tool\n {2}Tue 8 Dec 11:00 {2}linkedin/)
  expect(late.stdout).not.toContain('buffer-linkedin')
  expect((await at('2026-12-20T08:00')).stdout).toMatch(
    /Time has passed: before the first export, so nobody knows what went out\n {2}Tue 8 Dec 11:00/,
  )
  expect(ledger()).toHaveLength(1)
})

it.each<[string, string, string]>([
  [
    'a time in a gap',
    '- { kind: tip, at: 2027-03-28 03:30, text: Hello there. }',
    '`2027-03-28 03:30` does not exist',
  ],
  [
    'a blackout',
    '- { kind: tip, at: 2026-12-11 09:00, text: Hello there. }',
    '`2026-12-11` is a day on which nothing goes out',
  ],
  ['a formula', '- { kind: tip, at: 2026-12-10 09:00, text: "=SUM(A1)" }', 'the words begin with `=`'],
  [
    'too long',
    `- { kind: tip, at: 2026-12-10 09:00, text: "${'word '.repeat(700)}" }`,
    'LinkedIn takes 3,000',
  ],
])('holds back %s, and says where and why', async (_, snippet, what) => {
  const { root, queue, exported, ledger } = site(`snippets:\n  linkedin:\n    ${snippet}\n`)
  const { stdout, status } = await exported()
  expect(status).toBe(0)
  expect(stdout).toContain(what)
  expect(ledger()).toEqual([])
  expect(existsSync(join(root, 'out'))).toBe(false)
  expect((await queue('--until', '2027-04-01')).stdout).toMatch(
    /error {3}content\/posts\/is-it-good\.mdx:\d+:\d+ {2}/,
  )
})

it.each<
  [
    string,
    (at: ReturnType<typeof site>) => Promise<{ status: number | null; stderr: string }>,
    number,
    RegExp,
  ]
>([
  [
    'an unknown channel',
    ({ queue }) => queue('--channel', 'linkdin'),
    2,
    /no channel linkdin\. Did you mean linkedin\?/,
  ],
  [
    'an unknown format',
    ({ queue, out }) => queue('--format', 'bufer', '--out', out),
    2,
    /Did you mean buffer\?/,
  ],
  ['an unknown command', ({ queue }) => queue('confrim'), 2, /Did you mean queue confirm\?/],
  ['an unknown export', ({ queue }) => queue('undo', '2026'), 2, /There is no export `2026`\./],
  [
    'an unknown row',
    ({ queue }) => queue('refuse', 'is-it-good'),
    2,
    /No row `is-it-good` was handed over\./,
  ],
  ['no folder', ({ queue }) => queue('--format', 'buffer'), 2, /--out DIR/],
  ['nothing open', ({ queue }) => queue('confirm'), 1, /^No export is open\.\n$/],
  ['no such day', ({ queue }) => queue('--until', '2026-02-30'), 2, /that month ends on 2026-02-28/],
  [
    'a channel in a post',
    ({ edit, queue }) => {
      edit('bluesky:', 'blusky:')
      return queue()
    },
    1,
    /the plan has no channel `blusky` — did you mean `bluesky`\?/,
  ],
  [
    'a folder that is a file',
    ({ out, exported }) => {
      writeFileSync(out, '')
      return exported()
    },
    1,
    /^Nothing was handed over: in .*out.*, a file is in its place\.\n$/,
  ],
])('refuses %s in one sentence, and leaves the ledger as it is', async (_, spoil, status, said) => {
  const at = site()
  const ended = await spoil(at)
  expect(ended.stderr).toMatch(said)
  expect(ended.status).toBe(status)
  expect(at.ledger()).toEqual([])
})

it('refuses where a line of the ledger was edited, its time lies ahead, or the upstream is ahead', async () => {
  const { root, exported, queue, ledger, at } = site()
  await exported()
  const file = join(root, 'content/handovers', ledger()[0] as string)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('Round', 'Found'))
  const edited = await exported()
  expect(edited.status).toBe(1)
  expect(edited.stderr).toMatch(
    /content\/handovers\/\S+\.jsonl:\d:1 {2}this line was changed after it was written/,
  )
  expect((await queue('verify')).status).toBe(1)
  writeFileSync(file, text)
  const early = await at('2026-11-30T08:00', '--format', 'buffer', '--out', join(root, 'early'))
  expect(early.stderr).toMatch(
    /^The ledger was last written at 2026-12-01T06:00:00Z, and now is 2026-11-30T06:00:00Z\./,
  )

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@notes.example', ...args], {
      cwd: root,
      stdio: 'pipe',
    })
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['commit', '-q', '--allow-empty', '-m', 'one'],
    ['branch', 'upstream'],
  ])
    git(...args)
  git('branch', '-q', '--set-upstream-to=upstream')
  git('worktree', 'add', '-q', join(root, 'other'), 'upstream')
  git('-C', join(root, 'other'), 'commit', '-q', '--allow-empty', '-m', 'two')
  expect((await exported()).stderr).toMatch(/^Your checkout is 1 commit behind its upstream/)
  expect((await queue('--format', 'buffer', '--out', join(root, 'o'), '--offline')).status).toBe(0)
})

it('lets one hand over at a time, and is not kept by one that died', async () => {
  const { root, exported, ledger } = site()
  const lock = `
    import { withQueueLock } from '${packageRoot}plugins/queue/lock-queue.ts'
    withQueueLock('${root}', () => { console.log('held'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', lock], { env: plainEnv })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const waited = await exported()
  expect(waited.stderr).toMatch(/^Someone else is handing over right now/)
  expect(ledger()).toEqual([])
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  const two = await Promise.all([exported(), exported()])
  expect(two.map(({ status }) => status)).toEqual([0, 0])
  expect(ledger()).toHaveLength(1)
})

it('publishes the image of a snippet before its post, and nothing else of it', async () => {
  const image = `snippets:
  linkedin:
    - { kind: tip, at: +1d 11:00, text: Two posts a week., image: { src: ./week.png, alt: A week } }
    - { kind: tip, at: +40d 11:00, text: Words for a later day., image: { src: ./later.png, alt: A day } }
`
  const later = Buffer.concat([png.subarray(0, -12), Buffer.alloc(12), png.subarray(-12)])
  const { root, exported, out } = site(image, {
    'content/posts/week.png': png,
    'content/posts/later.png': later,
    'content/posts/live.mdx': post('Is it live?').replace('2026-12-08', '2026-11-10'),
  })
  const said = (await exported()).stdout
  expect(said).toContain('1. Build and publish the site first: the tool fetches 1 image from it')
  const file = readdirSync(out).find((name) => name.startsWith('buffer-')) as string
  const address = /https:\/\/notes\.example\/(m\/[\da-f]{16}\.png)/.exec(
    readFileSync(join(out, file), 'utf8'),
  )
  const built = await runColdread(['build', '--root', root, '--now', now])
  expect(built).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(join(root, 'dist/m'))).toHaveLength(1)
  expect(readFileSync(join(root, 'dist', address?.[1] as string))).toEqual(png)
  expect(existsSync(join(root, 'dist/is-it-good'))).toBe(false)
})
