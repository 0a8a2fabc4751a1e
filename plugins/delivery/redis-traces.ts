import type { Redis } from 'ioredis'
import type { Begun, Trace, Traces } from '../../src/delivery/trace.ts'
import { prefixOf, traceKey } from './lanes.ts'

const begin = `
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
local data = redis.call('HGET', KEYS[2], 'data') or ''
local before = redis.call('HGET', KEYS[1], ARGV[1]) or ''
local known = before ~= '' and cjson.decode(before)
local mark = ''
-- Where the connection broke, the very same question comes twice.
if known and known.is == 'sending' and known.by == ARGV[2] then return { now, data, '', before } end
if data ~= '' and (not known or known.is == 'waiting') then
  local tries = string.format('%.0f', known and known.tries or 0)
  mark = '{"is":"sending","by":"' .. ARGV[2] .. '","at":' .. now .. ',"tries":' .. tries .. '}'
  redis.call('HSET', KEYS[1], ARGV[1], mark)
end
return { now, data, before, mark }
`

const swap = `
local known = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if known == ARGV[3] then return 1 end
if known ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
`

const edit = `
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before and cjson.decode(before).is ~= 'waiting' then return before end
if redis.call('EXISTS', KEYS[2]) == 0 then return 'gone' end
redis.call('HSET', KEYS[2], 'data', ARGV[2])
redis.call('HDEL', KEYS[1], ARGV[1])
return ''
`

/** What is known of the deliveries of a channel, in Redis. */
export class RedisTraces implements Traces {
  readonly #redis: Redis
  readonly #key: string
  readonly #jobs: string
  /** How a trace is written there: what is swapped has to be the same to the letter. */
  readonly #written = new WeakMap<Trace, string>()

  constructor(redis: Redis, site: string, channel: string) {
    this.#redis = redis
    this.#key = traceKey(site, channel)
    this.#jobs = `${prefixOf(site)}:${channel}:`
  }

  async begin(job: string, by: string): Promise<Begun> {
    const [now, data, before, mark] = (await this.#redis.eval(
      begin,
      2,
      this.#key,
      this.#jobs + job,
      job,
      by,
    )) as string[] as [string, string, string, string]
    return {
      now: Number(now),
      data,
      ...(before !== '' && { before: this.#read(before) }),
      ...(mark !== '' && { mark: this.#read(mark) }),
    }
  }

  async swap(job: string, from: Trace, to: Trace): Promise<boolean> {
    const next = this.#write(to)
    return (await this.#redis.eval(swap, 1, this.#key, job, this.#write(from), next)) === 1
  }

  async put(job: string, trace: Trace): Promise<void> {
    await this.#redis.hset(this.#key, job, this.#write(trace))
  }

  /**
   * Changes the data of a job that certainly was not sent, in one step with looking whether it was.
   * @returns what is in the way: it may be sent already, or there is no such job
   */
  async edit(job: string, data: string): Promise<Trace | 'gone' | undefined> {
    const answer = String(await this.#redis.eval(edit, 2, this.#key, this.#jobs + job, job, data))
    return answer === '' ? undefined : answer === 'gone' ? answer : this.#read(answer)
  }

  async get(job: string): Promise<Trace | undefined> {
    const written = await this.#redis.hget(this.#key, job)
    return written === null ? undefined : this.#read(written)
  }

  /** Forgets what was known of a job. */
  async drop(job: string): Promise<void> {
    await this.#redis.hdel(this.#key, job)
  }

  /** All that is known, a part at a time. */
  async *all(): AsyncGenerator<[job: string, trace: Trace]> {
    let cursor = '0'
    const seen = new Set<string>()
    do {
      const [next, found] = await this.#redis.hscan(this.#key, cursor, 'COUNT', 1000)
      cursor = next
      for (let index = 0; index < found.length; index += 2) {
        const [job, written] = [found[index] as string, found[index + 1] as string]
        if (seen.has(job)) continue
        seen.add(job)
        yield [job, this.#read(written)]
      }
    } while (cursor !== '0')
  }

  #read(written: string): Trace {
    const trace = JSON.parse(written) as Trace
    this.#written.set(trace, written)
    return trace
  }

  #write(trace: Trace): string {
    const known = this.#written.get(trace)
    if (known !== undefined) return known
    const written = JSON.stringify(trace)
    this.#written.set(trace, written)
    return written
  }
}
