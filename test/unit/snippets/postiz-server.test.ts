import { mkdtempSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { postizAccess } from '../../../plugins/queue/postiz-access.ts'
import { postizServer } from '../../../plugins/queue/postiz-server.ts'
import { openQuota } from '../../../plugins/queue/request-quota.ts'

const now = '2027-01-01T09:00:00Z'

async function serving(listener: RequestListener) {
  const http = createServer(listener)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void http.close())
  onTestFinished(() => http.closeAllConnections())
  return clientOf((http.address() as AddressInfo).port)
}

function clientOf(port: number) {
  const slept: number[] = []
  const server = postizServer({
    url: `http://127.0.0.1:${port}/api/public/v1/`,
    key: 'secret',
    patience: 300,
    mayAsk: () => undefined,
    clock: () => now,
    sleep: async (milliseconds) => void slept.push(milliseconds),
  })
  return { server, slept }
}

const body = { type: 'schedule', date: now, shortLink: false, tags: [], posts: [] } as const
const send = (server: ReturnType<typeof postizServer>) => server.send({ ...body, tags: [], posts: [] })

it('asks at the address of the public API, with the key alone', async () => {
  const asked: unknown[] = []
  const { server } = await serving((request, response) => {
    asked.push([request.method, request.url, request.headers.authorization])
    response.end(
      JSON.stringify({
        posts: [
          {
            id: 'a',
            content: '<p>Hello</p>',
            publishDate: '2027-01-02T09:00:00.000Z',
            state: 'QUEUE',
            group: 'g',
            integration: { id: 'i', name: 'x' },
            more: 1,
          },
          {
            id: 'b',
            content: null,
            publishDate: '2027-01-02T09:00:00.000Z',
            state: 'DRAFT',
            integration: null,
          },
        ],
      }),
    )
  })
  expect(await server.list('2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z')).toEqual({
    is: 'done',
    value: [
      {
        id: 'a',
        content: '<p>Hello</p>',
        at: '2027-01-02T09:00:00.000Z',
        integration: 'i',
        state: 'QUEUE',
        group: 'g',
      },
    ],
  })
  expect(asked).toEqual([
    [
      'GET',
      '/api/public/v1/posts?startDate=2027-01-01T00%3A00%3A00Z&endDate=2027-02-01T00%3A00%3A00Z',
      'secret',
    ],
  ])
})

it.each<[string, RequestListener, unknown]>([
  [
    'an id',
    (_, response) => response.end('[{"postId":"p1","integration":"i"}]'),
    { is: 'done', value: 'p1' },
  ],
  [
    'an answer that says nothing',
    (_, response) => response.end('OK'),
    { is: 'unknown', why: 'Postiz answered something that is not in its documentation' },
  ],
  ['silence', () => {}, { is: 'unknown', why: 'Postiz did not answer within 0.3 s' }],
  [
    'a broken connection',
    (request) => request.socket.destroy(),
    { is: 'unknown', why: 'the connection broke' },
  ],
  [
    'an answer that breaks off',
    (_, response) => {
      response.writeHead(201, { 'Content-Length': '100' })
      response.write('[{"postId":')
      setTimeout(() => response.destroy(), 20)
    },
    { is: 'unknown', why: 'the connection broke' },
  ],
  [
    'status 502',
    (_, response) => response.writeHead(502).end(),
    { is: 'unknown', why: 'Postiz answered 502' },
  ],
  [
    'status 400',
    (_, response) => response.writeHead(400).end('{"message":"no such integration, secret"}'),
    { is: 'refused', status: 400, why: 'Postiz answered 400: no such integration, …' },
  ],
  [
    'another address',
    (_, response) => response.writeHead(301, { Location: 'https://elsewhere.example/' }).end(),
    { is: 'stopped', isShut: true, why: 'Postiz is elsewhere (status 301); see COLDREAD_POSTIZ_URL' },
  ],
  [
    'status 429 for a day',
    (_, response) => response.writeHead(429, { 'Retry-After': 'Sat, 02 Jan 2027 09:00:00 GMT' }).end(),
    { is: 'stopped', why: 'Postiz has had enough requests for now', later: '2027-01-02T09:00:00Z' },
  ],
])('understands %s', async (_, listener, answer) => {
  const { server } = await serving(listener)
  expect(await send(server)).toEqual(answer)
})

it('waits where that takes no minute, once', async () => {
  let asked = 0
  const { server, slept } = await serving((_, response) =>
    asked++ === 0
      ? response.writeHead(429, { 'Retry-After': '20' }).end()
      : response.end('[{"postId":"p1"}]'),
  )
  expect(await send(server)).toEqual({ is: 'done', value: 'p1' })
  expect(slept).toEqual([20_000])
})

it('knows that nothing was done where nobody listens', async () => {
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  await new Promise((resolve) => http.close(resolve))
  expect(await send(clientOf(port).server)).toEqual({
    is: 'stopped',
    why: 'Postiz cannot be reached (ECONNREFUSED); see COLDREAD_POSTIZ_URL',
  })
})

it('takes what is not there for deleted', async () => {
  const { server } = await serving((_, response) => response.writeHead(404).end())
  expect(await server.remove('a/b')).toEqual({ is: 'done', value: undefined })
})

it('uploads an image as a file', async () => {
  let received = ''
  const { server } = await serving((request, response) => {
    request.on('data', (chunk) => (received += chunk))
    request.on('end', () => response.end('{"id":"m1","path":"https://uploads.example/m1.png","name":"x"}'))
  })
  expect(await server.upload('abc.png', Buffer.from('picture'))).toEqual({
    is: 'done',
    value: { id: 'm1', path: 'https://uploads.example/m1.png' },
  })
  expect(received).toContain('name="file"; filename="abc.png"\r\nContent-Type: image/png\r\n\r\npicture\r\n')
})

it('shares a number of requests an hour between runs', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'coldread-quota-')), '.coldread/requests.json')
  let time = Temporal.Instant.from(now)
  const quota = () => openQuota(path, 2, () => time.toString())
  expect([quota().left(), quota().take(), quota().left()]).toEqual([2, undefined, 1])
  time = time.add({ minutes: 10 })
  expect([quota().take(), quota().take(), quota().left()]).toEqual([undefined, '2027-01-01T10:00:00Z', 0])
  time = time.add({ minutes: 51 })
  expect([quota().left(), quota().take()]).toEqual([1, undefined])
})

it.each([
  [{}, 'Set COLDREAD_POSTIZ_URL to the address'],
  [{ COLDREAD_POSTIZ_URL: 'postiz.example' }, 'Set COLDREAD_POSTIZ_URL to the address'],
  [{ COLDREAD_POSTIZ_URL: 'https://postiz.example' }, 'Set COLDREAD_POSTIZ_KEY to the API key'],
  [
    { COLDREAD_POSTIZ_URL: 'https://postiz.example', COLDREAD_POSTIZ_KEY_FILE: '/no/such/file' },
    'COLDREAD_POSTIZ_KEY_FILE is /no/such/file, and that cannot be read.',
  ],
])('says what %s lacks', (environment, message) => {
  expect(() => postizAccess(environment)).toThrow(message)
})
