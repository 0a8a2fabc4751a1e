import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { post, scratchSite } from '../support/scratch-site.ts'

it('visits each address once, and says which are gone, have moved or cannot be told', async () => {
  const visits: string[] = []
  const server = createServer(({ url, method }, response) => {
    visits.push(`${method} ${url}`)
    const status =
      { '/gone': 404, '/moved': 301, '/busy': 503, '/no-head': method === 'HEAD' ? 405 : 200 }[url ?? ''] ??
      200
    response.writeHead(status, status === 301 ? { Location: '/new' } : {}).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const body = ['there', 'there#part', 'gone', 'moved', 'busy', 'no-head']
    .map((path) => `[a link](${at}/${path})`)
    .join('\n\n')
  const root = scratchSite({
    'content/posts/live.mdx': post(
      'Is it live?',
      `${body}\n\n[own](https://notes.example/live/) [refused](http://127.0.0.1:9/)`,
    ),
    'content/posts/draft.mdx': `---\ntitle: Draft\nstatus: draft\n---\n[secret](${at}/draft)\n`,
  })
  const { status, stdout } = await runColdread(['links', '--root', root, '--now', '2027-01-15T09:00'])
  const file = 'content/posts/live.mdx'
  const said = stdout.trim().split('\n')
  expect(said.splice(3, 1)[0]).toMatch(
    /live\.mdx:20:\d+ {2}http:\/\/127\.0\.0\.1:9\/ cannot be told: .* — open it and see/,
  )
  expect(said).toEqual([
    `${file}:12:1  ${at}/gone is gone: status 404 — link to something else, or drop the link`,
    `${file}:14:1  ${at}/moved has moved — link to ${at}/new`,
    `${file}:16:1  ${at}/busy cannot be told: status 503 — open it and see`,
    '2 of 6 addresses are there.',
  ])
  expect(status).toBe(1)
  expect(visits.sort()).toEqual([
    ...['/busy', '/gone', '/no-head'].map((path) => `GET ${path}`),
    ...['/busy', '/gone', '/moved', '/no-head', '/there'].map((path) => `HEAD ${path}`),
  ])
})
