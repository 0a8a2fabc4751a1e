import { readFileSync } from 'node:fs'
import { QueueRefusal } from '../queue/queue-refusal.ts'

/** Where Redis is. */
export interface RedisAccess {
  /** With its password: for the connection alone. */
  url: string
  /** Without: for people. */
  shown: string
  secrets: readonly string[]
}

/**
 * Reads where Redis is: what was asked for, else the environment, else the file that it names. Whoever can see this
 * machine's processes can see a password that stands in a command.
 * @param asked an address; true where none was written
 */
export function redisAccess(
  asked: string | true,
  environment: Readonly<Record<string, string | undefined>>,
): RedisAccess {
  const { COLDREAD_REDIS_URL: named, COLDREAD_REDIS_URL_FILE: file } = environment
  const written = (asked === true ? (named ?? (file === undefined ? '' : urlIn(file))) : asked).trim()
  const address = URL.parse(written)
  if (!address || !/^rediss?:$/.test(address.protocol) || address.hostname === '')
    throw new QueueRefusal(
      written === ''
        ? 'Say where Redis is: --redis redis://localhost:6379, or COLDREAD_REDIS_URL, or COLDREAD_REDIS_URL_FILE, which names a file.'
        : 'What was said of Redis is no address, as redis://localhost:6379 or rediss://user:password@host:6379/0 is.',
      2,
    )
  const { protocol, host, pathname } = address
  if (!/^\/?\d*$/.test(pathname))
    throw new QueueRefusal(
      'Behind the host of Redis stands the number of a database, as in redis://host:6379/0.',
      2,
    )
  const password = decoded(address.password)
  return {
    url: address.href,
    shown: `${protocol}//${host}${pathname === '/' ? '' : pathname}`,
    secrets: password === '' ? [] : [password, address.password],
  }
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password)
  } catch {
    throw new QueueRefusal('The password in the address of Redis has a % of its own: write %25 for it.', 2)
  }
}

function urlIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new QueueRefusal(`COLDREAD_REDIS_URL_FILE is ${file}, and that cannot be read.`)
  }
}
