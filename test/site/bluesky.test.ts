import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bluesky } from '../../plugins/delivery/senders/bluesky.ts'
import { recordKey } from '../../src/delivery/bluesky/record-key.ts'
import { type BlueskyAccount, startBluesky } from '../support/bluesky-server.ts'
import { attempt, message } from '../support/message.ts'

let account: BlueskyAccount
let access: { identifier: string; appPassword: string; service: string }
beforeAll(async () => {
  account = await startBluesky()
  access = { identifier: account.handle, appPassword: account.appPassword, service: account.url }
})
afterAll(() => account.stop())

const recordOf = async ({ key, at }: { key: string; at: string }, part = 0) =>
  (await account.posts()).get(recordKey(key, at, part))

it('puts one record, however often it is sent', async () => {
  const post = message('a/sky/1/1', 'Post twice a week, @two-a-week.test: https://notes.example/a #cadence')
  const before = (await account.posts()).size
  const first = await bluesky.send(post, access, attempt())
  const key = recordKey(post.key, post.at)
  expect(first).toEqual({
    is: 'sent',
    id: `at://${account.did}/app.bsky.feed.post/${key}`,
    address: `https://bsky.app/profile/${account.did}/post/${key}`,
  })
  const record = await recordOf(post)
  expect(record).toEqual({
    $type: 'app.bsky.feed.post',
    text: post.parts[0],
    langs: ['en'],
    createdAt: '2027-03-29T06:00:00.000Z',
    facets: [
      {
        index: { byteStart: 19, byteEnd: 35 },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: account.did }],
      },
      {
        index: { byteStart: 37, byteEnd: 60 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://notes.example/a' }],
      },
      {
        index: { byteStart: 61, byteEnd: 69 },
        features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'cadence' }],
      },
    ],
  })
  const again = await Promise.all([1, 2, 3].map(() => bluesky.send(post, access, attempt())))
  expect(again).toEqual([first, first, first])
  expect((await account.posts()).size).toBe(before + 1)
  expect(await recordOf(post)).toEqual(record)
  expect(await bluesky.find?.(post, access, attempt())).toEqual({ ...first, is: 'found' })
})

it('shows a card of the page that its words lead to', async () => {
  const url = 'https://notes.example/a/?utm_source=bluesky'
  const card = { title: 'How often should a small shop post?', description: 'Twice a week.' }
  const post = message('card/sky/1/1', `Post less: ${url}`, { url, card })
  expect(await bluesky.send(post, access, attempt())).toMatchObject({ is: 'sent' })
  expect((await recordOf(post))?.embed).toEqual({
    $type: 'app.bsky.embed.external',
    external: { uri: url, ...card },
  })
  const thread = message('card/sky/2/1', '', { parts: ['One', `Two ${url}`], url, card })
  await bluesky.send(thread, access, attempt())
  expect([(await recordOf(thread))?.embed, (await recordOf(thread, 1))?.embed]).toEqual([
    undefined,
    expect.objectContaining({ $type: 'app.bsky.embed.external' }),
  ])
})

it('does not find what was never sent, or was deleted', async () => {
  const post = message('deleted/sky/1/1', 'Soon gone.')
  expect(await bluesky.find?.(post, access, attempt())).toEqual({ is: 'absent' })
  await bluesky.send(post, access, attempt())
  await account.remove(recordKey(post.key, post.at))
  expect(await bluesky.find?.(post, access, attempt())).toEqual({ is: 'absent' })
})

it('puts the parts of a thread below each other, and the comment last', async () => {
  const thread = message('thread/sky/1/1', 'One', {
    parts: ['One', 'Two', 'Three'],
    comment: 'Sources: none',
  })
  const outcome = await bluesky.send(thread, access, attempt())
  expect(await bluesky.send(thread, access, attempt())).toEqual(outcome)
  const [one, two, three, four] = await Promise.all([0, 1, 2, 3].map((part) => recordOf(thread, part)))
  expect([one?.text, two?.text, three?.text, four?.text]).toEqual(['One', 'Two', 'Three', 'Sources: none'])
  expect([one?.createdAt, four?.createdAt]).toEqual(['2027-03-29T06:00:00.000Z', '2027-03-29T06:00:00.003Z'])
  const uriOf = (part: number) =>
    expect.objectContaining({
      uri: `at://${account.did}/app.bsky.feed.post/${recordKey(thread.key, thread.at, part)}`,
    })
  expect([one?.reply, two?.reply, three?.reply, four?.reply]).toEqual([
    undefined,
    { root: uriOf(0), parent: uriOf(0) },
    { root: uriOf(0), parent: uriOf(1) },
    { root: uriOf(0), parent: uriOf(2) },
  ])
})

it('goes on with a thread that was broken off', async () => {
  const thread = message('broken/sky/1/1', 'One', { parts: ['One', 'Two', 'Three'] })
  let puts = 0
  const breaking: typeof fetch = async (url, init) => {
    if (String(url).endsWith('putRecord') && ++puts === 3)
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } })
    return fetch(url, init)
  }
  expect(await bluesky.send(thread, access, attempt({ fetch: breaking }))).toEqual({
    is: 'unknown',
    why: 'what follows its first 2 posts is missing: the connection broke (ECONNRESET)',
  })
  expect(await bluesky.find?.(thread, access, attempt())).toEqual({ is: 'begun' })
  expect(await bluesky.send(thread, access, attempt())).toMatchObject({ is: 'sent' })
  expect(await bluesky.find?.(thread, access, attempt())).toMatchObject({ is: 'found' })
})

it('posts an image with its words, and scales one down that is too large', async () => {
  const noise = { create: { width: 1600, height: 1000, channels: 3, background: '#888' } } as const
  const large = await sharp({ ...noise, create: { ...noise.create, noise: { type: 'gaussian', sigma: 60 } } })
    .png()
    .toBuffer()
  expect(large.length).toBeGreaterThan(2_000_000)
  const small = readFileSync(new URL('../fixtures/lint/content/posts/window.png', import.meta.url))
  for (const bytes of [small, large]) {
    const name = `${hash('sha256', bytes).slice(0, 16)}.png`
    const image = { url: `https://notes.example/m/${name}`, name, alt: 'A desk' }
    const post = message(`image-${name}`, 'See.', { image })
    const serving: typeof fetch = async (url, init) =>
      url === image.url ? new Response(new Uint8Array(bytes)) : fetch(url, init)
    expect(await bluesky.send(post, access, attempt({ fetch: serving }))).toMatchObject({ is: 'sent' })
    const { embed } = (await recordOf(post)) as {
      embed: { images: { alt: string; image: { size: number } }[] }
    }
    expect(embed.images[0]?.alt).toBe('A desk')
    expect(embed.images[0]?.image.size).toBeLessThanOrEqual(2_000_000)
  }
})

it('renews a token that has expired, by itself', async () => {
  const used: string[] = []
  let isExpired = true
  const expiring: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers)
    const method = String(url).replace(/^.*\/xrpc\/|\?.*$/g, '')
    used.push(method)
    if (method === 'com.atproto.repo.putRecord' && isExpired) {
      isExpired = false
      headers.set('Authorization', `Bearer ${account.expiredToken()}`)
    }
    return fetch(url, { ...init, headers })
  }
  const post = message('expired/sky/1/1', 'Later.')
  expect(await bluesky.send(post, access, attempt({ fetch: expiring }))).toMatchObject({ is: 'sent' })
  expect(used).toEqual([
    'com.atproto.repo.putRecord',
    'com.atproto.server.refreshSession',
    'com.atproto.repo.putRecord',
  ])
})

it('says what to do about a wrong password, without saying it', async () => {
  const outcome = await bluesky.send(
    message('wrong/sky/1/1', 'Never.'),
    { ...access, appPassword: 'wrong-password-1234' },
    attempt(),
  )
  expect(outcome).toEqual({
    is: 'locked out',
    why: 'Bluesky does not let two-a-week.test in (status 401: AuthenticationRequired, Invalid identifier or password). Make a new app password, and set COLDREAD_BLUESKY_IDENTIFIER and COLDREAD_BLUESKY_APP_PASSWORD',
  })
})

it('says what the server has against a post', async () => {
  const outcome = await bluesky.send(message('long/sky/1/1', 'a'.repeat(3001)), access, attempt())
  expect(outcome).toMatchObject({
    is: 'refused',
    why: expect.stringContaining('Bluesky does not take the post (status 400: '),
  })
})
