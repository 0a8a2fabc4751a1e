import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hashesOf } from '../support/built-site.ts'
import { blogRoot, runColdread } from '../support/run-coldread.ts'
import { scratchSite } from '../support/scratch-site.ts'

it('builds the same bytes from the same content and time, whatever the zone and language of the machine', async () => {
  const outs = scratchSite({})
  const build = async (name: string, env: NodeJS.ProcessEnv) => {
    const out = join(outs, name)
    const { status, stderr } = await runColdread(
      ['build', '--clean', '--now', '2026-11-22T12:00', '--out', out, '--root', blogRoot],
      { env },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    return hashesOf(out)
  }
  const first = await build('a', { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' })
  const second = await build('b', { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' })
  expect(Object.keys(first).length).toBeGreaterThan(30)
  expect(second).toEqual(first)
})
