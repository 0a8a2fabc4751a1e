import { expect, it } from 'vitest'
import { lintPaths } from '../../../plugins/lint/run/lint-paths.ts'
import { lintPatiently } from '../../../plugins/lint/run/lint-patiently.ts'
import { blogRoot } from '../../support/run-coldread.ts'
import { post, scratchSite } from '../../support/scratch-site.ts'

const now = '2026-12-09T09:00:00Z'

it('says of a blog what is said of it at once', async () => {
  const linted = await lintPatiently(blogRoot, now)
  if ('faults' in linted) throw new Error(linted.faults[0]?.what)
  const atOnce = lintPaths({ root: blogRoot, now, paths: [] })
  expect(linted.run.files).toEqual(atOnce.files)
  expect(linted.run.files.flatMap(({ findings }) => findings)).not.toEqual([])
})

it('says what is wrong with content that is at fault', async () => {
  const root = scratchSite({ 'content/posts/a.mdx': post('What is it?', '<Nothing />') })
  expect(await lintPatiently(root, now)).toMatchObject({ faults: [{ file: 'content/posts/a.mdx' }] })
})
