import { Redis } from 'ioredis'
import { QueueRefusal } from '../queue/queue-refusal.ts'
import type { RedisAccess } from './redis-access.ts'

/** Milliseconds in which Redis has to answer at first. */
const patience = 5000

/** Redis, and what of its settings endangers a queue, as sentences. */
export interface Connected {
  redis: Redis
  warnings: string[]
}

/** Connects, or says why not. Once connected, it waits for a Redis that went away, for as long as that takes. */
export async function connect(access: RedisAccess): Promise<Connected> {
  let isUp = false
  const redis = new Redis(access.url, {
    lazyConnect: true,
    connectTimeout: patience,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isUp ? Math.min(times * 100, 2000) : null),
  })
  let last: Error | undefined
  redis.on('error', (error: Error) => {
    last = error
  })
  try {
    await redis.connect()
    const [info, policy] = await Promise.all([redis.info(), settingOf(redis, 'maxmemory-policy')])
    isUp = true
    return { redis, warnings: warningsOf(info, policy, access.shown) }
  } catch (error) {
    redis.disconnect()
    throw new QueueRefusal(
      `Redis at ${access.shown} ${reasonOf(last ?? (error as Error), access)} Nothing was done, and the queue is as it was.`,
    )
  }
}

function reasonOf(error: Error, { url }: RedisAccess): string {
  const { code = '' } = error as NodeJS.ErrnoException
  if (/^NOAUTH|^ERR AUTH|Authentication required/.test(error.message))
    return 'wants a password: write it into the address, as in redis://:password@host:6379, best in COLDREAD_REDIS_URL.'
  if (/^WRONGPASS|invalid password|invalid username/i.test(error.message))
    return `does not take this ${new URL(url).username === '' ? 'password' : 'user and password'}.`
  if (/^NOPERM/.test(error.message)) return 'does not let this user do what a queue needs.'
  if (/DB index|invalid DB/i.test(error.message)) return 'has no database of this number.'
  if (/^LOADING/.test(error.message)) return 'is still reading its data. Try again in a moment.'
  if (code === 'ECONNREFUSED') return 'does not answer: nothing listens there. Start it, or mend the address.'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'cannot be found: there is no host of this name.'
  if (/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/.test(code) || /ETIMEDOUT/.test(error.message))
    return `does not answer within ${patience / 1000} s.`
  return `cannot be used (${code || error.message.split('\n')[0]}).`
}

async function settingOf(redis: Redis, name: string): Promise<string | undefined> {
  try {
    return ((await redis.config('GET', name)) as string[])[1]
  } catch {
    // Some hosts do not let anybody ask.
    return undefined
  }
}

function warningsOf(info: string, policy: string | undefined, shown: string): string[] {
  const isKept = /^aof_enabled:1/m.test(info)
  const [, version = '7.0'] = /^redis_version:(\d+\.\d+)/m.exec(info) ?? []
  return [
    ...(Number.parseFloat(version) < 6.2
      ? [`Redis at ${shown} is version ${version}; the queue is made for 6.2 and later.`]
      : []),
    ...(isKept
      ? []
      : [
          `Redis at ${shown} does not write down what it is told (appendonly no): when it ends, it may forget what was posted. Set appendonly yes.`,
        ]),
    ...(policy === undefined || policy === 'noeviction'
      ? []
      : [
          `Redis at ${shown} throws keys away when memory is short (maxmemory-policy ${policy}): jobs among them. Set noeviction.`,
        ]),
  ]
}
