import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withBaseline } from '../../../plugins/lint/baseline/with-baseline.ts'
import { lintPaths } from '../../../plugins/lint/run/lint-paths.ts'

const root = join(import.meta.dirname, '../../fixtures/lint')
const now = '2026-12-01T09:00:00Z'

/** What is said of a blog full of planted faults, and of a file beside it, as `file:line:column rule quote`. */
function said(): string[] {
  const run = lintPaths({ root, now, paths: [] })
  const beside = lintPaths({ root, now, paths: [join(root, 'broken.mdx')] })
  const findings = [...withBaseline(run, root, true).files, ...beside.files].flatMap((file) => file.findings)
  return findings.map(({ file, line, column, rule, quote }) => {
    const path = file.replace(`${root}/`, '').replace('content/', '')
    return `${path}:${line}:${column} ${rule} ${quote.replace(/\s+/g, ' ')}`
  })
}

const lines = said()

it('finds every planted fault, and nothing else', async () => {
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('planted.golden.txt')
})

it.each(['jargon', 'promo', 'search', 'cal', 'lint', 'content', 'mdx'])(
  'has faults of the group %s',
  (group) => {
    expect(lines.some((line) => line.split(' ')[1]?.startsWith(`${group}-`))).toBe(true)
  },
)
