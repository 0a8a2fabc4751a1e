import { InvalidArgumentError, Option } from 'commander'

/** `--redis [ADDRESS]`: where the queue is. */
export function redisOption(): Option {
  return new Option(
    '--redis [address]',
    'where the queue is; without an address: COLDREAD_REDIS_URL',
  ).default(true, 'COLDREAD_REDIS_URL')
}

/** `--site HOST`: whose queue. */
export function siteOption(): Option {
  return new Option('--site <host>', "host of the site's address, where Redis holds the queues of several")
}

/** Timers hold no more. */
const mostSeconds = 2_000_000

/** An option in seconds, which comes to milliseconds. */
export function secondsOption(flags: string, about: string, otherwise: number): Option {
  return new Option(flags, about).default(otherwise * 1000, String(otherwise)).argParser((written) => {
    const number = Number(written)
    if (written.trim() !== '' && number > 0 && number <= mostSeconds) return Math.ceil(number * 1000)
    throw new InvalidArgumentError(`Write a number of seconds above 0, up to ${mostSeconds}: 23 days.`)
  })
}
