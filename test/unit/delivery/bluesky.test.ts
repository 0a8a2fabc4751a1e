import { describe, expect, it } from 'vitest'
import { bluesky } from '../../../plugins/delivery/senders/bluesky.ts'
import { attempt, message } from '../../support/message.ts'

type Said = [status: number, json?: unknown, headers?: Record<string, string>]

const session = { did: 'did:plc:notes', accessJwt: 'first-access', refreshJwt: 'first-refresh' }
const put = { uri: 'at://did:plc:notes/app.bsky.feed.post/3k', cid: 'bafy' }
const post = message('a/sky/1/1', 'Post twice a week.')

let count = 0
/** A server that gives one answer after the other to each method, the last for ever. Sessions are of one test. */
function serve(answers: Record<string, Said[]>) {
  const asked: [method: string, token: string][] = []
  const all: Record<string, Said[]> = { createSession: [[200, session]], putRecord: [[200, put]], ...answers }
  const fetch = async (url: unknown, init?: RequestInit) => {
    const method = new URL(String(url)).pathname.replace(/^.*\./, '')
    asked.push([method, new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? ''])
    const left = all[method] ?? []
    const [status, json = {}, headers = {}] = (left.length > 1 ? left.shift() : left[0]) ?? [501]
    return new Response(JSON.stringify(json), { status, headers })
  }
  const access = {
    identifier: `account-${++count}.test`,
    appPassword: 'very-secret',
    service: 'https://pds.example',
  }
  return {
    asked,
    access,
    tried: attempt({ fetch: fetch as typeof globalThis.fetch, now: '2027-03-29T06:00:00Z' }),
  }
}

describe('a login', () => {
  it('serves all that follows', async () => {
    const { asked, access, tried } = serve({})
    await Promise.all([1, 2, 3].map(() => bluesky.send(post, access, tried)))
    expect(asked.filter(([method]) => method === 'createSession')).toHaveLength(1)
  })

  it.each<[answer: Said, outcome: Record<string, unknown>]>([
    [[301], { is: 'locked out', why: expect.stringContaining('COLDREAD_BLUESKY_SERVICE') }],
    [
      [401, { error: 'AuthenticationRequired', message: 'Invalid identifier or password very-secret' }],
      {
        is: 'locked out',
        why: expect.stringMatching(/Invalid identifier or password ….*COLDREAD_BLUESKY_APP_PASSWORD/),
      },
    ],
    [
      [401, { error: 'AuthFactorTokenRequired', message: 'A sign in code has been sent' }],
      { is: 'locked out', why: expect.stringContaining('Make an app password') },
    ],
    [
      [400, { error: 'AccountTakedown' }],
      { is: 'locked out', why: expect.stringContaining('AccountTakedown') },
    ],
    [[404, {}], { is: 'locked out', why: expect.stringContaining('no server of Bluesky') }],
    [[200, {}], { is: 'locked out', why: expect.stringContaining('no server of Bluesky') }],
    [[429, {}, { 'RateLimit-Reset': '1806300060' }], { is: 'later', afterSeconds: 60 }],
    [[500, {}], { is: 'later' }],
  ])('answered %o', async (answer, outcome) => {
    const { asked, access, tried } = serve({ createSession: [answer] })
    const said = await bluesky.send(post, access, tried)
    expect(said).toMatchObject(outcome)
    expect(JSON.stringify(said)).not.toContain('very-secret')
    expect(asked.map(([method]) => method)).toEqual(['createSession'])
  })

  it('is tried again after it failed', async () => {
    const { access, tried } = serve({ createSession: [[500], [200, session]] })
    expect(await bluesky.send(post, access, tried)).toMatchObject({ is: 'later' })
    expect(await bluesky.send(post, access, tried)).toMatchObject({ is: 'sent' })
  })
})

describe('a token that expired', () => {
  const expired: Said = [400, { error: 'ExpiredToken', message: 'Token has expired' }]

  it('is renewed', async () => {
    const { asked, access, tried } = serve({
      putRecord: [expired, [200, put]],
      refreshSession: [[200, { ...session, accessJwt: 'second-access' }]],
    })
    expect(await bluesky.send(post, access, tried)).toMatchObject({ is: 'sent' })
    expect(asked).toEqual([
      ['createSession', ''],
      ['putRecord', 'first-access'],
      ['refreshSession', 'first-refresh'],
      ['putRecord', 'second-access'],
    ])
  })

  it('is made anew by the password where it cannot be renewed', async () => {
    const { asked, access, tried } = serve({
      createSession: [
        [200, session],
        [200, { ...session, accessJwt: 'third-access' }],
      ],
      putRecord: [expired, [200, put]],
      refreshSession: [expired],
    })
    expect(await bluesky.send(post, access, tried)).toMatchObject({ is: 'sent' })
    expect(asked.at(-1)).toEqual(['putRecord', 'third-access'])
  })

  it('that nothing helps ends in being locked out', async () => {
    const { asked, access, tried } = serve({ putRecord: [expired], refreshSession: [[200, session]] })
    expect(await bluesky.send(post, access, tried)).toMatchObject({ is: 'locked out' })
    expect(asked.filter(([method]) => method === 'putRecord')).toHaveLength(3)
  })
})

it.each<[answer: Said, outcome: Record<string, unknown>]>([
  [[200, {}], { is: 'unknown' }],
  [[200, { ...put, uri: 'javascript:alert(1)' }], { is: 'unknown' }],
  [[301], { is: 'locked out' }],
  [
    [400, { error: 'InvalidRequest', message: 'Record/text must not be longer than 300 graphemes' }],
    { is: 'refused', why: expect.stringContaining('300 graphemes') },
  ],
  [[400, { error: 'AccountDeactivated' }], { is: 'locked out' }],
  [[403, {}], { is: 'locked out', why: expect.stringContaining('COLDREAD_BLUESKY_SERVICE') }],
  [[404, {}], { is: 'locked out' }],
  [[413, {}], { is: 'refused' }],
  [[429, {}, { 'RateLimit-Reset': '1806300600' }], { is: 'later', afterSeconds: 600 }],
  [[500, {}], { is: 'unknown' }],
  [[502, {}], { is: 'unknown' }],
  [[503, {}, { 'Retry-After': '600' }], { is: 'unknown', afterSeconds: 600 }],
])('says what %o to a post means', async (answer, outcome) => {
  const { access, tried } = serve({ putRecord: [answer] })
  expect(await bluesky.send(post, access, tried)).toMatchObject(outcome)
})

describe('a mention', () => {
  const mention = message('b/sky/1/1', 'Thanks @nobody.example.com')

  it('of nobody stays words', async () => {
    const { access, tried } = serve({ resolveHandle: [[400, { error: 'InvalidRequest' }]] })
    expect(await bluesky.send(mention, access, tried)).toMatchObject({ is: 'sent' })
  })

  it('that cannot be looked up waits', async () => {
    const { asked, access, tried } = serve({ resolveHandle: [[502]] })
    expect(await bluesky.send(mention, access, tried)).toMatchObject({ is: 'later' })
    expect(asked.map(([method]) => method)).not.toContain('putRecord')
  })
})

it.each<[answer: Said, is: string]>([
  [[200, { ...put, value: {} }], 'found'],
  [[400, { error: 'RecordNotFound' }], 'absent'],
  [[400, { error: 'InvalidRequest' }], 'unclear'],
  [[429], 'unclear'],
  [[500], 'unclear'],
])('looks, and %o means %s', async (answer, is) => {
  const { access, tried } = serve({ getRecord: [answer] })
  expect(await bluesky.find?.(post, access, tried)).toMatchObject({ is })
})

it('says of a thread what was not taken', async () => {
  const { access, tried } = serve({
    putRecord: [
      [200, put],
      [400, { error: 'InvalidRequest', message: 'no' }],
    ],
  })
  const thread = { ...post, parts: ['One', 'Two'] as const }
  expect(await bluesky.send(thread, access, tried)).toMatchObject({
    is: 'sent',
    alsoWhy:
      'what follows its first post is missing: Bluesky does not take the post (status 400: InvalidRequest, no)',
  })
})
