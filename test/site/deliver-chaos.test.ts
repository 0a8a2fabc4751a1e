import { expect, it, onTestFinished } from 'vitest'
import { chaosJobs, liveThroughChaos, randomOf } from '../support/chaos.ts'
import { TestRedis } from '../support/redis.ts'
import { type Mishap, WebhookServer } from '../support/webhook-server.ts'

const site = 'notes.example'
const channels = ['news', 'shop', 'team', 'club', 'fair']

async function world() {
  const redis = await TestRedis.start()
  onTestFinished(() => redis.stop())
  const server = await new WebhookServer().listen()
  onTestFinished(() => server.close())
  const random = randomOf(7)
  const mishaps: Mishap[] = ['dropped', 'dropped before', '429', '500', '500 after', 'slow']
  server.mishap = () => (random() < 0.12 ? mishaps[Math.floor(random() * mishaps.length)] : undefined)
  const env = {
    COLDREAD_WEBHOOK_URL: `${server.url}/take`,
    COLDREAD_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  }
  return { redis, server, env, jobs: chaosJobs(site, 'webhook', { number: 200, channels, apart: 30 }) }
}

/** What arrived on each channel, by its number, in the order in which it did. */
function arrivedBy(server: WebhookServer): Map<string, string[]> {
  const said = server.arrivals.map(({ body }) => JSON.parse(body).data as { channel: string; id: string })
  return new Map(
    [...Map.groupBy(said, ({ channel }) => channel)].map(([channel, all]) => [
      channel,
      all.map(({ id }) => id),
    ]),
  )
}

it('delivers 200 of 200 once, in order, though workers and Redis are killed and the receiver misbehaves', async () => {
  const { redis, server, env, jobs } = await world()
  const { traces, kills } = await liveThroughChaos({
    redis,
    site,
    jobs,
    env: { ...env, COLDREAD_WEBHOOK_LOOK_URL: `${server.url}/seen` },
  })
  expect(kills).toBe(9)
  expect(server.looks).toBeGreaterThan(0)
  expect(Object.fromEntries(arrivedBy(server))).toEqual(
    Object.fromEntries(
      channels.map((channel) => [
        channel,
        jobs.map(({ job }) => job).filter((job) => job.includes(`/${channel}/`)),
      ]),
    ),
  )
  expect(new Set([...traces.values()].map(({ is }) => is))).toEqual(new Set(['sent']))
})

it('sends nothing twice to a receiver that cannot be asked, and sets aside what it is not sure of', async () => {
  const { redis, server, env, jobs } = await world()
  const { traces } = await liveThroughChaos({ redis, site, jobs, env, seed: 2 })
  const arrived = server.arrivals.map(({ id }) => id)
  expect(new Set(arrived).size).toBe(arrived.length)
  const sent = jobs.filter(({ job }) => traces.get(job)?.is === 'sent')
  const aside = jobs.filter(({ job }) => traces.get(job)?.is === 'aside')
  expect(aside.length).toBeGreaterThan(0)
  expect(sent.length + aside.length).toBe(jobs.length)
  expect(sent.filter(({ delivery }) => !arrived.includes(delivery.message.key))).toEqual([])
})
