import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { deliverySite, siteNow } from '../support/delivery-site.ts'
import { TestRedis } from '../support/redis.ts'
import { runColdread } from '../support/run-coldread.ts'
import { WebhookServer } from '../support/webhook-server.ts'
import { startWorker } from '../support/worker.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const day = 24 * 60
const quick = ['--pace', '0.05', '--patience', '2', '--take-over', '2']

async function world(more: readonly string[] = []) {
  const redis = await TestRedis.start(more)
  onTestFinished(() => redis.stop())
  const server = await new WebhookServer().listen()
  onTestFinished(() => server.close())
  const env = { COLDREAD_WEBHOOK_URL: `${server.url}/take/t0ken`, COLDREAD_WEBHOOK_SECRET: secret }
  return { redis, server, env }
}

const queue = (root: string, redis: string, env: NodeJS.ProcessEnv = {}, now = siteNow) =>
  runColdread(
    [
      'queue',
      '--root',
      root,
      '--redis',
      redis,
      '--now',
      now.toString({ smallestUnit: 'minute' }),
      '--rehearsal',
    ],
    { env },
  )
/** A connection of the test's own. */
function clientOf(redis: TestRedis): Redis {
  const client = new Redis(redis.url)
  onTestFinished(() => client.disconnect())
  return client
}
const traces = 'coldread:notes.example:news:traces'
const ledgerOf = (root: string) => {
  const folder = join(root, 'content/handovers')
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
}
const textsOf = ({ arrivals }: WebhookServer) =>
  arrivals.map(({ body }) => JSON.parse(body).data.parts.join(' | '))

it('hands over, changes, takes back and delivers, each once, and the ledger knows', async () => {
  const { redis, server, env } = await world()
  const later = { text: 'Something that goes out tomorrow.', after: 2 * day }
  const { root, write } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }, later] })
  const first = await queue(root, redis.url)
  expect(first).toEqual({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('how-often/news/1/1: handed over\n  how-often/news/2/1: handed over\n'),
  })
  const before = ledgerOf(root)
  expect((await queue(root, redis.url)).stdout).toContain(
    'Nothing is new, changed or canceled.\n\n2 posts stood in Redis',
  )
  expect(ledgerOf(root)).toBe(before)

  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"event":"sent"/)
  write({
    news: [
      { text: 'Post twice a week.', after: 60 },
      { ...later, text: 'Other words for tomorrow.' },
    ],
  })
  const second = await queue(root, redis.url, {}, siteNow.add({ minutes: 90 }))
  expect(second.stdout).toContain('1 post went out since:')
  expect(second.stdout).toContain('how-often/news/2/1: changed')
  expect(ledgerOf(root)).toMatch(/"type":"posted","export":"[^"]+","id":"how-often\/news\/1\/1"/)

  write({ news: [{ text: 'Post twice a week.', after: 60 }] })
  expect((await queue(root, redis.url, {}, siteNow.add({ minutes: 91 }))).stdout).toContain(
    'how-often/news/2/1: taken back',
  )
  const last = await queue(root, redis.url, {}, siteNow.add({ minutes: 92 }))
  expect(last.stdout).toContain('Nothing is new, changed or canceled.')
  expect(await worker.end()).toMatchObject({ status: 0, stderr: '' })
  expect(textsOf(server)).toEqual(['Post twice a week. https://notes.example/how-often/'])
})

it('sends changed words in the place of those that wait, at their new time', async () => {
  const { redis, server, env } = await world()
  const first = { text: 'What goes first of two.', after: 50 }
  const { root, write } = deliverySite({ news: [{ text: 'Old words.', after: 2 * day }, first] })
  await queue(root, redis.url)
  write({ news: [{ text: 'New words.', after: 60 }, first] })
  expect((await queue(root, redis.url)).stdout).toContain('how-often/news/1/1: changed')
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"sent".*news\/1\/1/)
  expect(textsOf(server).map((text) => text.slice(0, 10))).toEqual(['What goes ', 'New words.'])
})

it('posts nothing again though the ledger is lost, and brings back what Redis lost of what is ahead', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({
    news: [
      { text: 'Post twice a week.', after: 60 },
      { text: 'For tomorrow alone.', after: 2 * day },
    ],
  })
  await queue(root, redis.url)
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"event":"sent"/)
  rmSync(join(root, 'content/handovers'), { recursive: true })
  const lost = await queue(root, redis.url)
  expect(lost.status).toBe(1)
  expect(lost.stdout).toContain(
    'how-often/news/1/1: left as it is (Redis knows that it went out under this name already',
  )

  const client = new Redis(redis.url)
  await client.flushall()
  client.disconnect()
  const emptied = await queue(root, redis.url, {}, siteNow.add({ minutes: 90 }))
  expect(emptied.stdout).toContain('how-often/news/2/1: handed over again, since Redis had lost it')
  expect(server.arrivals).toHaveLength(1)
})

it('keeps secrets out of Redis, of its files, of logs and of the ledger', async () => {
  const password = 'redis-p4ssword-of-ours'
  const { redis, server, env } = await world(['--requirepass', password])
  const url = redis.url.replace('//', `//:${password}@`)
  const { root } = deliverySite({
    news: ['one', 'two', 'three'].map((each, index) => ({
      text: `Number ${each} goes out.`,
      after: 60 + index,
    })),
  })
  let count = 0
  server.mishap = () => (['500', undefined, '429'] as const)[count++]
  const handed = await queue(root, '', { COLDREAD_REDIS_URL: url })
  expect(handed.stderr).toContain('Say where Redis is')
  const told = await runColdread(
    [
      'queue',
      '--root',
      root,
      '--redis',
      '--now',
      siteNow.toString({ smallestUnit: 'minute' }),
      '--rehearsal',
    ],
    { env: { COLDREAD_REDIS_URL: url } },
  )
  expect(told.stdout).toContain('handed over')
  const worker = startWorker([...quick, '--health', '0'], { ...env, COLDREAD_REDIS_URL: url })
  await worker.says(/"sent".*news\/3\/1/)
  const health = JSON.parse(await worker.says(/"began"/)).health
  const shown = await Promise.all(
    ['/health', '/metrics'].map(async (path) => (await fetch(health + path)).text()),
  )
  const ended = await worker.end()
  const client = new Redis(url)
  await client.save()
  client.disconnect()
  const files = readdirSync(redis.folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  )
  const kept = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
  expect(kept.join('')).toContain('Number three goes out.')
  const all = [
    ...kept,
    ledgerOf(root),
    handed.stderr,
    told.stdout,
    ended.stdout,
    ended.stderr,
    ...shown,
  ].join('\n')
  expect([secret, secret.slice(6), 't0ken', password].filter((each) => all.includes(each))).toEqual([])
})

it.each<[string, (at: { url: string }) => string, RegExp]>([
  [
    'no Redis',
    () => 'redis://127.0.0.1:9',
    /^Redis at redis:\/\/127\.0\.0\.1:9 does not answer: nothing listens there\. .*the queue is as it was\.\n$/,
  ],
  [
    'a wrong password',
    ({ url }) => url.replace('//', '//:wr0ng-one@'),
    /^Redis at redis:\/\/127\.0\.0\.1:\d+ does not take this password\. /,
  ],
  ['no password', ({ url }) => url, /^Redis at redis:\/\/127\.0\.0\.1:\d+ wants a password: /],
  ['no such host', () => 'redis://nowhere.invalid', /^Redis at redis:\/\/nowhere\.invalid cannot be found: /],
])('says clearly what is wrong: %s', async (_, addressOf, said) => {
  const { redis, env } = await world(['--requirepass', 'right'])
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  const address = addressOf(redis)
  for (const ended of [
    await queue(root, address),
    await runColdread(['deliver', '--redis', address], { env }),
  ]) {
    expect(ended).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(said) })
    expect(ended.stderr).not.toContain('wr0ng')
  }
  expect(readdirSync(join(root, 'content'))).not.toContain('handovers')
})

it('waits for credentials that are missing or over, says so once a look, and loses nothing', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  await queue(root, redis.url)
  const poor = startWorker(['--redis', redis.url, ...quick], {
    COLDREAD_WEBHOOK_URL: env.COLDREAD_WEBHOOK_URL,
  })
  expect(await poor.says(/locked out/)).toContain(
    'set COLDREAD_WEBHOOK_NEWS_SECRET or COLDREAD_WEBHOOK_SECRET',
  )
  await poor.end()
  server.mishap = () => '401'
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  expect(await worker.says(/locked out/)).toContain('the webhook answered status 401')
  server.mishap = () => undefined
  await worker.says(/"event":"sent"/)
  expect(server.arrivals).toHaveLength(1)
})

it('sends nothing while its clock is wrong, and hands back what a jump brought it', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'For tomorrow alone.', after: 2 * day }] })
  await queue(root, redis.url)
  const shift = {
    NODE_OPTIONS: `--import=${new URL('../support/shift-clock.ts', import.meta.url)}`,
    SHIFT_CLOCK_DAYS: '3',
    SHIFT_CLOCK_AFTER: '4000',
  }
  const worker = startWorker(['--redis', redis.url, ...quick, '--health', '0'], { ...env, ...shift })
  const said = await worker.says(/"event":"clock"/)
  expect(JSON.parse(said).why).toMatch(
    /^this machine's clock is 2\d{5} s ahead of that of Redis: nothing is sent/,
  )
  const health = await fetch(`${JSON.parse(await worker.says(/"began"/)).health}/health`)
  expect(health.status).toBe(503)
  await worker.end()
  const well = startWorker(['--redis', redis.url, ...quick], env)
  await well.says(/"serving"/)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect(server.arrivals).toEqual([])
  const client = new Redis(redis.url)
  expect(await client.zcard('coldread:notes.example:news:delayed')).toBe(1)
  client.disconnect()
})

it('ends in time when it is told to, and another worker finds out what became of what it sent', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  await queue(root, redis.url)
  server.mishap = () => 'silence'
  const asks = { ...env, COLDREAD_WEBHOOK_LOOK_URL: `${server.url}/seen` }
  const worker = startWorker(
    ['--redis', redis.url, '--patience', '5', '--take-over', '2', '--grace', '1'],
    asks,
  )
  while (server.arrivals.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await worker.end()).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('another worker takes it over'),
  })
  const next = startWorker(['--redis', redis.url, ...quick], asks)
  await next.says(/"event":"sent"/)
  expect(server.arrivals).toHaveLength(1)
})

it('sets aside what nobody can tell, until a person says what became of it', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({
    news: [
      { text: 'The one that breaks off.', after: 60 },
      { text: 'Another one, which arrives.', after: 61 },
      { text: 'A third that breaks off as well.', after: 62 },
    ],
  })
  await queue(root, redis.url)
  server.mishap = ({ body }) => (body.includes('breaks off') ? 'dropped before' : undefined)
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/set aside.*news\/3\/1/)
  expect(textsOf(server)).toHaveLength(1)
  const seen = await queue(root, redis.url, {}, siteNow.add({ minutes: 90 }))
  expect(seen.status).toBe(1)
  expect(seen.stdout).toContain('npm run deliver -- resolve news how-often/news/1/1 send')
  server.mishap = () => undefined
  const resolve = (...say: string[]) =>
    runColdread(['deliver', 'resolve', 'news', ...say, '--redis', redis.url])
  expect(await resolve('how-often/news/1/1', 'send')).toMatchObject({ status: 0, stderr: '' })
  expect(await resolve('how-often/news/3/1', 'arrived')).toMatchObject({
    status: 0,
    stdout: '`how-often/news/3/1` counts as posted.\n',
  })
  expect(await resolve('how-often/news/2/1', 'send')).toMatchObject({
    status: 1,
    stderr: '`how-often/news/2/1` is not set aside: it is sent. Nothing was done.\n',
  })
  await worker.says(/"sent".*news\/1\/1/)
  expect(textsOf(server).filter((text) => text.includes('breaks off'))).toHaveLength(1)
  const last = await queue(root, redis.url, {}, siteNow.add({ minutes: 92 }))
  expect(last).toMatchObject({ status: 0, stdout: expect.stringContaining('2 posts went out since:') })
})

it('takes nothing that was put off for handed over once Redis lost it', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({
    news: [
      { text: 'Post twice a week.', after: 60 },
      { text: 'Or once, and well.', after: 61 },
    ],
  })
  const lose = async () => {
    const client = clientOf(redis)
    await client.flushall()
    const waiting = JSON.stringify({ is: 'waiting', at: 1, tries: 2, why: 'busy' })
    await client.hset(traces, { 'how-often/news/1/1': waiting, 'how-often/news/2/1': waiting })
  }
  await queue(root, redis.url)
  await lose()
  expect((await queue(root, redis.url)).stdout).toContain(
    'how-often/news/1/1: handed over again, since Redis had lost it',
  )
  await lose()
  rmSync(join(root, 'content/handovers'), { recursive: true })
  expect((await queue(root, redis.url)).stdout).toContain('how-often/news/2/1: handed over\n')
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"sent".*news\/2\/1/)
  expect(server.arrivals).toHaveLength(2)
})

it('sends what a person asked for, though that was broken off halfway', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  await queue(root, redis.url)
  server.mishap = () => 'dropped before'
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/set aside/)
  server.mishap = () => undefined
  const waiting = JSON.stringify({ is: 'waiting', at: 1, tries: 0, why: 'a person asked for it' })
  await clientOf(redis).hset(traces, 'how-often/news/1/1', waiting)
  const again = ['deliver', 'resolve', 'news', 'how-often/news/1/1', 'send', '--redis', redis.url]
  expect(await runColdread(again)).toMatchObject({ status: 0, stderr: '' })
  await worker.says(/"event":"sent"/)
  expect(server.arrivals).toHaveLength(1)
})

it('loses and doubles nothing where Redis has no memory left for what became of a post', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  await queue(root, redis.url)
  const client = clientOf(redis)
  server.mishap = () => {
    void client.config('SET', 'maxmemory', '1')
    return 'slow'
  }
  const worker = startWorker(['--redis', redis.url, ...quick], {
    ...env,
    COLDREAD_WEBHOOK_LOOK_URL: `${server.url}/seen`,
  })
  await worker.says(/"error".*OOM/)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await client.config('SET', 'maxmemory', '0')
  await worker.says(/"event":"sent"/)
  expect(server.arrivals).toHaveLength(1)
  expect(await worker.end()).toMatchObject({ status: 0, stderr: '' })
})

it('changes and takes back what is due and waits, and says that it waits', async () => {
  const { redis, server, env } = await world()
  const first = {
    text: 'Post twice a week, on the same two days, so that people know when to look.',
    after: 60,
  }
  const second = { text: 'Nobody wants to say this any more.', after: 61 }
  const { root, write } = deliverySite({ news: [first, second] })
  await queue(root, redis.url)
  server.mishap = () => '401'
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"locked out"/)
  const later = siteNow.add({ minutes: 120 })
  const due = await queue(root, redis.url, {}, later)
  expect(due).toMatchObject({ status: 0, stdout: expect.stringContaining('Due, and not sent yet:') })
  expect(due.stdout).toMatch(/how-often\/news\/1\/1 {2}the webhook answered status 401/)
  expect(due.stdout).toMatch(/how-often\/news\/2\/1 {2}no worker came to it/)
  write({
    news: [{ ...first, text: 'Post twice a week, on the same two days, so that readers know when to look.' }],
  })
  const changed = await queue(root, redis.url, {}, later)
  expect(changed.stdout).toContain('how-often/news/1/1: changed')
  expect(changed.stdout).toContain('how-often/news/2/1: taken back')
  server.mishap = () => undefined
  await worker.says(/"event":"sent"/)
  expect(textsOf(server)).toEqual([expect.stringContaining('so that readers know when to look.')])
  expect((await queue(root, redis.url, {}, later)).stdout).toContain('1 post went out since:')
})

it('moves what is due and waits to another time', async () => {
  const { redis, server, env } = await world()
  const { root, write } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  await queue(root, redis.url)
  // Far enough ahead of the clock of this machine, too.
  const ahead =
    Math.ceil(siteNow.until(Temporal.Now.zonedDateTimeISO(), { largestUnit: 'minutes' }).minutes) + day
  write({ news: [{ text: 'Post thrice a week, rather.', after: ahead }] })
  const moved = await queue(root, redis.url, {}, siteNow.add({ minutes: 120 }))
  expect(moved.stdout).toContain('how-often/news/1/1: changed')
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"serving"/)
  await new Promise((resolve) => setTimeout(resolve, 2000))
  expect(server.arrivals).toEqual([])
})

it('moves what waits with its channel when that is renamed', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  await queue(root, redis.url)
  for (const file of ['plan.yaml', 'posts/how-often.mdx']) {
    const path = join(root, 'content', file)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('news:', 'press:'))
  }
  const later = siteNow.add({ minutes: 120 })
  expect((await queue(root, redis.url, {}, later)).stdout).toContain('how-often/press/1/1: changed')
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"event":"sent"/)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(server.arrivals).toHaveLength(1)
})

it('sends nothing late that takes the place of what waits, and takes that back', async () => {
  const { redis, server, env } = await world()
  const first = { text: 'Post twice a week.', after: 60 }
  const { root, write } = deliverySite({ news: [first, { text: 'Nobody says this any more.', after: 61 }] })
  await queue(root, redis.url)
  write({ news: [{ text: 'Something that has nothing to do with either of them.', after: 60 }] })
  const replaced = await queue(root, redis.url, {}, siteNow.add({ minutes: 120 }))
  expect(replaced.stdout).toContain('how-often/news/1/1: taken back')
  expect(replaced.stdout).toContain('how-often/news/2/1: taken back')
  expect(replaced.stdout).toContain('its time has passed, and it says something else')
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await worker.says(/"serving"/)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(server.arrivals).toEqual([])
})

it('stays with its site when another hands over to the same Redis', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  const worker = startWorker(['--redis', redis.url, ...quick], env)
  await queue(root, redis.url)
  await worker.says(/"event":"sent"/)
  await clientOf(redis).sadd('coldread:sites', 'other.example')
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect(await worker.end()).toMatchObject({ status: 0, stderr: '' })
  const lost = startWorker(['--redis', redis.url, ...quick], env)
  expect(await lost.ended).toMatchObject({ status: 2, stderr: expect.stringContaining('--site') })
  expect(server.arrivals).toHaveLength(1)
})

it('names what was due when Redis lost it, until a person says what became of it', async () => {
  const { redis } = await world()
  const { root } = deliverySite({
    news: ['one', 'two'].map((each, index) => ({ text: `Number ${each}.`, after: 60 + index })),
  })
  await queue(root, redis.url)
  await clientOf(redis).flushall()
  const later = siteNow.add({ minutes: 120 })
  const lost = await queue(root, redis.url, {}, later)
  expect(lost.status).toBe(1)
  expect(lost.stdout).toContain('Redis has lost what was due')
  const now = later.toString({ smallestUnit: 'minute' })
  for (const words of [/queue -- (posted \S+news\/1\/1)/, /queue -- (removed \S+news\/2\/1),/]) {
    const said = words.exec(lost.stdout)?.[1]?.split(' ') ?? []
    expect(await runColdread(['queue', ...said, '--root', root, '--now', now, '--rehearsal'])).toMatchObject({
      status: 0,
      stderr: '',
    })
  }
  const last = await queue(root, redis.url, {}, siteNow.add({ minutes: 121 }))
  expect(last).toMatchObject({ status: 0, stdout: expect.not.stringContaining('lost') })
})

it('says that Redis does not answer, and goes on when it does', async () => {
  const { redis, server, env } = await world()
  const { root } = deliverySite({ news: [{ text: 'Post twice a week.', after: 60 }] })
  const worker = startWorker(['--redis', redis.url, '--health', '0', ...quick], env)
  await worker.says(/"waiting".*first hand-over/)
  const { health: address } = JSON.parse(await worker.says(/"began"/))
  const health = async () => (await fetch(`${address}/health`)).status
  expect(await health()).toBe(200)
  redis.pause()
  const silent = await queue(root, redis.url)
  expect(silent).toMatchObject({ status: 1, stdout: '' })
  expect(silent.stderr).toMatch(/^Redis at \S+ does not answer within 5 s\. Nothing was done/)
  await worker.says(/does not answer; waiting/)
  expect(await health()).toBe(503)
  redis.goOn()
  await worker.says(/answers again/)
  expect(await health()).toBe(200)
  await queue(root, redis.url)
  await worker.says(/"event":"sent"/)
  expect(server.arrivals).toHaveLength(1)
})

it.each([
  [['--health', 'abc'], '`abc` is no place to listen'],
  [['--health', '99999'], '`99999` is no place to listen'],
  [['--patience', '9e9'], 'Write a number of seconds above 0, up to 2000000'],
  [['--redis', 'redis://:100%@localhost'], 'write %25 for it'],
])('understands no %o', async (wrong, said) => {
  const redis = await TestRedis.start()
  onTestFinished(() => redis.stop())
  const told = await runColdread(['deliver', '--redis', redis.url, ...wrong])
  expect(told).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(said) })
})

it('ends when it is told to, though Redis went away before there was anything to do', async () => {
  const redis = await TestRedis.start()
  onTestFinished(() => redis.stop())
  const worker = startWorker(['--redis', redis.url], {})
  const client = clientOf(redis)
  while (!/cmd=smembers/.test(String(await client.client('LIST'))))
    await new Promise((resolve) => setTimeout(resolve, 50))
  client.disconnect()
  await redis.kill()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(await worker.end()).toMatchObject({ status: 0 })
})
