import { spawnSync } from 'node:child_process'

/** How many commits the upstream of a checkout is ahead, as far as was fetched; 0 where there is no git or no upstream. */
export function commitsBehind(root: string): number {
  const { status, stdout } = spawnSync('git', ['rev-list', '--count', 'HEAD..@{u}'], {
    cwd: root,
    encoding: 'utf8',
  })
  return status === 0 ? Number(stdout) : 0
}
