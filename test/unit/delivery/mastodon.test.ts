import { hash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { mastodon } from '../../../plugins/delivery/senders/mastodon.ts'
import { type MastodonOptions, MastodonTestServer } from '../../support/mastodon-server.ts'
import { attempt, message } from '../../support/message.ts'

const open: MastodonTestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

const clock = () => '2027-03-29T06:00:05Z'
async function serve(options: MastodonOptions = {}) {
  const server = await new MastodonTestServer({ clock, ...options }).start()
  open.push(server)
  return { server, access: { url: `${server.url}/`, accessToken: server.token } }
}
const once = <T>(value: T) => {
  let left: T | undefined = value
  return () => {
    const now = left
    left = undefined
    return now
  }
}
const post = message('a/toot/1/1', 'Post twice a week: https://notes.example/a')

it('posts words, language, and who may see it', async () => {
  const { server, access } = await serve()
  const unlisted = { ...post, settings: { visibility: 'unlisted' } }
  const outcome = await mastodon.send(unlisted, access, attempt())
  const [kept] = server.statuses
  expect(outcome).toEqual({ is: 'sent', id: kept?.id, address: `${server.url}/@notes/${kept?.id}` })
  expect(kept).toMatchObject({ text: post.parts[0], language: 'en', visibility: 'unlisted', key: post.key })
  expect(server.requests).toEqual(['POST /api/v1/statuses'])
  expect(await mastodon.find?.(unlisted, access, attempt())).toEqual({ ...outcome, is: 'found' })
})

it('lets a server that knows keys keep one', async () => {
  const { server, access } = await serve({ hasKeys: true })
  const first = await mastodon.send(post, access, attempt())
  expect(await mastodon.send(post, access, attempt())).toEqual(first)
  expect(server.statuses).toHaveLength(1)
})

it.each([
  ['dropped', 'the connection broke (UND_ERR_SOCKET)', 'absent'],
  ['dropped after', 'the connection broke (UND_ERR_SOCKET)', 'found'],
  ['500', 'the server did not say what became of the post (status 500: Internal Server Error)', 'absent'],
  [
    '500 after',
    'the server did not say what became of the post (status 500: Internal Server Error)',
    'found',
  ],
  ['silence', 'no answer came in time', 'absent'],
  ['silence after', 'no answer came in time', 'found'],
] as const)('does not know after %s, and then looks', async (mishap, why, is) => {
  const { access } = await serve({ mishap: once(mishap) })
  const outcome = await mastodon.send(post, access, attempt({ signal: AbortSignal.timeout(300) }))
  expect(outcome).toEqual({ is: 'unknown', why })
  expect(await mastodon.find?.(post, access, attempt())).toMatchObject({ is })
})

it('waits as long as the server asks', async () => {
  const { access } = await serve({ mishap: once('429' as const) })
  expect(await mastodon.send(post, access, attempt({ now: clock() }))).toEqual({
    is: 'later',
    why: 'the server takes no more for now (status 429: Too many requests)',
    afterSeconds: 1,
  })
})

describe('answers', () => {
  const answering = (status: number, json: unknown, headers: Record<string, string> = {}) =>
    attempt({ fetch: async () => new Response(JSON.stringify(json), { status, headers }) })
  const access = { url: 'https://example.social', accessToken: 'a-very-secret-token' }

  it.each<[status: number, json: unknown, is: string, why: RegExp]>([
    [200, { error: 'odd' }, 'unknown', /what became of the post \(status 200: odd\)/],
    [200, { status: 'request already handled' }, 'unknown', /what became of the post/],
    [301, {}, 'locked out', /elsewhere \(status 301\).*COLDREAD_MASTODON_URL/],
    [400, { error: 'bad' }, 'refused', /does not take the post \(status 400: bad\)/],
    [401, { error: 'The access token is invalid' }, 'locked out', /COLDREAD_MASTODON_ACCESS_TOKEN/],
    [403, { error: 'This action is outside the authorized scopes' }, 'locked out', /scopes `read:accounts/],
    [
      404,
      { error: 'Record not found' },
      'locked out',
      /no server that speaks as Mastodon.*COLDREAD_MASTODON_URL/,
    ],
    [409, { error: 'request already under way' }, 'unknown', /under way/],
    [422, { error: 'Validation failed: Text character limit of 500 exceeded' }, 'refused', /limit of 500/],
    [422, { error: 'This method requires an authenticated user' }, 'locked out', /token/],
    [429, {}, 'later', /no more for now/],
    [500, {}, 'unknown', /status 500/],
    [502, {}, 'unknown', /status 502/],
    [503, {}, 'unknown', /status 503/],
  ])('%i %o: %s', async (status, json, is, why) => {
    const outcome = await mastodon.send(post, access, answering(status, json))
    expect(outcome).toMatchObject({ is, why: expect.stringMatching(why) })
  })

  it('never repeats a token that a server repeats', async () => {
    const outcome = await mastodon.send(post, access, answering(422, { error: `${access.accessToken}!` }))
    expect(JSON.stringify(outcome)).not.toContain(access.accessToken)
  })

  it('tries later where no server is', async () => {
    const { server, access: known } = await serve()
    await server.stop()
    open.length = 0
    for (const url of [known.url, known.url.replace('127.0.0.1', 'localhost'), 'http://localhost:1'])
      expect(await mastodon.send(post, { ...known, url }, attempt())).toMatchObject({
        is: 'later',
        why: expect.stringMatching(/ cannot be reached \((?:ECONNREFUSED|bad port)\)$/),
      })
  })

  it('leaves out what would move a cursor', async () => {
    const { why } = (await mastodon.send(post, access, answering(422, { error: 'a\u001b[2Jb\u202ec' }))) as {
      why: string
    }
    expect(why).toContain('a[2Jbc')
  })

  it.each(['javascript:alert(1)', 'no address', 7])('shows no address %s', async (url) => {
    expect(await mastodon.send(post, access, answering(200, { id: '1', url }))).toEqual({
      is: 'sent',
      id: '1',
    })
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'CERT_HAS_EXPIRED', 'UND_ERR_CONNECT_TIMEOUT'])(
    'tries later what %s kept from the server',
    async (code) => {
      const failing = async () => {
        throw Object.assign(new TypeError('fetch failed'), { cause: { code } })
      }
      expect(await mastodon.send(post, access, attempt({ fetch: failing }))).toEqual({
        is: 'later',
        isAway: true,
        why: `example.social cannot be reached (${code})`,
      })
    },
  )

  it.each<[status: number, is: string]>([
    [401, 'locked out'],
    [403, 'locked out'],
    [404, 'locked out'],
    [429, 'unclear'],
    [500, 'unclear'],
  ])('%i to a look: %s', async (status, is) => {
    expect(
      await mastodon.find?.(post, { ...access, accessToken: 'other' }, answering(status, {})),
    ).toMatchObject({ is })
  })
})

it('looks through as many pages as there are since its time', async () => {
  const { server, access } = await serve({ clock: () => '2027-03-29T06:00:10Z' })
  await mastodon.send(post, access, attempt())
  for (let other = 0; other < 95; other++)
    await mastodon.send(message(`other-${other}`, `Other ${other}`), access, attempt())
  expect(await mastodon.find?.(post, access, attempt())).toMatchObject({ is: 'found' })
  expect(await mastodon.find?.(message('b', 'Never sent'), access, attempt())).toEqual({ is: 'absent' })
  expect(server.requests.filter((each) => each.endsWith('/statuses') && each.startsWith('GET'))).toHaveLength(
    8,
  )
})

it('does not take a post of last week for one of today', async () => {
  const { access } = await serve({ clock: () => '2027-03-22T06:00:00Z' })
  await mastodon.send(post, access, attempt())
  expect(await mastodon.find?.(post, access, attempt())).toEqual({ is: 'absent' })
})

describe('threads', () => {
  const thread = message('thread/toot/1/1', 'One', { parts: ['One', 'Two', 'Three'], comment: 'Sources' })
  const below = ({ statuses }: MastodonTestServer) =>
    statuses.map(({ text, in_reply_to_id }) => [
      text,
      statuses.find(({ id }) => id === in_reply_to_id)?.text ?? null,
    ])
  const whole = [
    ['One', null],
    ['Two', 'One'],
    ['Three', 'Two'],
    ['Sources', 'Three'],
  ]

  it('stand below each other', async () => {
    const { server, access } = await serve()
    const outcome = await mastodon.send(thread, access, attempt())
    expect(outcome).toMatchObject({ is: 'sent', id: server.statuses[0]?.id })
    expect(below(server)).toEqual(whole)
  })

  it.each(['dropped', 'dropped after', '500', '500 after', '429'] as const)(
    'go on where %s broke them off',
    async (mishap) => {
      let posts = 0
      const { server, access } = await serve({ mishap: () => (++posts === 3 ? mishap : undefined) })
      const broken = await mastodon.send(thread, access, attempt())
      expect(broken).toMatchObject({
        is: 'unknown',
        why: expect.stringMatching(/^what follows its first 2 posts is missing: /),
      })
      expect(await mastodon.find?.(thread, access, attempt())).toEqual({ is: 'begun' })
      expect(await mastodon.send(thread, access, attempt())).toMatchObject({
        is: 'sent',
        id: server.statuses[0]?.id,
      })
      expect(below(server)).toEqual(whole)
      expect(await mastodon.find?.(thread, access, attempt())).toMatchObject({ is: 'found' })
    },
  )

  it('say what of them was not taken', async () => {
    const { access } = await serve()
    const long = { ...thread, parts: ['One', 'a'.repeat(501)] as const }
    expect(await mastodon.send(long, access, attempt())).toMatchObject({
      is: 'sent',
      alsoWhy:
        'what follows its first post is missing: the server does not take the post (status 422: Validation failed: Text character limit of 500 exceeded)',
    })
  })
})

describe('images', () => {
  const bytes = Buffer.from('an image')
  const imageOf = (ending: string) => {
    const name = `${hash('sha256', bytes).slice(0, 16)}.${ending}`
    return { url: `https://notes.example/m/${name}`, name, alt: 'A desk' }
  }
  const serving: typeof fetch = async (url, init) =>
    String(url).startsWith('https://notes.example/m/') ? new Response(bytes) : fetch(url, init)

  it.each([true, false])(
    'are uploaded with their description, then posted (newer way: %s)',
    async (hasMediaV2) => {
      const { server, access } = await serve({ hasMediaV2 })
      const outcome = await mastodon.send(
        { ...post, image: imageOf('png') },
        access,
        attempt({ fetch: serving }),
      )
      expect(outcome).toMatchObject({ is: 'sent' })
      expect(server.statuses[0]?.media).toEqual([{ description: 'A desk', size: 8 }])
    },
  )

  it('that the server does not take keep the post back', async () => {
    const { server, access } = await serve()
    const outcome = await mastodon.send(
      { ...post, image: imageOf('bin') },
      access,
      attempt({ fetch: serving }),
    )
    expect(outcome).toEqual({
      is: 'refused',
      why: 'the server does not take its image (status 422: Validation failed: File content type is invalid)',
    })
    expect(server.statuses).toEqual([])
  })
})
