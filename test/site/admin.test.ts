import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesOf } from '../support/built-site.ts'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = '2027-01-15T09:00'
const posts = { 'content/posts/bells.mdx': post('Why do bells ring?') }
const withForms = { ...posts, 'content/plan.yaml': `${plan}cms: { backend: github, repo: corner/shop }\n` }

it('has forms for editors where the plan asks for them, and nothing leads there', async () => {
  const root = scratchSite(withForms)
  expect(await runColdread(['build', '--root', root, '--now', now])).toMatchObject({ status: 0, stderr: '' })
  const files = filesOf(join(root, 'dist'))
  expect([...files.keys()].filter((file) => file.startsWith('admin/'))).toEqual([
    'admin/admin.js',
    'admin/config.yml',
    'admin/index.html',
  ])
  const page = String(files.get('admin/index.html'))
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(page).toMatch(/integrity="sha384-\S+" crossorigin="anonymous"/)
  expect(String(files.get('admin/config.yml'))).toContain('repo: corner/shop')
  const others = [...files].filter(([file, bytes]) => !file.startsWith('admin/') && bytes.includes('/admin'))
  expect(others.map(([file]) => file)).toEqual([])
  // What hosts send for every page would keep the program of the forms out; each page brings its own policy.
  expect(String(files.get('_headers'))).toContain("Content-Security-Policy: frame-ancestors 'none'\n")
  expect(String(files.get('bells/index.html'))).toContain('http-equiv="Content-Security-Policy"')
})

it('follows the plan in builds that keep what they can', async () => {
  const root = scratchSite(withForms)
  const build = () => runColdread(['build', '--root', root, '--now', now])
  await build()
  const written = withForms['content/plan.yaml'].replace('cadence:', 'rhythm:')
  writeFileSync(join(root, 'content/plan.yaml'), written)
  await build()
  expect(readFileSync(join(root, 'dist/admin/config.yml'), 'utf8')).toContain('value: rhythm')
  writeFileSync(join(root, 'content/plan.yaml'), plan)
  await build()
  expect(existsSync(join(root, 'dist/admin'))).toBe(false)
})

it('is no part of drafts', async () => {
  const root = scratchSite(withForms)
  await runColdread(['build', '--drafts', '--root', root, '--now', now])
  expect(existsSync(join(root, '.coldread/drafts/index.html'))).toBe(true)
  expect(existsSync(join(root, '.coldread/drafts/admin'))).toBe(false)
})
