import { spawn } from 'node:child_process'
import { expect, it, onTestFinished, vi } from 'vitest'
import { connect } from '../../plugins/delivery/connect.ts'
import { LanesStore } from '../../plugins/delivery/lanes-store.ts'
import { redisAccess } from '../../plugins/delivery/redis-access.ts'
import { recordKey } from '../../src/delivery/bluesky/record-key.ts'
import { startBluesky } from '../support/bluesky-server.ts'
import { chaosJobs, liveThroughChaos, randomOf } from '../support/chaos.ts'
import { type Fault, faultyProxy } from '../support/faulty-proxy.ts'
import { MastodonTestServer, type Mishap } from '../support/mastodon-server.ts'
import { TestRedis } from '../support/redis.ts'
import { packageRoot, plainEnv } from '../support/run-coldread.ts'

vi.setConfig({ testTimeout: 400_000 })

/** Milliseconds that a slow machine may need, several times what a fast one does. */
const within = 180_000
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

/** What a worker says up to some words; then it is told to end. */
async function saidUntil({ url }: TestRedis, env: NodeJS.ProcessEnv, words: string): Promise<string> {
  const worker = spawn(
    process.execPath,
    [`${packageRoot}scripts/coldread.mjs`, 'deliver', '--redis', url, '--take-over', '1.5', '--pace', '0.05'],
    { env: { ...plainEnv, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  let said = ''
  worker.stdout.on('data', (chunk) => {
    said += chunk
    if (said.includes(words)) worker.kill('SIGTERM')
  })
  await gone
  return said
}

/** 200 snippets on five channels, and ten threads on another. */
function snippetsAndThreads(sender: 'bluesky' | 'mastodon') {
  const threads = chaosJobs(site, sender, { number: 10, channels: ['long'], apart: 100 }).map((each) => {
    const { message } = each.delivery
    const [text] = message.parts
    const parts = [`${text}: one`, `${text}: two`, `${text}: three`] as [string, ...string[]]
    return { ...each, delivery: { ...each.delivery, message: { ...message, parts } } }
  })
  return [...chaosJobs(site, sender, { number: 200, channels }), ...threads]
}

it('puts 200 snippets and ten threads on a Bluesky server, each once, though workers, Redis and connections are killed', async () => {
  const [redis, account] = await Promise.all([startRedis(), startBluesky()])
  onTestFinished(() => account.stop())
  const fault = oneInEight<Fault>(11, ['dropped', 'dropped after', '429', '500', '500 after'])
  const proxy = await faultyProxy(account.url, (path) => (path.endsWith('putRecord') ? fault() : undefined))
  onTestFinished(() => proxy.stop())
  const jobs = snippetsAndThreads('bluesky')
  const env = {
    COLDREAD_BLUESKY_SERVICE: proxy.url,
    COLDREAD_BLUESKY_IDENTIFIER: account.handle,
    COLDREAD_BLUESKY_APP_PASSWORD: account.appPassword,
  }
  const { traces, log, kills } = await liveThroughChaos({ redis, site, jobs, env, seed: 3, within })
  expect(kills).toBe(9)
  expect([...proxy.faults.keys()].sort()).toEqual(['429', '500', '500 after', 'dropped', 'dropped after'])

  const posts = await account.posts()
  expect([...posts].map(([key, { text }]) => `${key} ${text}`).sort()).toEqual(
    jobs
      .flatMap(({ delivery: { message } }) =>
        message.parts.map((text, part) => `${recordKey(message.key, message.at, part)} ${text}`),
      )
      .sort(),
  )
  expect(new Set([...traces.values()].map(({ is }) => is))).toEqual(new Set(['sent']))
  expect(log.join('\n')).not.toContain(account.appPassword)
})

it('posts 200 snippets and ten threads, each once, to a server like Mastodon that knows no keys, drops connections and fails', async () => {
  const redis = await startRedis()
  const mishap = oneInEight<Mishap>(12, ['dropped', 'dropped after', '429', '500', '500 after', '503'])
  const server = await new MastodonTestServer({ mishap }).start()
  onTestFinished(() => server.stop())
  const jobs = snippetsAndThreads('mastodon')
  const env = { COLDREAD_MASTODON_URL: server.url, COLDREAD_MASTODON_ACCESS_TOKEN: server.token }
  const { traces, log, kills } = await liveThroughChaos({ redis, site, jobs, env, seed: 4, within })
  expect(kills).toBe(9)

  const messages = new Map(jobs.map(({ delivery: { message } }) => [message.key, message]))
  const posted = Map.groupBy(server.statuses, ({ key }) => messages.get(key?.slice(0, 32) ?? '')?.channel)
  expect(
    Object.fromEntries([...posted].map(([channel, all]) => [channel, all.map(({ text }) => text)])),
  ).toEqual(
    Object.fromEntries(
      [...channels, 'long'].map((channel) => [
        channel,
        jobs.flatMap(({ delivery: { message } }) => (message.channel === channel ? message.parts : [])),
      ]),
    ),
  )
  const textOf = new Map(server.statuses.map(({ id, text }) => [id, text]))
  const below = server.statuses.flatMap(({ text, in_reply_to_id: above }) =>
    above === null ? [] : [`${text} < ${textOf.get(above)}`],
  )
  expect(below).toHaveLength(20)
  for (const each of below) expect(each).toMatch(/^(.*): (?:two < \1: one|three < \1: two)$/)
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
  const run = (jobs: (typeof first)[]) =>
    liveThroughChaos({ redis, site, jobs, env: right, workers: 1, kills: 0, within })

  const { redis: client } = await connect(redisAccess(redis.url, {}))
  const lanes = new LanesStore(client, site)
  await lanes.add('sky', [first])
  const said = await saidUntil(redis, wrong, 'locked out')
  expect(said).toContain(`Bluesky does not let ${account.handle} in (status 401: AuthenticationRequired`)
  expect(said).not.toContain('wrong-password-1234')
  await lanes.close()
  client.disconnect()
  expect((await account.posts()).size).toBe(0)

  await run([first])
  const { key, at } = first.delivery.message
  expect([...(await account.posts()).keys()]).toEqual([recordKey(key, at)])

  await account.remove(recordKey(key, at))
  await run([first, second])
  const texts = [...(await account.posts()).values()].map(({ text }) => text)
  expect(texts).toEqual(second.delivery.message.parts)
})
