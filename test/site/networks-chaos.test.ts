import { expect, it, onTestFinished } from 'vitest'
import { recordKey } from '../../src/delivery/bluesky/record-key.ts'
import { startBluesky } from '../support/bluesky-server.ts'
import { chaosJobs, liveThroughChaos, randomOf } from '../support/chaos.ts'
import { type Fault, faultyProxy } from '../support/faulty-proxy.ts'
import { MastodonTestServer, type Mishap } from '../support/mastodon-server.ts'
import { TestRedis } from '../support/redis.ts'

const site = 'notes.example'
const channels = ['news', 'shop', 'team', 'club', 'fair']

async function startRedis(): Promise<TestRedis> {
  const redis = await TestRedis.start()
  onTestFinished(() => redis.stop())
  return redis
}

/** One in eight meets with something, by a seed. */
function oneInEight<T>(seed: number, all: readonly T[]): () => T | undefined {
  const random = randomOf(seed)
  return () => (random() < 0.125 ? all[Math.floor(random() * all.length)] : undefined)
}

it('puts 200 records of 200 on a Bluesky server, though workers, Redis and connections are killed', async () => {
  const [redis, account] = await Promise.all([startRedis(), startBluesky()])
  onTestFinished(() => account.stop())
  const fault = oneInEight<Fault>(11, ['dropped', 'dropped after', '429', '500', '500 after'])
  const proxy = await faultyProxy(account.url, (path) => (path.endsWith('putRecord') ? fault() : undefined))
  onTestFinished(() => proxy.stop())
  const jobs = chaosJobs(site, 'bluesky', { number: 200, channels })
  const env = {
    COLDREAD_BLUESKY_SERVICE: proxy.url,
    COLDREAD_BLUESKY_IDENTIFIER: account.handle,
    COLDREAD_BLUESKY_APP_PASSWORD: account.appPassword,
  }
  const { traces, log, kills } = await liveThroughChaos({ redis, site, jobs, env, seed: 3 })
  expect(kills).toBe(9)
  expect([...proxy.faults.keys()].sort()).toEqual(['429', '500', '500 after', 'dropped', 'dropped after'])

  const posts = await account.posts()
  expect([...posts].map(([key, { text }]) => `${key} ${text}`).sort()).toEqual(
    jobs
      .map(({ delivery: { message } }) => `${recordKey(message.key, message.at)} ${message.parts[0]}`)
      .sort(),
  )
  expect(new Set([...traces.values()].map(({ is }) => is))).toEqual(new Set(['sent']))
  expect(log.join('\n')).not.toContain(account.appPassword)
})

it('posts 200 of 200 once to a server like Mastodon that knows no keys, drops connections and fails', async () => {
  const redis = await startRedis()
  const mishap = oneInEight<Mishap>(12, ['dropped', 'dropped after', '429', '500', '500 after', '503'])
  const server = await new MastodonTestServer({ mishap }).start()
  onTestFinished(() => server.stop())
  const jobs = chaosJobs(site, 'mastodon', { number: 200, channels })
  const env = { COLDREAD_MASTODON_URL: server.url, COLDREAD_MASTODON_ACCESS_TOKEN: server.token }
  const { traces, log, kills } = await liveThroughChaos({ redis, site, jobs, env, seed: 4 })
  expect(kills).toBe(9)

  const keyOf = new Map(jobs.map(({ delivery: { message } }) => [message.key, message]))
  const posted = Map.groupBy(server.statuses, ({ key }) => keyOf.get(key ?? '')?.channel)
  expect(
    Object.fromEntries([...posted].map(([channel, all]) => [channel, all.map(({ text }) => text)])),
  ).toEqual(
    Object.fromEntries(
      channels.map((channel) => [
        channel,
        jobs.flatMap(({ delivery: { message } }) => (message.channel === channel ? [message.parts[0]] : [])),
      ]),
    ),
  )
  expect(new Set([...traces.values()].map(({ is }) => is))).toEqual(new Set(['sent']))
  expect(server.requests.filter((each) => each.startsWith('GET')).length).toBeGreaterThan(0)
  expect(log.join('\n')).not.toContain(server.token)
})

it('holds what a wrong password keeps back, delivers it with the right one, and never puts again what was deleted', async () => {
  const [redis, account] = await Promise.all([startRedis(), startBluesky()])
  onTestFinished(() => account.stop())
  const env = { COLDREAD_BLUESKY_SERVICE: account.url, COLDREAD_BLUESKY_IDENTIFIER: account.handle }
  const right = { ...env, COLDREAD_BLUESKY_APP_PASSWORD: account.appPassword }
  const wrong = { ...env, COLDREAD_BLUESKY_APP_PASSWORD: 'wrong-password-1234' }
  const [first, second] = chaosJobs(site, 'bluesky', { number: 2, channels: ['sky'] })
  if (!first || !second) throw new Error('there are two')
  const run = (jobs: (typeof first)[], told: NodeJS.ProcessEnv, within = 60_000) =>
    liveThroughChaos({ redis, site, jobs, env: told, workers: 1, kills: 0, within })

  const kept = await run([first], wrong, 6000).catch(({ message }: Error) => message)
  expect(kept).toContain(`Bluesky does not let ${account.handle} in (status 401: AuthenticationRequired`)
  expect(kept).not.toContain('wrong-password-1234')
  expect((await account.posts()).size).toBe(0)

  await run([first], right)
  const { key, at } = first.delivery.message
  expect([...(await account.posts()).keys()]).toEqual([recordKey(key, at)])

  await account.remove(recordKey(key, at))
  await run([first, second], right)
  const texts = [...(await account.posts()).values()].map(({ text }) => text)
  expect(texts).toEqual(second.delivery.message.parts)
})
