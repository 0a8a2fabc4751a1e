// Prints how fast workers deliver 10,000 messages of 20 channels to a webhook on this machine, with one worker and with three.
// Usage: npm run bench -- deliver [--jobs 10000] [--channels 20] [--workers 1,3] [--json]
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { connect } from '../../plugins/delivery/connect.ts'
import { LanesStore } from '../../plugins/delivery/lanes-store.ts'
import { redisAccess } from '../../plugins/delivery/redis-access.ts'
import { chaosJobs } from '../support/chaos.ts'
import { TestRedis } from '../support/redis.ts'
import { packageRoot, plainEnv } from '../support/run-coldread.ts'

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '10000' },
    channels: { type: 'string', default: '20' },
    workers: { type: 'string', default: '1,3' },
    json: { type: 'boolean' },
  },
})
const number = Number(values.jobs)
const channels = Array.from({ length: Number(values.channels) }, (_, index) => `channel-${index}`)
const site = 'bench.example'

async function measure(workers: number) {
  const redis = await TestRedis.start()
  const seen = new Set<string>()
  let arrivals = 0
  let [first, last] = [0, 0]
  const done = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      last = performance.now()
      first ||= last
      arrivals++
      seen.add(String(request.headers['webhook-id']))
      response.writeHead(204).end()
      if (seen.size === number) done.resolve()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { redis: client } = await connect(redisAccess(redis.url, {}))
  const lanes = new LanesStore(client, site)
  const begun = performance.now()
  const jobs = chaosJobs(site, 'webhook', { number, channels, apart: 0 })
  for (const [channel, own] of Map.groupBy(jobs, ({ delivery }) => delivery.message.channel))
    await lanes.add(channel, own)
  const handedOver = performance.now() - begun
  const children = Array.from({ length: workers }, () =>
    spawn(process.execPath, [`${packageRoot}scripts/coldread.mjs`, 'deliver', '--redis', redis.url], {
      env: {
        ...plainEnv,
        COLDREAD_WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        COLDREAD_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      },
      stdio: 'ignore',
    }),
  )
  await done.promise
  for (const child of children) child.kill()
  await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))))
  await lanes.close()
  client.disconnect()
  server.close()
  await redis.stop()
  return { workers, jobs: number, arrivals, handOver: handedOver / 1000, seconds: (last - first) / 1000 }
}

const measured = []
for (const workers of values.workers.split(',').map(Number)) measured.push(await measure(workers))
if (values.json) console.log(JSON.stringify(measured))
else
  for (const { workers, jobs, arrivals, handOver, seconds } of measured)
    console.log(
      `${jobs} messages, ${channels.length} channels, ${workers} ${workers === 1 ? 'worker' : 'workers'}: ${seconds.toFixed(1)} s, ${Math.round(jobs / seconds)} a second; ${arrivals} arrived; handed over in ${handOver.toFixed(1)} s`,
    )
process.exit()
