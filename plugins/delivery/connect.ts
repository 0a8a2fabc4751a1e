import { Redis } from 'ioredis'
import { QueueRefusal } from '../queue/queue-refusal.ts'
import type { RedisAccess } from './redis-access.ts'
import { isLate } from './waiting.ts'

/** Milliseconds in which Redis has to answer at first; what is asked of it later may take longer. */
const patience = 5000
const longest = 30_000

/** Redis, and what of its settings endangers a queue, as sentences. */
export interface Connected {
  redis: Redis
  warnings: string[]
}

/**
 * Connects, or says why not.
 * @param isLasting a Redis that goes away later is waited for, as long as that takes; otherwise what is asked of it then fails
 */
export async function connect(access: RedisAccess, isLasting = false): Promise<Connected> {
  let isUp = false
  const redis = new Redis(access.url, {
    lazyConnect: true,
    connectTimeout: patience,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isUp && isLasting ? Math.min(times * 100, 2000) : null),
    ...(!isLasting && { commandTimeout: longest }),
  })
  let last: Error | undefined
  redis.on('error', (error: Error) => {
    last = error
  })
  const begin = async () => {
    await redis.connect()
    return Promise.all([redis.info(), settingOf(redis, 'maxmemory-policy')])
  }
  try {
    const begun = begin()
    if (await isLate(begun, patience)) {
      begun.catch(() => {})
      throw Object.assign(new Error(), { code: 'ETIMEDOUT' })
    }
    const [info, policy] = await begun
    isUp = true
    return { redis, warnings: warningsOf(info, policy, access.shown) }
  } catch (error) {
    redis.disconnect()
    throw new QueueRefusal(
      `Redis at ${access.shown} ${reasonOf(last ?? (error as Error), access)} Nothing was done, and the queue is as it was.`,
    )
  }
}

/** In words, what Redis refused or left unanswered of something that was begun; any other error as it is. */
export function redisRefusal(error: unknown, { shown }: RedisAccess): unknown {
  const { name, message } = error as Error
  const isGone = message === 'Connection is closed.' || name === 'MaxRetriesPerRequestError'
  const isSilent = message === 'Command timed out'
  if (name !== 'ReplyError' && !isGone && !isSilent) return error
  const why = isGone
    ? 'went away'
    : isSilent
      ? `did not answer within ${longest / 1000} s`
      : `refused: ${message.split('\n')[0]}`
  return new QueueRefusal(
    `Redis at ${shown} ${why}. Nothing is lost: what was done stands in the ledger. Mend Redis, and do the same again.`,
  )
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
