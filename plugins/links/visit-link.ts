/** What came of visiting an address. */
export type Visit =
  | { is: 'there' }
  /** For good: readers and search engines are sent on, so the link should name the new address. */
  | { is: 'moved'; to: string }
  | { is: 'gone'; why: string }
  /** The server is busy, broken or refuses programs: a person has to look. */
  | { is: 'unsure'; why: string }

const patience = 15_000

/** Looks whether an address answers, without reading what it says. Never throws. */
export async function visitLink(url: string): Promise<Visit> {
  const ask = (method: 'HEAD' | 'GET') =>
    fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: { 'User-Agent': 'Coldread link check', Accept: 'text/html,*/*' },
    })
  try {
    const head = await ask('HEAD')
    const response = head.status >= 400 ? await ask('GET') : head
    await response.body?.cancel()
    return verdict(url, response)
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } }
    if (name === 'TimeoutError') return { is: 'unsure', why: `no answer in ${patience / 1000} seconds` }
    const isNowhere = cause?.code === 'ENOTFOUND'
    return isNowhere
      ? { is: 'gone', why: 'no such host' }
      : { is: 'unsure', why: cause?.code ?? 'no connection' }
  }
}

function verdict(url: string, { status, headers }: Response): Visit {
  if (status === 301 || status === 308) {
    const to = URL.parse(headers.get('location') ?? '', url)?.href
    return to ? { is: 'moved', to } : { is: 'unsure', why: `status ${status} without an address` }
  }
  if (status < 400) return { is: 'there' }
  return status === 404 || status === 410
    ? { is: 'gone', why: `status ${status}` }
    : { is: 'unsure', why: `status ${status}` }
}
