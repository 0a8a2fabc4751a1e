import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { postizServer } from '../../../plugins/queue/postiz-server.ts'
import { type PushReport, pushPostiz } from '../../../plugins/queue/push-postiz.ts'
import { planSchema } from '../../../src/calendar/plan.ts'
import { momentOf } from '../../../src/calendar/time.ts'
import { postiz } from '../../../src/snippets/formats/postiz.ts'
import { foldLedger } from '../../../src/snippets/ledger/fold-ledger.ts'
import { readLedgerFile } from '../../../src/snippets/ledger/ledger-line.ts'
import { statementFile } from '../../../src/snippets/ledger/make-handover.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { ModelPostiz } from '../../support/model-postiz.ts'
import { morning, queueItem } from './queue-items.ts'

const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { sky: { network: 'bluesky' }, work: { network: 'linkedin' } },
  exports: { postiz: { channels: { sky: { integration: 'int-sky' }, work: { integration: 'int-work' } } } },
})
const start = Temporal.Instant.from('2027-01-01T09:00:00Z')

class Crash extends Error {}

/** A site that pushes to a server. */
class Site {
  readonly server = new ModelPostiz()
  readonly files = new Map<string, string>()
  items: QueueItem[] = []
  perHour = 1000
  /** Writes or requests until the machine stops; undefined is never. */
  crashIn: number | undefined
  #asked: number[] = []
  #pushes = 0

  constructor() {
    vi.stubGlobal('fetch', this.server.fetch)
  }

  now = () => start.add({ minutes: this.server.time }).toString()

  read = () => foldLedger([...this.files].flatMap(([path, text]) => readLedgerFile(path, text).statements))

  #step(): void {
    if (this.crashIn !== undefined && this.crashIn-- <= 0) throw new Crash()
  }

  async push(options: { channels?: string[] } = {}): Promise<PushReport | undefined> {
    const recent = () => this.#asked.filter((time) => time > this.server.time - 60)
    const access = postizServer({
      url: 'https://postiz.example/',
      key: this.server.key,
      patience: 1000,
      clock: this.now,
      sleep: async () => {},
      mayAsk: () => {
        if (recent().length >= this.perHour) return start.add({ minutes: (recent()[0] ?? 0) + 60 }).toString()
        this.#asked.push(this.server.time)
        return undefined
      },
    })
    try {
      return await pushPostiz(
        {
          format: postiz,
          server: 'postiz',
          context: { zone: plan.zone, site: plan.site, channels: plan.channels, exports: plan.exports },
          now: momentOf(start.add({ minutes: this.server.time }).toZonedDateTimeISO('UTC')),
          until: '2027-12-31',
          channels: options.channels,
          salt: String(this.#pushes++),
        },
        {
          server: {
            ...access,
            send: async (body) => {
              const answer = await access.send(body)
              this.#step()
              return answer
            },
          },
          read: this.read,
          queueOf: () => this.items,
          write: ({ path, content }) => {
            this.#step()
            expect(this.files.has(path)).toBe(false)
            this.files.set(path, content)
          },
          alone: (work) => work(),
          readImage: () => new Uint8Array([1]),
          left: () => this.perHour - recent().length,
          clock: this.now,
        },
      )
    } catch (error) {
      if (error instanceof Crash) return undefined
      throw error
    } finally {
      this.crashIn = undefined
    }
  }

  /** What a person says of something that is not on the server. */
  removed(id: string): void {
    for (const row of this.read().active.get(id) ?? []) {
      const { path, content } = statementFile([{ type: 'removed', export: row.export, id, at: this.now() }])
      this.files.set(path, content)
    }
  }

  /** What stands on the server, as `channel time words`. */
  get there(): string[] {
    return [...this.server.posts.values()]
      .map(
        ({ integration, publishDate, parts }) =>
          `${integration.id} ${publishDate.slice(0, 16)} ${parts.join(' | ')}`,
      )
      .sort()
  }
}

const item = (number: number, words = 'first words', given: Partial<QueueItem> = {}): QueueItem =>
  queueItem({
    post: `post-${number}`,
    channel: 'sky',
    network: 'bluesky',
    at: morning(number),
    parts: [`Nr. ${number} & co: ${words}.`],
    hash: words,
    ...given,
  })
const said = (report: PushReport | undefined) => report?.done.map(({ did, id }) => `${did} ${id}`)

afterEach(() => vi.unstubAllGlobals())

describe('a push', () => {
  it('sends what is new once, and nothing the second time', async () => {
    const site = new Site()
    site.items = [item(1), item(2, 'more', { channel: 'work', network: 'linkedin' })]
    expect(said(await site.push())).toEqual(['sent post-1/sky/1/1', 'sent post-2/work/1/1'])
    expect(site.there).toEqual([
      'int-sky 2027-01-06T09:00 Nr. 1 & co: first words.',
      'int-work 2027-01-07T09:00 Nr. 2 & co: more.',
    ])
    site.server.wait(1)
    const again = await site.push()
    expect(again).toEqual({ done: [], held: [], unchanged: 2 })
    expect(site.server.requests.filter((each) => each === 'POST /posts')).toHaveLength(2)
  })

  it('changes and deletes by the id that the server gave', async () => {
    const site = new Site()
    site.items = [item(1), item(2), item(3)]
    await site.push()
    const ids = [...site.server.posts.keys()]
    site.server.wait(1)
    site.items = [item(1, 'other words'), item(2, 'first words', { at: morning(9) })]
    expect(said(await site.push())).toEqual([
      'deleted post-3/sky/1/1',
      'changed post-1/sky/1/1',
      'changed post-2/sky/1/1',
    ])
    expect([...site.server.posts.keys()]).toEqual(ids.slice(0, 2))
    expect(site.there).toEqual([
      'int-sky 2027-01-06T09:00 Nr. 1 & co: other words.',
      'int-sky 2027-01-14T09:00 Nr. 2 & co: first words.',
    ])
  })

  it('changes the parts of a thread with it, and uploads an image before its post', async () => {
    const site = new Site()
    const image = { path: 'content/posts/a.png', hash: 'abc', alt: 'A week' }
    site.items = [item(1, '', { parts: ['One two three.', 'Four five six.'], hash: 'a', image })]
    await site.push()
    expect(site.server.requests).toEqual(['GET /posts', 'POST /upload', 'POST /posts'])
    expect([...site.server.posts.values()][0]?.image).toEqual([
      { id: 'image-1', path: 'https://uploads.example/1.png', alt: 'A week' },
    ])
    site.server.wait(1)
    site.items = [item(1, '', { parts: ['One two three.', 'Seven.'], hash: 'b' })]
    await site.push()
    expect(site.there).toEqual(['int-sky 2027-01-06T09:00 One two three. | Seven.'])
  })

  it.each(['lost after', '500 after'] as const)(
    'finds at once what arrived though the answer was %s',
    async (mishap) => {
      const site = new Site()
      site.items = [item(1)]
      site.server.mishaps.push(undefined, mishap)
      expect(said(await site.push())).toEqual(['sent post-1/sky/1/1'])
      expect(site.there).toHaveLength(1)
      site.server.wait(1)
      expect((await site.push())?.done).toEqual([])
    },
  )

  it.each(['lost', '500', 'late'] as const)(
    'leaves what may be on its way open, then looks again: %s',
    async (mishap) => {
      const site = new Site()
      site.items = [item(1)]
      site.server.mishaps.push(undefined, mishap)
      expect(said(await site.push())).toEqual(['open post-1/sky/1/1'])
      site.server.wait(5)
      const soon = await site.push()
      expect(said(soon)).toEqual(['open post-1/sky/1/1'])
      expect(soon?.done[0]?.why).toContain('2027-01-01T09:30:00Z')
      site.server.wait(26)
      expect(said(await site.push())).toEqual(
        mishap === 'late' ? ['found post-1/sky/1/1'] : ['gone post-1/sky/1/1', 'sent post-1/sky/1/1'],
      )
      expect(site.there).toHaveLength(1)
    },
  )

  it('makes a change again of which it is not known whether it was made, even where it is not wanted any more', async () => {
    const site = new Site()
    site.items = [item(1, 'old')]
    await site.push()
    site.server.wait(1)
    site.items = [item(1, 'new')]
    site.server.mishaps.push(undefined, 'lost after')
    expect(said(await site.push())).toEqual(['open post-1/sky/1/1'])
    site.items = [item(1, 'old')]
    site.server.wait(31)
    expect(said(await site.push())).toEqual(['changed post-1/sky/1/1'])
    expect(site.there).toEqual(['int-sky 2027-01-06T09:00 Nr. 1 & co: old.'])
  })

  it('stops when the server has enough, says when to go on, and goes on there', async () => {
    const site = new Site()
    site.items = [item(1), item(2), item(3)]
    site.server.mishaps.push(undefined, undefined, '429')
    const report = await site.push()
    expect(said(report)).toEqual(['sent post-1/sky/1/1'])
    expect(report?.stopped).toEqual({
      why: 'Postiz has had enough requests for now',
      later: '2027-01-01T09:30:00Z',
    })
    site.server.wait(30)
    expect(said(await site.push())).toEqual(['sent post-2/sky/1/1', 'sent post-3/sky/1/1'])
    expect(site.there).toHaveLength(3)
  })

  it('makes no more requests within an hour than are safe', async () => {
    const site = new Site()
    site.perHour = 5
    site.items = [1, 2, 3, 4, 5].map((number) => item(number))
    const report = await site.push()
    expect(said(report)).toHaveLength(3)
    expect(report?.stopped?.later).toBe('2027-01-01T10:00:00Z')
    site.server.wait(61)
    await site.push()
    expect(site.there).toHaveLength(5)
    expect(site.server.requests).toHaveLength(7)
  })

  it('takes what is on the server already for its own', async () => {
    const site = new Site()
    site.items = [item(1)]
    await site.push()
    site.files.clear()
    site.server.wait(1)
    expect(said(await site.push())).toEqual(['found post-1/sky/1/1'])
    expect(site.there).toHaveLength(1)
  })

  it('leaves alone what went out, and sends anew what somebody deleted there and is still wanted', async () => {
    const site = new Site()
    site.items = [item(1), item(2), item(3)]
    await site.push()
    const [first, second] = [...site.server.posts.values()]
    if (first) first.state = 'PUBLISHED'
    site.server.posts.delete(second?.id ?? '')
    site.server.wait(1)
    expect(said(await site.push())).toEqual(['missing post-2/sky/1/1'])
    site.server.wait(1)
    site.items = [item(1, 'other'), item(2, 'other')]
    expect(said(await site.push())).toEqual([
      'left post-1/sky/1/1',
      'gone post-2/sky/1/1',
      'deleted post-3/sky/1/1',
    ])
    site.server.wait(1)
    expect(said(await site.push())).toEqual(['left post-1/sky/1/1', 'sent post-2/sky/1/1'])
  })

  it('sends one channel where only that is asked for', async () => {
    const site = new Site()
    site.items = [item(1), item(2, 'more', { channel: 'work', network: 'linkedin' })]
    expect(said(await site.push({ channels: ['work'] }))).toEqual(['sent post-2/work/1/1'])
  })

  it('says what the server refuses, and never its key', async () => {
    const site = new Site()
    site.items = [item(1)]
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
      init.method === 'GET'
        ? site.server.fetch(url, init)
        : new Response(JSON.stringify({ message: [`no ${site.server.key}`, 'too short'] }), { status: 400 }),
    )
    const report = await site.push()
    expect(report?.done).toEqual([
      { did: 'refused', id: 'post-1/sky/1/1', why: 'Postiz answered 400: no …; too short' },
    ])
    vi.stubGlobal('fetch', async () => new Response('', { status: 401 }))
    expect((await site.push())?.stopped?.why).toBe(
      'Postiz does not let this key in (status 401); see COLDREAD_POSTIZ_KEY',
    )
    expect([...site.files.values()].join()).not.toContain(site.server.key)
  })
})

it('has each post at most once on the server whatever fails, and in the end exactly once', async () => {
  const mishap = fc.option(
    fc.constantFrom(
      'lost' as const,
      'lost after' as const,
      '500' as const,
      '500 after' as const,
      '429' as const,
      'late' as const,
    ),
    { nil: undefined, freq: 2 },
  )
  const number = fc.integer({ min: 1, max: 4 })
  const step = fc.oneof(
    fc.record({
      do: fc.constant('put' as const),
      number,
      words: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: 5, max: 8 }),
    }),
    fc.record({ do: fc.constant('cancel' as const), number }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
    fc.record({
      do: fc.constant('push' as const),
      mishaps: fc.array(mishap, { maxLength: 6 }),
      crashIn: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    }),
    fc.record({
      do: fc.constant('push' as const),
      mishaps: fc.array(mishap, { maxLength: 6 }),
      crashIn: fc.constant(undefined),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const site = new Site()
      const wanted = new Map<number, QueueItem>()
      const push = async () => {
        site.items = [...wanted.values()]
        const report = await site.push()
        for (const { did, id } of report?.done ?? []) if (did === 'missing') site.removed(id)
        site.server.mishaps.length = 0
        const numbers = site.there.map((each) => /Nr\. (\d)/.exec(each)?.[1])
        expect(new Set(numbers).size, site.there.join('\n')).toBe(numbers.length)
        site.server.wait(1)
      }
      for (const each of steps) {
        if (each.do === 'put')
          wanted.set(
            each.number,
            item(each.number, `words ${each.words}`, { at: morning(each.day + each.number * 10) }),
          )
        else if (each.do === 'cancel') wanted.delete(each.number)
        else if (each.do === 'wait') site.server.wait(each.minutes)
        else {
          site.server.mishaps.push(...each.mishaps)
          site.crashIn = each.crashIn
          await push()
        }
      }
      for (let times = 0; times < 4; times++) {
        site.server.wait(31)
        await push()
      }
      expect(site.there).toEqual(
        [...wanted.values()].map(({ at, parts }) => `int-sky ${at?.local} ${parts.join(' | ')}`).sort(),
      )
      const { handovers, oddities } = site.read()
      expect([handovers.filter(({ state }) => state !== 'confirmed'), oddities]).toEqual([[], []])
      const { requests } = site.server
      const before = requests.length
      await push()
      expect(requests.slice(before)).toEqual(['GET /posts'])
    }),
    { numRuns: 300 },
  )
})
