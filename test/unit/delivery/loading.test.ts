import { expect, it } from 'vitest'
import { packageRoot, runColdread } from '../../support/run-coldread.ts'

it.each([
  [['queue', '--help']],
  [['deliver', '--help']],
  [['formats']],
  [['queue', 'status', '--root', 'test/fixtures/blog']],
])('coldread %s loads nothing of Redis', async (args) => {
  const watch = new URL('../../support/watch-modules.ts', import.meta.url)
  const { status, stderr } = await runColdread(args, {
    cwd: packageRoot,
    env: { NODE_OPTIONS: `--import=${watch}` },
  })
  expect(status).toBe(0)
  expect(stderr).toContain('loaded: ')
  expect(stderr).not.toMatch(/bullmq|ioredis/)
})
