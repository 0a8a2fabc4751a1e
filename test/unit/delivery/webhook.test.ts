import { Webhook } from 'standardwebhooks'
import { afterEach, expect, it } from 'vitest'
import { webhook } from '../../../plugins/delivery/senders/webhook.ts'
import { attempt, message } from '../../support/message.ts'
import { type Mishap, WebhookServer } from '../../support/webhook-server.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const open: WebhookServer[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})
async function serve(mishap?: Mishap) {
  const server = await new WebhookServer().listen()
  open.push(server)
  server.mishap = () => mishap
  return { server, access: { url: `${server.url}/`, secret, lookUrl: `${server.url}/seen?of=us` } }
}
const post = message('a/news/1/1', 'Post twice a week.', { settings: { desk: 'north' } })

it('signs what it sends so that the library of the standard takes it, and nothing else', async () => {
  const { server, access } = await serve()
  const now = Temporal.Now.instant().toString()
  expect(await webhook.send(post, access, attempt({ now }))).toEqual({ is: 'sent', id: post.key })
  const [arrival] = server.arrivals
  const headers = arrival?.headers as Record<string, string>
  const { key: _, ...data } = post
  const verified = new Webhook(secret).verify(arrival?.body ?? '', headers)
  expect(verified).toEqual({ type: 'snippet.due', timestamp: post.at, data })
  expect(() => new Webhook(secret).verify(`${arrival?.body} `, headers)).toThrow('No matching signature')
  expect(() =>
    new Webhook(secret).verify(arrival?.body ?? '', { ...headers, 'webhook-id': 'other' }),
  ).toThrow()
})

it('is refused by the standard when somebody plays it again later', async () => {
  const { server, access } = await serve()
  const now = Temporal.Now.instant().subtract({ minutes: 6 }).toString()
  await webhook.send(post, access, attempt({ now }))
  const headers = server.arrivals[0]?.headers as Record<string, string>
  expect(() => new Webhook(secret).verify(server.arrivals[0]?.body ?? '', headers)).toThrow('too old')
})

it.each<[Mishap, object, 'found' | 'absent']>([
  ['dropped', { is: 'unknown' }, 'found'],
  ['dropped before', { is: 'unknown' }, 'absent'],
  ['500 after', { is: 'unknown', why: 'the webhook answered status 500' }, 'found'],
  ['500', { is: 'unknown' }, 'absent'],
  ['429', { is: 'later', afterSeconds: 1 }, 'absent'],
  ['401', { is: 'locked out' }, 'absent'],
])('after %s it says %o, and a look says %s', async (mishap, outcome, is) => {
  const { access } = await serve(mishap)
  expect(await webhook.send(post, access, attempt())).toMatchObject(outcome)
  expect(await webhook.find?.(post, access, attempt())).toMatchObject({ is })
})

it.each<[number, Record<string, string>, string, object]>([
  [
    200,
    {},
    '{"id":"n-7","address":"https://news.example/7"}',
    { is: 'sent', id: 'n-7', address: 'https://news.example/7' },
  ],
  [201, {}, '{"id":7,"address":"javascript:alert(1)"}', { is: 'sent', id: post.key }],
  [204, {}, '', { is: 'sent', id: post.key }],
  [302, { location: 'https://elsewhere.example/' }, '', { is: 'locked out' }],
  [404, {}, '', { is: 'locked out' }],
  [408, {}, '', { is: 'unknown' }],
  [410, {}, '', { is: 'refused', why: 'the webhook answered status 410' }],
  [
    422,
    {},
    '{"message":"no such desk"}',
    { is: 'refused', why: 'the webhook answered status 422: no such desk' },
  ],
  [429, {}, '', { is: 'later', afterSeconds: 60 }],
  [503, {}, '', { is: 'unknown' }],
  [503, { 'retry-after': '30' }, '', { is: 'later', afterSeconds: 30 }],
])('an answer of %i with %o and %s', async (status, headers, body, outcome) => {
  const answered = async () => new Response(status === 204 ? null : body, { status, headers })
  const access = { url: 'https://hooks.example/', secret }
  expect(await webhook.send(post, access, attempt({ fetch: answered }))).toEqual(
    expect.objectContaining(outcome),
  )
})

it.each<[status: number, finding: Record<string, unknown>]>([
  [200, { is: 'found', id: post.key }],
  [401, { is: 'locked out', why: expect.stringContaining('does it know the secret?') }],
  [403, { is: 'locked out' }],
  [404, { is: 'absent' }],
  [410, { is: 'unclear' }],
  [503, { is: 'unclear', isAway: true }],
])('%i to a look', async (status, finding) => {
  const answered = async () => new Response(null, { status })
  const access = { url: 'https://hooks.example/', secret, lookUrl: 'https://hooks.example/seen' }
  expect(await webhook.find?.(post, access, attempt({ fetch: answered }))).toEqual(
    expect.objectContaining(finding),
  )
})

it.each([
  ['url', 'hooks.example', 'is no address'],
  ['url', 'https://user:pass@hooks.example', 'holds a name or a password; leave them out'],
  ['secret', 'whsec_c2hvcnQ=', 'is not 24 to 64 bytes as Base64'],
] as const)('says what is wrong with %s %s', (need, value, problem) => {
  expect(webhook.needs[need].problem?.(value)).toBe(problem)
})
