import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ModelPostiz } from '../support/model-postiz.ts'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

const now = '2026-12-01T09:00'

const site = (channels = 'exports: { postiz: { channels: { sky: { integration: int-sky } } } }\n') =>
  scratchSite({
    'content/plan.yaml': `${plan}  sky: { network: bluesky, times: [tue 12:00] }\n${channels}`,
    'content/posts/how-often.mdx': post(
      'How often?',
      'Words.',
      'topics: [cadence]\nsnippets: { sky: Post twice a week. }\n',
    ),
  })
const push = (root: string, env: NodeJS.ProcessEnv, ...more: string[]) =>
  runColdread(['queue', 'push', 'postiz', '--root', root, '--now', now, '--rehearsal', ...more], { env })

/** A server on this machine. */
async function serve(): Promise<{ model: ModelPostiz; env: NodeJS.ProcessEnv }> {
  const model = new ModelPostiz()
  const http = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const answer = await model.fetch(`http://localhost${request.url}`, {
      method: request.method ?? 'GET',
      headers: { Authorization: String(request.headers.authorization) },
      body,
    })
    response.writeHead(answer.status).end(await answer.text())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void http.close())
  const env = {
    COLDREAD_POSTIZ_URL: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    COLDREAD_POSTIZ_KEY: model.key,
  }
  return { model, env }
}

it('says first what it would do, then does it, once, and keeps the key to itself', async () => {
  const root = site()
  const { model, env } = await serve()
  const first = await push(root, {})
  expect(first).toEqual({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining(
      '  send    2026-12-08 12:00  sky  Post twice a week. https://notes.example/how-often/',
    ),
  })
  expect(model.requests).toEqual([])

  const sent = await push(root, env, '--send')
  expect(sent).toEqual({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('how-often/sky/1/1: sent\n'),
  })
  expect(
    [...model.posts.values()].map(({ publishDate, integration }) => [publishDate, integration.id]),
  ).toEqual([['2026-12-08T10:00:00.000Z', 'int-sky']])
  const again = await push(root, env, '--send')
  expect(again.stdout).toContain('Nothing was sent.')
  expect(model.requests).toEqual(['GET /posts', 'POST /posts', 'GET /posts'])

  const ledger = join(root, 'content/handovers')
  const written = readdirSync(ledger).map((name) => readFileSync(join(ledger, name), 'utf8'))
  expect([...written, sent.stdout, again.stdout].join()).not.toContain(model.key)
})

it.each([
  ['no address', site, {}, 'Set COLDREAD_POSTIZ_URL'],
  ['no account in the plan', () => site(''), {}, 'The plan does not say what your channels are in Postiz.'],
])('says what to do where there is %s', async (_, made, env, message) => {
  const { status, stderr } = await push(made(), env, '--send')
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) })
})
