/** Where addresses are sent, and as whom. */
export interface Sender {
  /** The search engine's address for it; it tells the others. */
  endpoint: string
  /** Full address of the site's home page. */
  home: string
  key: string
  /** How long an answer may take, in milliseconds. */
  patience: number
}

const reasons: Readonly<Record<number, string>> = {
  400: 'it did not understand the request',
  403: 'it could not find the key: is the built site published, with the file <key>.txt?',
  422: 'the addresses do not belong to the site, or the key does not fit them',
  429: 'it has had too many requests: wait an hour, then send again',
}

/**
 * Tells a search engine that pages changed, by IndexNow: at most 10,000 addresses at once.
 * @returns why they were not taken; undefined when they were
 */
export async function sendAddresses(
  addresses: readonly string[],
  { endpoint, home, key, patience }: Sender,
): Promise<string | undefined> {
  const { host } = new URL(home)
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ host, key, keyLocation: `${home}${key}.txt`, urlList: addresses }),
      signal: AbortSignal.timeout(patience),
    })
    await response.body?.cancel()
    if (response.status === 200 || response.status === 202) return undefined
    return `${endpoint} answered ${response.status}: ${(reasons[response.status] ?? 'it did not take them').replace('<key>', key)}.`
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } }
    if (name === 'TimeoutError') return `${endpoint} did not answer within ${patience / 1000} s.`
    return `${endpoint} cannot be reached${cause?.code ? ` (${cause.code})` : ''}.`
  }
}
