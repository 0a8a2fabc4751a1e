import { execFile } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot, plainEnv } from '../support/run-coldread.ts'
import { scratchSite } from '../support/scratch-site.ts'

/** Runs remark over a project, as its own command does. */
function runRemark(root: string, ...args: string[]): Promise<{ status: number; stderr: string }> {
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'))
  const command = [
    join(packageRoot, 'node_modules/remark-cli/cli.js'),
    '.',
    '--ext',
    'md,mdx',
    '--quiet',
    '--no-color',
    ...args,
  ]
  return new Promise((done) =>
    execFile(process.execPath, command, { cwd: root, env: plainEnv }, (error, _stdout, stderr) =>
      done({ status: Number(error?.code ?? 0), stderr }),
    ),
  )
}

const settings = (more = '') => `
import coldread, { remarkColdread } from ${JSON.stringify(join(packageRoot, 'plugins/remark.ts'))}
import noDuplicateHeadings from 'remark-lint-no-duplicate-headings'
import remarkMdx from 'remark-mdx'
export default { plugins: [remarkMdx, noDuplicateHeadings, coldread${more}] }
`
const docs = {
  'docs/a.md': '# One\n\nA seamless day.\n\n# One\n',
  'docs/b.mdx':
    '<b>Seamless.</b>\n\nAnd seamless.\n\n{/* coldread disable-next promo-hype -- a quotation */}\nOne that is seamless.\n',
  'docs/c.md': 'The shop opens at nine.\n',
}

it('lints through remark-cli, beside rules of others', async () => {
  const root = scratchSite({ ...docs, '.remarkrc.mjs': settings() })
  const { status, stderr } = await runRemark(root)
  const said = stderr
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => /^docs|warning.*(promo-hype|no-duplicate)/.test(line))
  expect(said).toEqual([
    'docs/a.md',
    expect.stringMatching(/^3:3-3:11 warning `seamless` .* promo-hype coldread$/),
    expect.stringMatching(/^5:1-5:6 warning .* no-duplicate-headings remark-lint$/),
    'docs/b.mdx',
    expect.stringMatching(/^1:4-1:12 warning `Seamless` .* promo-hype coldread$/),
  ])
  expect(status).toBe(0)
})

it('takes settings behind the preset: an error ends with status 1', async () => {
  const more = ", [remarkColdread, { every: true, rules: { 'promo-hype': 'error' } }]"
  const root = scratchSite({ ...docs, '.remarkrc.mjs': settings(more) })
  const { status, stderr } = await runRemark(root)
  expect(stderr.match(/error .*promo-hype/g)).toHaveLength(3)
  expect(status).toBe(1)
})
