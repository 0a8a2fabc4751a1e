/** Longest wait of our own choice, in milliseconds. */
const longest = 15 * 60_000

/**
 * Milliseconds to wait after so many tries in a row: twice as long each time, between half of it and all, so that workers
 * do not come back together.
 * @param pace of the first wait, in milliseconds
 * @param random 0 to 1
 */
export function backoff(tries: number, pace: number, random: number): number {
  const whole = Math.min(longest, pace * 2 ** Math.min(tries, 20))
  return Math.round(whole * (0.5 + random / 2))
}

/** Milliseconds for what a network asks for in seconds: that long, and up to a tenth more. */
export function askedWait(seconds: number, random: number): number {
  return Math.round(Math.max(1, seconds) * 1000 * (1 + random / 10))
}
