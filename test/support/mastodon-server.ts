import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request that posts meets with. `after`: it was done. */
export type Mishap =
  | 'dropped'
  | 'dropped after'
  | '429'
  | '500'
  | '500 after'
  | '503'
  | 'silence'
  | 'silence after'

/** A status as this server keeps it. */
export interface KeptStatus {
  id: string
  text: string
  created_at: string
  in_reply_to_id: string | null
  visibility: string
  language: string | null
  media: { description: string | null; size: number }[]
  key: string | undefined
}

/** How the server is. */
export interface MastodonOptions {
  /** Whether it knows idempotency keys; many of its kind do not. */
  hasKeys?: boolean
  /** Asked for each request that posts. */
  mishap?: () => Mishap | undefined
  /** RFC 3339 instant; the machine's clock unless said. */
  clock?: () => string
  /** `false`: the older way to upload, and nothing else. */
  hasMediaV2?: boolean
  port?: number
}

interface Answer {
  status: number
  json: unknown
  headers?: Record<string, string>
}

const broken: Answer = { status: 500, json: { error: 'Internal Server Error' } }
const missing: Answer = { status: 404, json: { error: 'Record not found' } }

/** A server that speaks as Mastodon does, on this machine. */
export class MastodonTestServer {
  readonly token = 'a-very-secret-token'
  readonly statuses: KeptStatus[] = []
  readonly requests: string[] = []
  url = ''
  readonly #options: MastodonOptions
  readonly #keys = new Map<string, KeptStatus>()
  readonly #media = new Map<string, { description: string | null; size: number; polls: number }>()
  readonly #http = createServer((request, response) => {
    void this.#handle(request, response).catch(() => response.destroy())
  })
  #count = 0

  constructor(options: MastodonOptions = {}) {
    this.#options = options
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(this.#options.port ?? 0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
    return this
  }

  async stop(): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url)
    this.requests.push(`${request.method} ${pathname}`)
    const answer = await this.#answer(request, pathname, searchParams, Buffer.concat(chunks))
    if (answer === 'dropped') response.destroy()
    else if (answer !== 'silence')
      response
        .writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers })
        .end(JSON.stringify(answer.json))
  }

  async #answer(
    { method, headers }: IncomingMessage,
    path: string,
    query: URLSearchParams,
    body: Buffer<ArrayBuffer>,
  ): Promise<Answer | 'dropped' | 'silence'> {
    if (headers.authorization !== `Bearer ${this.token}`)
      return { status: 401, json: { error: `The access token ${headers.authorization} is invalid` } }
    const asked = `${method} ${path}`
    if (asked === 'GET /api/v1/accounts/verify_credentials') return { status: 200, json: { id: 'account-1' } }
    if (asked === 'GET /api/v1/accounts/account-1/statuses') return { status: 200, json: this.#page(query) }
    if (
      asked === 'POST /api/v1/media' ||
      (asked === 'POST /api/v2/media' && this.#options.hasMediaV2 !== false)
    )
      return this.#keep(path.startsWith('/api/v2'), headers['content-type'] ?? '', body)
    const media = this.#media.get(path.replace('/api/v1/media/', ''))
    if (method === 'GET' && media) return { status: media.polls-- > 0 ? 206 : 200, json: { id: 'known' } }
    if (asked === 'POST /api/v1/statuses')
      return this.#post(headers['idempotency-key'] as string | undefined, body.toString())
    return missing
  }

  async #keep(isV2: boolean, type: string, body: Buffer<ArrayBuffer>): Promise<Answer> {
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData()
    const file = form.get('file') as File
    if (!file.type.startsWith('image/'))
      return { status: 422, json: { error: 'Validation failed: File content type is invalid' } }
    const id = `media-${++this.#count}`
    const description = form.get('description') as string | null
    this.#media.set(id, { description, size: file.size, polls: isV2 ? 1 : 0 })
    return { status: isV2 ? 202 : 200, json: { id, url: isV2 ? null : 'https://example.com/a.png' } }
  }

  /** What is answered, or what becomes of the connection instead. */
  #post(key: string | undefined, body: string): Answer | 'dropped' | 'silence' {
    const mishap = this.#options.mishap?.()
    if (mishap === 'dropped' || mishap === 'silence') return mishap
    if (mishap === '500') return broken
    if (mishap === '503') return { status: 503, json: { error: 'Service Unavailable' } }
    if (mishap === '429') {
      const reset = new Date(Date.parse(this.#now()) + 1000).toISOString()
      return { status: 429, json: { error: 'Too many requests' }, headers: { 'X-RateLimit-Reset': reset } }
    }
    const asked = JSON.parse(body) as Record<string, unknown>
    const text = String(asked.status ?? '')
    const invalid = (why: string) => ({ status: 422, json: { error: `Validation failed: ${why}` } })
    if (text === '') return invalid("Text can't be blank")
    if ([...text].length > 500) return invalid('Text character limit of 500 exceeded')
    const above = asked.in_reply_to_id as string | undefined
    if (above !== undefined && !this.statuses.some(({ id }) => id === above)) return missing
    const known = this.#options.hasKeys && key !== undefined ? this.#keys.get(key) : undefined
    const status = known ?? {
      id: String(110_000_000_000 + ++this.#count),
      text,
      created_at: this.#now(),
      in_reply_to_id: above ?? null,
      visibility: String(asked.visibility ?? 'public'),
      language: (asked.language as string | undefined) ?? null,
      media: ((asked.media_ids as string[] | undefined) ?? []).map((id) => {
        const { description, size } = this.#media.get(id) ?? { description: null, size: 0 }
        return { description, size }
      }),
      key,
    }
    if (!known) this.statuses.push(status)
    if (key !== undefined) this.#keys.set(key, status)
    if (mishap === 'dropped after') return 'dropped'
    if (mishap === 'silence after') return 'silence'
    return mishap === '500 after' ? broken : { status: 200, json: this.#shown(status) }
  }

  #page(query: URLSearchParams): unknown[] {
    const before = query.get('max_id')
    return this.statuses
      .filter(({ id }) => before === null || id < before)
      .reverse()
      .slice(0, Math.min(40, Number(query.get('limit') ?? 20)))
      .map((status) => this.#shown(status))
  }

  #shown({ text, ...status }: KeptStatus) {
    const { id, created_at, in_reply_to_id } = status
    return { id, created_at, in_reply_to_id, url: `${this.url}/@notes/${id}`, content: htmlOf(text) }
  }

  #now(): string {
    return this.#options.clock?.() ?? new Date().toISOString()
  }
}

/** As Mastodon writes words: paragraphs, shortened addresses, mentions without their server. */
export function htmlOf(text: string): string {
  const marked = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(https?:\/\/)([^\s]{1,30})([^\s]*)/g, (address, scheme, shown, rest) => {
      const span = rest === '' ? '' : 'ellipsis'
      return `<a href="${address}" target="_blank" rel="nofollow noopener"><span class="invisible">${scheme}</span><span class="${span}">${shown}</span><span class="invisible">${rest}</span></a>`
    })
    .replace(
      /(^|\s)@([\w]+)(?:@[\w.-]+\w)?/g,
      '$1<span class="h-card" translate="no"><a href="https://example.com/@$2" class="u-url mention">@<span>$2</span></a></span>',
    )
    .replace(
      /(^|\s)#(\p{L}[\p{L}\p{N}_]*)/gu,
      '$1<a href="https://example.com/tags/$2" class="mention hashtag" rel="tag">#<span>$2</span></a>',
    )
  return `<p>${marked.replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br />')}</p>`
}
