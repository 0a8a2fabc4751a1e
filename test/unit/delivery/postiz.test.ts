import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { postiz } from '../../../plugins/delivery/senders/postiz.ts'
import { attempt, message } from '../../support/message.ts'
import { ModelPostiz } from '../../support/model-postiz.ts'

const access = { url: 'https://postiz.example/api', key: 'a-very-secret-key' }
const post = message('a/sky/1/1', 'Post twice a week: https://notes.example/a', {
  network: 'x',
  settings: { integration: 'int-sky' },
})

function serve(clock = '2027-03-29T06:00:05Z') {
  const model = new ModelPostiz()
  model.clock = clock
  return { model, tried: attempt({ fetch: model.fetch as typeof fetch, now: clock }) }
}

it('schedules a post for its time, with the settings that its network asks for', async () => {
  const { model, tried } = serve()
  let body: unknown
  const listening: typeof fetch = async (url, init) => {
    body = JSON.parse(String(init?.body))
    return tried.fetch(url, init)
  }
  const settings = { ...post.settings, settings: { community: 'c' } }
  expect(await postiz.send({ ...post, settings }, access, { ...tried, fetch: listening })).toEqual({
    is: 'sent',
    id: 'post-1',
  })
  expect(body).toEqual({
    type: 'schedule',
    date: '2027-03-29T06:00:00.000Z',
    shortLink: false,
    tags: [],
    posts: [
      {
        integration: { id: 'int-sky' },
        value: [{ content: post.parts[0], image: [] }],
        settings: { __type: 'x', who_can_reply_post: 'everyone', community: 'c' },
      },
    ],
  })
  expect(await postiz.find?.(post, access, tried)).toEqual({ is: 'found', id: 'post-1' })
  expect(model.posts.size).toBe(1)
})

it.each(['2027-03-29T06:00:45Z', '2027-03-29T06:07:00Z', '2027-03-29T17:00:00Z'])(
  'posts at once what is late at %s, since Postiz refuses times that are past',
  async (clock) => {
    const { model, tried } = serve(clock)
    const outcome = await postiz.send(post, access, tried)
    expect(outcome).toEqual({ is: 'sent', id: 'post-1' })
    expect([...model.posts.values()][0]?.publishDate).toBe(clock.replace(/:\d\dZ/, ':00.000Z'))
    expect(await postiz.find?.(post, access, tried)).toEqual({ is: 'found', id: 'post-1' })
  },
)

it('sends a thread, its comment and its image', async () => {
  const { model, tried } = serve()
  const bytes = Buffer.from('an image')
  const name = `${hash('sha256', bytes).slice(0, 16)}.png`
  const image = { url: `https://notes.example/m/${name}`, name, alt: 'A desk' }
  const serving: typeof fetch = async (url, init) =>
    url === image.url ? new Response(bytes) : tried.fetch(url, init)
  const thread = { ...post, parts: ['One', 'Two'] as const, comment: 'Sources', image }
  expect(await postiz.send(thread, access, { ...tried, fetch: serving })).toMatchObject({ is: 'sent' })
  expect([...model.posts.values()]).toMatchObject([
    { parts: ['One', 'Two', 'Sources'], image: [{ path: 'https://uploads.example/1.png', alt: 'A desk' }] },
  ])
  expect(await postiz.find?.(thread, access, tried)).toMatchObject({ is: 'found' })
})

it.each([
  ['lost', 'absent'],
  ['lost after', 'found'],
  ['500', 'absent'],
  ['500 after', 'found'],
] as const)('does not know after %s, and then looks', async (mishap, is) => {
  const { model, tried } = serve()
  model.mishaps.push(mishap)
  expect(await postiz.send(post, access, tried)).toMatchObject({ is: 'unknown' })
  expect(await postiz.find?.(post, access, tried)).toMatchObject({ is })
})

it('knows its words by heart, also with an address that HTML escapes', async () => {
  const { tried } = serve()
  const tagged = {
    ...post,
    parts: ['Post twice a week: https://notes.example/a?utm_source=sky&utm_medium=social'] as const,
  }
  await postiz.send(tagged, access, tried)
  expect(await postiz.find?.(tagged, access, tried)).toMatchObject({ is: 'found' })
})

it('cannot tell of a post with the same words that leads elsewhere', async () => {
  const { tried } = serve()
  await postiz.send(post, access, tried)
  const other = { ...post, parts: ['Post twice a week: https://notes.example/other/'] as const }
  expect(await postiz.find?.(other, access, tried)).toMatchObject({ is: 'unclear' })
})

it('tells posts of nothing but signs apart', async () => {
  const { tried } = serve()
  const hearts = { ...post, parts: ['❤️❤️'] as const }
  await postiz.send(hearts, access, tried)
  expect(await postiz.find?.(hearts, access, tried)).toMatchObject({ is: 'found' })
  expect(await postiz.find?.({ ...post, parts: ['🎉'] }, access, tried)).toEqual({ is: 'absent' })
})

it.each([
  ['other words', { parts: ['Something else'] }],
  ['the first of its words', { parts: ['Post twice a week, or thrice'] }],
  ['another channel', { settings: { integration: 'int-other' } }],
  ['an earlier time', { at: '2027-03-29T06:05:00Z' }],
] as const)('does not take a post with %s for it', async (_, other) => {
  const { tried } = serve()
  await postiz.send(post, access, tried)
  const sought = { ...post, ...other }
  expect(
    await postiz.find?.(sought as typeof post, access, { ...tried, now: '2027-03-29T06:10:00Z' }),
  ).toEqual({
    is: 'absent',
  })
})

describe('answers', () => {
  const answering = (status: number, json: unknown, headers: Record<string, string> = {}) =>
    attempt({ fetch: async () => new Response(JSON.stringify(json), { status, headers }) })

  it.each<[status: number, headers: Record<string, string>, outcome: Record<string, unknown>]>([
    [200, {}, { is: 'unknown' }],
    [302, {}, { is: 'locked out', why: 'Postiz is elsewhere (status 302); see COLDREAD_POSTIZ_URL' }],
    [400, {}, { is: 'refused', why: 'Postiz answered 400: no …' }],
    [401, {}, { is: 'locked out', why: expect.stringContaining('COLDREAD_POSTIZ_KEY') }],
    [403, {}, { is: 'locked out' }],
    [404, {}, { is: 'locked out', why: expect.stringContaining('COLDREAD_POSTIZ_URL') }],
    [408, {}, { is: 'unknown' }],
    [429, {}, { is: 'later', afterSeconds: 3600 }],
    [429, { 'Retry-After': '90' }, { is: 'later', afterSeconds: 90 }],
    [500, {}, { is: 'unknown' }],
    [503, {}, { is: 'unknown' }],
  ])('%i', async (status, headers, outcome) => {
    const said = await postiz.send(post, access, answering(status, { message: `no ${access.key}` }, headers))
    expect(said).toMatchObject(outcome)
    expect(JSON.stringify(said)).not.toContain(access.key)
  })

  it.each([
    [401, 'locked out'],
    [429, 'unclear'],
    [500, 'unclear'],
  ])('%i to a look is %s', async (status, is) => {
    expect(await postiz.find?.(post, access, answering(status, {}))).toMatchObject({ is })
  })

  it('tries later where there is no server', async () => {
    const fetch = async () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })
    }
    expect(await postiz.send(post, access, attempt({ fetch }))).toMatchObject({ is: 'later' })
  })
})

it.each([
  [{}, 1],
  [{ integration: '' }, 1],
  [{ integration: 'int-sky' }, 0],
])('%o has %i problems', (settings, problems) => {
  expect(postiz.settingsProblems?.(settings)).toHaveLength(problems)
})
