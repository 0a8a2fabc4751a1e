import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hashesOf } from '../support/built-site.ts'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

it('leaves the old site or the new one, whenever a build is killed, and cleans up at the next', async () => {
  const root = scratchSite({ 'content/posts/good.mdx': post('Is it good?') })
  const build = (kill?: number) =>
    runColdread(['build', '--root', root, '--now', '2027-01-15T09:00'], kill === undefined ? {} : { kill })
  const dist = join(root, 'dist')

  expect((await build()).status).toBe(0)
  const old = hashesOf(dist)
  writeFileSync(join(root, 'content/posts/good.mdx'), post('Is it better?'))
  const begun = performance.now()
  expect((await build()).status).toBe(0)
  const took = performance.now() - begun
  const fresh = hashesOf(dist)
  expect(fresh).not.toEqual(old)

  const outcomes = { old: 0, new: 0 }
  for (const share of [0.1, 0.4, 0.6, 0.75, 0.85, 0.92, 0.96, 1, 1.04]) {
    writeFileSync(join(root, 'content/posts/good.mdx'), post('Is it good?'))
    expect((await build()).status).toBe(0)
    writeFileSync(join(root, 'content/posts/good.mdx'), post('Is it better?'))
    await build(took * share)
    const found = hashesOf(dist)
    expect([old, fresh]).toContainEqual(found)
    outcomes[readFileSync(join(dist, 'good/index.html'), 'utf8').includes('Is it better?') ? 'new' : 'old']++
  }
  expect(outcomes.old).toBeGreaterThan(0)

  expect((await build()).status).toBe(0)
  expect(readdirSync(root).sort()).toEqual(['.coldread', 'content', 'dist'])
})
