import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { QueueRefusal } from './queue-refusal.ts'

/** Milliseconds that an upstream may take to answer. */
const patience = 20_000

/**
 * Asks the upstream of a checkout whether it is ahead, and refuses where it is, or where that cannot be told: something
 * may have been handed over there. Nobody is asked for a password, and it ends in time.
 */
export function refuseBehindUpstream(root: string, wait = patience): void {
  const upstream = upstreamOf(root)
  if (!upstream) return
  const { remote, merge } = upstream
  if (remote !== here) {
    const args = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false', 'fetch', '--quiet', '--no-tags']
    const fetched = git(root, [...args, '--no-recurse-submodules', remote, merge], {
      timeout: wait,
      env: { ...process.env, ...silent(root) },
    })
    // Nobody pushed this branch yet.
    if (/couldn't find remote ref/.test(fetched.stderr ?? '')) return
    if (fetched.status !== 0) throw untold(`\`${nameless(remote)}\` could not be asked`, fetched, wait)
  }
  const counted = git(root, ['rev-list', '--count', 'HEAD..@{u}'])
  if (counted.status !== 0) throw untold('git cannot compare this checkout with its upstream', counted, wait)
  const behind = Number(counted.stdout)
  if (behind > 0)
    throw new QueueRefusal(
      `Your checkout is ${behind === 1 ? '1 commit' : `${behind} commits`} behind its upstream, where something may have been handed over. Nothing was done. Run git pull first, or say --offline.`,
    )
}

/** Do others see what is handed over here once it is pushed? */
export function hasUpstream(root: string): boolean {
  const upstream = upstreamOf(root)
  return upstream !== undefined && upstream.remote !== here
}

/** What git calls this repository where it asks for a remote one. */
const here = '.'

function upstreamOf(root: string): { remote: string; merge: string } | undefined {
  const branch = said(git(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']))
  const setting = (name: string) => said(git(root, ['config', `branch.${branch}.${name}`]))
  const [remote, merge] = [setting('remote'), setting('merge')]
  return branch === '' || remote === '' || merge === '' ? undefined : { remote, merge }
}

type Ended = SpawnSyncReturns<string>

function git(
  cwd: string,
  args: readonly string[],
  options: { timeout?: number; env?: NodeJS.ProcessEnv } = {},
): Ended {
  return spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
}

function said({ status, stdout }: Ended): string {
  return status === 0 ? stdout.trim() : ''
}

/** Settings under which git and what it starts ask nobody anything, and speak English. */
function silent(root: string): NodeJS.ProcessEnv {
  const { GIT_SSH_COMMAND, GIT_SSH } = process.env
  const ssh =
    GIT_SSH_COMMAND || said(git(root, ['config', 'core.sshCommand'])) || (GIT_SSH === undefined ? 'ssh' : '')
  const isOpenSsh = /^"?(\S*[\\/])?ssh(\.exe)?"?(\s|$)/.test(ssh)
  return {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    ...(isOpenSsh && { GIT_SSH_COMMAND: `${ssh} -o BatchMode=yes` }),
  }
}

function untold(what: string, { stderr, error }: Ended, wait: number): QueueRefusal {
  const isLate = (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT'
  const line = (stderr ?? '').split('\n').find((each) => !/^warning:/i.test(each)) ?? ''
  const why = isLate
    ? `no answer within ${wait / 1000} s`
    : nameless(line.replace(/^(fatal|error): |\.$/g, '')) || 'git does not say why'
  return new QueueRefusal(
    `Something may have been handed over elsewhere, and ${what}: ${why}. Nothing was done. Mend that, so that git fetch works without asking for anything, or say --offline where nobody else hands over.`,
  )
}

/** Words with addresses in them, without the name and the password that may stand there. */
function nameless(text: string): string {
  return text.replace(/\/\/[^/\s@]*@/g, '//')
}
