import type { Redis } from 'ioredis'

/** Milliseconds since 1970, by the clock of Redis. */
export async function redisTime(redis: Pick<Redis, 'time'>): Promise<number> {
  const [seconds, micros] = await redis.time()
  return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
}
