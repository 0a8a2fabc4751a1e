import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../../src/write-whole.ts'
import { builtPages, type Pages } from './built-pages.ts'
import { indexNowKey, keyAdvice } from './key.ts'
import { type Sender, sendAddresses } from './send-addresses.ts'

/** So many addresses go into one request, as IndexNow asks. */
const mostAtOnce = 10_000

/** What search engines do not know yet. */
export interface News {
  /** Addresses of pages that are new or say something else. */
  changed: readonly string[]
  /** Addresses that were sent once and have no page now. */
  gone: readonly string[]
}

/** What is new on a built site since addresses were last sent. */
export function newsOf(pages: Pages, sent: Pages): News {
  const [home = ''] = pages.keys()
  return {
    changed: [...pages].flatMap(([address, digest]) => (sent.get(address) === digest ? [] : [address])),
    gone: [...sent.keys()].filter((address) => !pages.has(address) && address.startsWith(home)),
  }
}

/** Reads which pages were sent before, and as what; nothing where that cannot be known, so that all are new. */
export function sentPages(root: string): Pages {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(memoryOf(root), 'utf8'))))
  } catch {
    return new Map()
  }
}

/**
 * Sends what is new to search engines and remembers what they took; what they did not take stays new.
 * @param root absolute path of the folder that holds `.coldread/`
 * @param folder absolute path of the built site
 * @returns why it stopped; undefined when all was taken
 */
export async function announce(
  root: string,
  folder: string,
  { endpoint, patience }: Pick<Sender, 'endpoint' | 'patience'>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const pages = builtPages(folder)
  const sent = new Map(sentPages(root))
  const [home] = pages.keys()
  const key = indexNowKey(environment)
  const { changed, gone } = newsOf(pages, sent)
  const addresses = [...changed, ...gone]
  if (home === undefined || addresses.length === 0) return undefined
  if (key === undefined) return `There is no IndexNow key. ${keyAdvice}`
  const keyFile = join(folder, `${key}.txt`)
  if (!existsSync(keyFile)) return `The built site does not hold ${key}.txt. ${keyAdvice}`

  for (let at = 0; at < addresses.length; at += mostAtOnce) {
    const some = addresses.slice(at, at + mostAtOnce)
    const refusal = await sendAddresses(some, { endpoint, home, key, patience })
    if (refusal) return refusal
    for (const address of some) {
      const digest = pages.get(address)
      if (digest) sent.set(address, digest)
      else sent.delete(address)
    }
    const memory = Object.fromEntries([...sent].sort(([a], [b]) => (a < b ? -1 : 1)))
    writeWhole(memoryOf(root), `${JSON.stringify(memory, null, 1)}\n`)
  }
  return undefined
}

function memoryOf(root: string): string {
  return join(root, '.coldread/index-now.json')
}
