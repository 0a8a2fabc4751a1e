import { setTimeout } from 'node:timers/promises'

/** Waits; a signal ends it early. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => undefined)
}

/** Does work take longer than so many milliseconds? */
export async function isLate(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const over = new AbortController()
  const late = sleep(milliseconds, over.signal).then(() => true)
  try {
    return await Promise.race([work.then(() => false), late])
  } finally {
    over.abort()
  }
}

/** What work comes to; undefined where a signal ends the wait for it, as for a Redis that is away. */
export async function unlessEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T | undefined> {
  if (ended.aborted) return undefined
  const ending = Promise.withResolvers<undefined>()
  const end = () => ending.resolve(undefined)
  ended.addEventListener('abort', end, { once: true })
  try {
    return await Promise.race([work, ending.promise])
  } finally {
    ended.removeEventListener('abort', end)
  }
}
