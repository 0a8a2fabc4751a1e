/** What a request meets with; `late` is done so many minutes after its caller gave up. */
export type Mishap = 'lost' | 'lost after' | '500' | '500 after' | '429' | 'late'

interface ModelPost {
  id: string
  content: string
  publishDate: string
  integration: { id: string }
  state: string
  group: string
  image: unknown[]
  parts: string[]
}

interface Body {
  type?: string
  date: string
  posts: {
    integration: { id: string }
    group?: string
    value: { id?: string; content: string; image: unknown[] }[]
  }[]
}

const broken = Object.assign(new TypeError('fetch failed'), { cause: { code: 'UND_ERR_SOCKET' } })

/**
 * A Postiz server as its documentation and its source describe it: an id of its own for every post, a change by that id
 * only, another group after every change, HTML around the words, and no memory of what was sent before.
 */
export class ModelPostiz {
  readonly posts = new Map<string, ModelPost>()
  readonly requests: string[] = []
  readonly key = 'a-very-secret-key'
  /** What the next requests meet with; undefined is well. */
  readonly mishaps: (Mishap | undefined)[] = []
  /** In minutes; set by the test. */
  time = 0
  /** The server's own clock, where a test needs one: then it refuses times that are past, and `now` is now. */
  clock?: string
  #late: { at: number; work: () => void }[] = []
  #count = 0

  /** In the place of `fetch`. */
  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(url)
    const method = init.method ?? 'GET'
    const path = pathname.replace(/^.*\/public\/v1/, '')
    this.requests.push(`${method} ${path}`)
    if ((init.headers as Record<string, string>).Authorization !== this.key)
      return answer(401, { msg: 'Invalid API key' })
    const mishap = this.mishaps.shift()
    if (mishap === '429') return new Response('', { status: 429, headers: { 'Retry-After': '1800' } })
    if (mishap === 'lost') throw broken
    if (mishap === '500') return answer(500, {})
    if (mishap === 'late') {
      this.#late.push({ at: this.time + 8, work: () => void this.#handle(method, path, searchParams, init) })
      throw new DOMException('The operation timed out.', 'TimeoutError')
    }
    const response = this.#handle(method, path, searchParams, init)
    if (mishap === 'lost after') throw broken
    return mishap === '500 after' ? answer(500, {}) : response
  }

  /** Lets time go by. */
  wait(minutes: number): void {
    this.time += minutes
    const due = this.#late.filter(({ at }) => at <= this.time)
    this.#late = this.#late.filter(({ at }) => at > this.time)
    for (const { work } of due) work()
  }

  #handle(method: string, path: string, query: URLSearchParams, init: RequestInit): Response {
    if (method === 'GET' && path === '/posts') {
      const [start, end] = [query.get('startDate') ?? '', query.get('endDate') ?? '']
      const posts = [...this.posts.values()].filter(
        ({ publishDate }) => start <= publishDate && publishDate <= end,
      )
      return answer(200, {
        posts: posts.map(({ parts: _, image: __, ...post }) => ({ ...post, releaseURL: null })),
      })
    }
    if (method === 'POST' && path === '/posts') return this.#take(JSON.parse(String(init.body)))
    if (method === 'POST' && path === '/upload')
      return answer(201, { id: `image-${++this.#count}`, path: `https://uploads.example/${this.#count}.png` })
    if (method === 'DELETE') {
      const id = decodeURIComponent(path.replace('/posts/', ''))
      return this.posts.delete(id) ? answer(200, { error: true }) : answer(404, { message: 'Post not found' })
    }
    return answer(404, {})
  }

  #take(body: Body): Response {
    const now = this.clock ?? body.date
    if (body.type === 'now')
      return answer(201, this.#send({ ...body, date: now.replace(/:\d\d(\.\d+)?Z/, ':00.000Z') }))
    if (Date.parse(body.date) < Date.parse(now) - 60_000)
      return answer(400, { message: `Publish date ${body.date} UTC is in the past` })
    return answer(201, this.#send(body))
  }

  #send({ date, posts }: Body) {
    return posts.map(({ integration, group, value }) => {
      const [first] = value
      const known = first?.id === undefined ? undefined : this.posts.get(first.id)
      const id = known?.id ?? `post-${++this.#count}`
      const parts = [
        ...(known && group !== known.group ? known.parts.slice(1) : []),
        ...value.map(({ content }) => content),
      ]
      this.posts.set(id, {
        id,
        content: `<p>${(first?.content ?? '').replaceAll('&', '&amp;').replaceAll('\n', '</p><p>')}</p>`,
        publishDate: new Date(date).toISOString(),
        integration,
        state: 'QUEUE',
        group: `group-${++this.#count}`,
        image: first?.image ?? [],
        parts,
      })
      return { postId: id, integration: integration.id }
    })
  }
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}
