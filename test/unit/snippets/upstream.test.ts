import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { hasUpstream, refuseBehindUpstream } from '../../../plugins/queue/upstream.ts'

let folder: string
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@notes.example', ...args], {
    cwd,
    stdio: 'pipe',
  })
const place = (name: string) => join(folder, name)
const commit = (clone: string, words: string) => {
  git(place(clone), 'commit', '--quiet', '--allow-empty', '--message', words)
  git(place(clone), 'push', '--quiet', 'origin', 'main')
}

/** Two clones of one repository, `a` and `b`, both up to date. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coldread-upstream-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'origin.git')
  git(folder, 'clone', '--quiet', 'origin.git', 'a')
  git(place('a'), 'checkout', '--quiet', '-B', 'main')
  commit('a', 'one')
  git(folder, 'clone', '--quiet', 'origin.git', 'b')
  git(place('a'), 'branch', '--quiet', '--set-upstream-to=origin/main')
})

it('sees what another clone pushed since, though nobody fetched it', () => {
  expect(() => refuseBehindUpstream(place('b'))).not.toThrow()
  commit('a', 'two')
  commit('a', 'three')
  expect(() => refuseBehindUpstream(place('b'))).toThrow(
    /^Your checkout is 2 commits behind its upstream, .* Run git pull first, or say --offline\.$/,
  )
  git(place('b'), 'pull', '--quiet')
  expect(() => refuseBehindUpstream(place('b'))).not.toThrow()
})

it('does not ask where there is nothing to ask', () => {
  const isAsked = (root: string) => {
    refuseBehindUpstream(root)
    return hasUpstream(root)
  }
  expect(isAsked(place('b'))).toBe(true)
  expect(isAsked(folder)).toBe(false)
  git(place('b'), 'remote', 'set-url', 'origin', 'https://127.0.0.1:1/notes.git')
  git(place('b'), 'checkout', '--quiet', '-b', 'own')
  expect(isAsked(place('b'))).toBe(false)
  git(place('b'), 'branch', '--quiet', '--set-upstream-to=main')
  expect(isAsked(place('b'))).toBe(false)
  git(place('b'), 'checkout', '--quiet', '--detach')
  expect(isAsked(place('b'))).toBe(false)
})

it('takes a branch that was never pushed for one that nothing was handed over on', () => {
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'empty.git')
  git(folder, 'clone', '--quiet', 'empty.git', 'first')
  expect(() => refuseBehindUpstream(place('first'))).not.toThrow()
  expect(hasUpstream(place('first'))).toBe(true)
})

it('refuses where the upstream does not answer, says why, and shows no password', () => {
  git(place('b'), 'remote', 'set-url', 'origin', 'https://ann:secret@127.0.0.1:1/notes.git')
  let message = ''
  try {
    refuseBehindUpstream(place('b'))
  } catch (error) {
    message = (error as Error).message
  }
  expect(message).toMatch(
    /^Something may have been handed over elsewhere, and `origin` could not be asked: unable to access .* or say --offline where nobody else hands over\.$/,
  )
  expect(message).not.toMatch(/secret|ann/)
})

it('waits no longer than it may, and lets nothing ask for a password', () => {
  const ssh = place('ssh')
  writeFileSync(ssh, `#!/bin/sh\necho "$@" "$GIT_TERMINAL_PROMPT" > ${place('said')}\nexec sleep 30\n`, {
    mode: 0o755,
  })
  git(place('b'), 'config', 'core.sshCommand', ssh)
  git(place('b'), 'remote', 'set-url', 'origin', 'ssh://nobody.invalid/notes.git')
  vi.stubEnv('GIT_SSH_COMMAND', undefined)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(() => refuseBehindUpstream(place('b'), 700)).toThrow(
    /`origin` could not be asked: no answer within 0\.7 s\./,
  )
  expect(execFileSync('cat', [place('said')], { encoding: 'utf8' })).toMatch(/-o BatchMode=yes .* 0\n$/)
})
