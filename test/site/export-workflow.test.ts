import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { formats } from '../../src/snippets/formats.ts'
import { packageRoot } from '../support/run-coldread.ts'

interface Step {
  id?: string
  uses?: string
  run?: string
}

const workflow = parse(readFileSync(`${packageRoot}.github/workflows/export-queue.yml`, 'utf8'))
const steps: Step[] = workflow.jobs.export.steps
const runOf = (id: string) => steps.find((step) => step.id === id)?.run ?? ''

let root: string
let clone: string

const git = (cwd: string, ...args: string[]) =>
  spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd,
    encoding: 'utf8',
  })

/** Runs a step as the runner does. */
function runStep(id: string, env: Record<string, string>) {
  const { PATH, HOME } = process.env
  const ended = spawnSync('bash', ['-e', '-c', runOf(id)], {
    cwd: clone,
    encoding: 'utf8',
    env: { PATH: `${root}/bin:${PATH}`, HOME, GITHUB_STEP_SUMMARY: join(root, 'summary.md'), ...env },
  })
  return { ...ended, summary: readFileSync(join(root, 'summary.md'), 'utf8') }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coldread-workflow-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  clone = join(root, 'clone')
  writeFileSync(join(root, 'summary.md'), '')
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git')
  git(root, 'clone', '--quiet', 'origin.git', 'clone')
  writeFileSync(join(clone, 'README.md'), 'Notes\n')
  git(clone, 'checkout', '--quiet', '-b', 'main')
  git(clone, 'add', '.')
  git(clone, 'commit', '--quiet', '--message', 'begin')
  git(clone, 'push', '--quiet', 'origin', 'main')
  mkdirSync(join(root, 'bin'))
  writeFileSync(join(root, 'bin/npm'), '#!/bin/bash\nprintf "%s\\n" "$@"\nexit $NPM_STATUS\n', {
    mode: 0o755,
  })
})

const handOver = () => {
  mkdirSync(join(clone, 'content/handovers'), { recursive: true })
  writeFileSync(join(clone, 'content/handovers/20261122T090000Z-abc.jsonl'), '{}\n')
}

describe('the button that exports the queue', () => {
  it('offers every format', () => {
    expect(workflow.on.workflow_dispatch.inputs.format.options).toEqual([...Object.keys(formats), 'other'])
  })

  it('runs one at a time, and shows its files only after they are remembered', () => {
    expect(workflow.concurrency).toEqual({ group: 'export-queue', 'cancel-in-progress': false })
    const order = steps.map(({ id, uses }) => id ?? uses?.replace(/@.*/, ''))
    expect(order.indexOf('remember')).toBeGreaterThan(order.indexOf('queue'))
    expect(order.indexOf('actions/upload-artifact')).toBeGreaterThan(order.indexOf('remember'))
    expect(steps.map(({ run = '' }) => run).join()).not.toMatch(/--force|\$\{\{/)
  })

  it.each<[Record<string, string>, string[]]>([
    [{ WHAT: 'export', FORMAT: 'buffer' }, ['--format', 'buffer', '--out', 'handover']],
    [
      { WHAT: 'export', FORMAT: 'x y', UNTIL: '2026-12-31', CHANNEL: 'sky  work' },
      ['--format', 'x y', '--out', 'handover', '--until', '2026-12-31', '--channel', 'sky', 'work'],
    ],
    [{ WHAT: 'confirm', FORMAT: 'buffer' }, ['confirm']],
    [{ WHAT: 'undo', NAME: '2026-abc' }, ['undo', '2026-abc']],
    [{ WHAT: 'status' }, ['status']],
    [{ WHAT: 'status', NAME: '2026-abc' }, ['status', '2026-abc']],
    [{ WHAT: 'reprint', NAME: '2026-abc' }, ['reprint', '2026-abc', '--out', 'handover']],
    [{ WHAT: 'refuse', ROW: 'a/sky/1/1' }, ['refuse', 'a/sky/1/1']],
    [
      { WHAT: 'removed', ROW: 'a/sky/1/1', NAME: '2026-abc' },
      ['removed', 'a/sky/1/1', '--export', '2026-abc'],
    ],
  ])('asks for %j', (env, args) => {
    const { status, summary } = runStep('queue', {
      FORMAT: '',
      UNTIL: '',
      CHANNEL: '',
      NAME: '',
      ROW: '',
      ...env,
    })
    expect(status).toBe(0)
    expect(summary).toBe(['```text', 'run', '--silent', 'queue', '--', ...args, '```', ''].join('\n'))
  })

  it('says one thing of several posts, one after the other', () => {
    const env = { WHAT: 'removed', ROW: ' a/sky/1/1  b/sky/1/1', NAME: '', CHANNEL: '' }
    expect(runStep('queue', env).summary.match(/\S+\/1$/gm)).toEqual(['a/sky/1/1', 'b/sky/1/1'])
  })

  it('asks for the id where it is not given', () => {
    const { status, summary } = runStep('queue', { WHAT: 'refuse', ROW: '', NAME: '', CHANNEL: '' })
    expect(status).toBe(2)
    expect(summary).toContain('Write the id of the post.')
  })

  it('offers everything that its summary may ask for', () => {
    expect(workflow.on.workflow_dispatch.inputs.what.options).toEqual(
      expect.arrayContaining(['confirm', 'undo', 'refuse', 'removed', 'reprint', 'status']),
    )
  })

  it('leaves behind what a killed export left', () => {
    handOver()
    const file = '20261122T090000Z-abd.jsonl.1a2b3c4d.part'
    writeFileSync(join(clone, 'content/handovers', file), '{')
    runStep('remember', { WHAT: 'export', BRANCH: 'main' })
    expect(git(root, '--git-dir=origin.git', 'ls-tree', '-r', '--name-only', 'main').stdout).toBe(
      'README.md\ncontent/handovers/20261122T090000Z-abc.jsonl\n',
    )
  })

  it('fails where the queue refuses, and says why', () => {
    const { status, summary } = runStep('queue', { WHAT: 'confirm', NAME: '', CHANNEL: '', NPM_STATUS: '1' })
    expect(status).toBe(1)
    expect(summary).toContain('confirm')
    expect(summary).toContain('Nothing of this is remembered.')
  })

  it('remembers what was handed over', () => {
    handOver()
    expect(runStep('remember', { WHAT: 'export', BRANCH: 'main' })).toMatchObject({ status: 0, summary: '' })
    expect(git(root, '--git-dir=origin.git', 'log', '--format=%s', 'main').stdout).toBe(
      'content/handovers: export\nbegin\n',
    )
  })

  it('does nothing where nothing was handed over', () => {
    expect(runStep('remember', { WHAT: 'export', BRANCH: 'main' })).toMatchObject({ status: 0, summary: '' })
  })

  it('gives way to what was pushed meanwhile, and says so', () => {
    git(root, 'clone', '--quiet', 'origin.git', 'other')
    writeFileSync(join(root, 'other/README.md'), 'Other notes\n')
    git(join(root, 'other'), 'commit', '--quiet', '--all', '--message', 'meanwhile')
    git(join(root, 'other'), 'push', '--quiet', 'origin', 'main')
    handOver()
    const { status, summary, stdout } = runStep('remember', { WHAT: 'export', BRANCH: 'main' })
    expect(status).toBe(1)
    expect(stdout).toContain('::error::Something else was pushed meanwhile')
    expect(summary).toContain('Nothing was handed over: run this again.')
    expect(git(root, '--git-dir=origin.git', 'log', '--format=%s', 'main').stdout).toBe('meanwhile\nbegin\n')
  })
})
