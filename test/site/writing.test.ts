import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { filesOf } from '../support/built-site.ts'
import { packageRoot, plainEnv, runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

const draft = '---\ntitle: Is it a draft?\nstatus: draft\n---\nDraft words.\n'
const now = '2026-12-01T09:00'

it('builds everything with --drafts, marked and hidden from search engines, and never into dist/', async () => {
  const root = scratchSite({
    'content/posts/live.mdx': post('Is it live?').replace('2026-12-08', '2026-11-24'),
    'content/posts/future.mdx': post('Is it future?'),
    'content/posts/draft.mdx': draft,
  })
  const { status } = await runColdread(['build', '--drafts', '--root', root, '--now', now])
  expect(status).toBe(0)
  expect(existsSync(join(root, 'dist'))).toBe(false)
  const files = filesOf(join(root, '.coldread/drafts'))
  const text = (file: string) => files.get(file)?.toString('utf8') ?? ''
  expect(text('draft/index.html')).toMatch(/draft[\s\S]*Draft words/i)
  expect(text('future/index.html')).toMatch(/Readers cannot see this post\. It goes live on December 8, 2026/)
  for (const [file, bytes] of files)
    if (file.endsWith('.html'))
      expect(bytes.toString('utf8'), file).toMatch(/<meta name="robots" content="noindex/)
  expect(text('robots.txt')).toMatch(/Disallow: \/$/m)
})

it('shows drafts while writing, follows every save, and says what is wrong without going down', async () => {
  const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const root = scratchSite({
    'content/posts/draft.mdx': `${draft}![A picture](./x.png)\n`,
    'content/posts/x.png': image,
  })
  const port = 20_000 + (process.pid % 20_000)
  const args = [
    `${packageRoot}scripts/coldread.mjs`,
    'dev',
    '--root',
    root,
    '--now',
    now,
    '--port',
    String(port),
  ]
  const server = spawn(process.execPath, args, { cwd: packageRoot, env: plainEnv })
  onTestFinished(() => void server.kill())
  let said = ''
  server.stdout.on('data', (chunk) => (said += chunk))
  server.stderr.on('data', (chunk) => (said += chunk))
  const page = async () =>
    fetch(`http://localhost:${port}/draft/`).then(
      (response) => response.text(),
      () => '',
    )
  const until = (what: () => Promise<boolean>) =>
    expect.poll(what, { timeout: 30_000, interval: 100 }).toBe(true)

  await until(async () => (await page()).includes('Draft words.'))
  expect(await page()).toMatch(/noindex/)
  const [, src = ''] = /<img [^>]*src="([^"]+)"/.exec(await page()) ?? []
  const picture = await fetch(
    `http://localhost:${port}${src.replaceAll('&amp;', '&').replaceAll('&#38;', '&')}`,
  )
  expect(picture.status, src).toBe(200)
  expect(picture.headers.get('content-type')).toMatch(/^image\//)
  writeFileSync(join(root, 'content/posts/draft.mdx'), draft.replace('Draft words.', 'Other words.'))
  await until(async () => (await page()).includes('Other words.'))
  writeFileSync(join(root, 'content/posts/draft.mdx'), draft.replace('status: draft', 'status: darft'))
  await until(async () => said.includes('did you mean `draft`?'))
  expect(await page()).toContain('Other words.')
  writeFileSync(join(root, 'content/posts/draft.mdx'), draft.replace('Draft words.', 'Mended words.'))
  await until(async () => (await page()).includes('Mended words.'))
})
