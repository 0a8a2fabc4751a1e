import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { runColdread } from '../support/run-coldread.ts'
import { plan, post, scratchSite } from '../support/scratch-site.ts'

it('visits what goes out soon, and says where to mend what is gone', async () => {
  const visits: string[] = []
  const server = createServer(({ url, method }, response) => {
    visits.push(`${method} ${url}`)
    response.writeHead(url === '/gone' ? 404 : 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const root = scratchSite({
    'content/plan.yaml': `${plan}  sky: { network: bluesky }\n`,
    'content/posts/how-often.mdx': post(
      'How often?',
      'Words.',
      `topics: [cadence]
snippets:
  sky:
    - { kind: tip, at: 2026-12-09 12:00, text: "See ${at}/gone and ${at}/fine" }
    - { kind: tip, at: 2026-12-20 12:00, text: "See ${at}/later" }
    - { at: 2026-12-08 09:00, text: Read it. }
`,
    ),
  })
  const { status, stdout } = await runColdread([
    'queue',
    'check',
    '--root',
    root,
    '--now',
    '2026-12-08T08:00',
  ])
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: `content/posts/how-often.mdx:10:7  ${at}/gone is gone: status 404 — link to something else, or drop the link
https://notes.example/how-often/ can be there from 2026-12-08 10:00 on.
1 of 2 addresses that are due within 48 hours are there.
`,
  })
  expect(visits.sort()).toEqual(['GET /gone', 'HEAD /fine', 'HEAD /gone'])
})
