import { hash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { OwnStatus } from '../../../src/delivery/mastodon/same-words.ts'
import type { Attempt, Failure } from '../../../src/delivery/sender.ts'
import {
  ask,
  beforeAnyPost,
  beforePost,
  failureOfSilence,
  laterOf,
  type Question,
  type Reply,
  type Silence,
  statusAnd,
  unknownOf,
} from '../ask.ts'
import type { FetchedImage } from '../fetch-image.ts'

/** A status as it is posted. */
export interface Status {
  status: string
  visibility?: string
  language: string
  media_ids?: string[]
  in_reply_to_id?: string
}

const status = z.object({
  id: z.string().min(1),
  content: z.string(),
  created_at: z.string(),
  in_reply_to_id: z.string().nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(undefined),
})
const named = z.object({ id: z.string().min(1) })
/** An address that is none is left out: people are to follow it. */
const posted = named.extend({
  url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(undefined),
})

/** Statuses on a page, which is what servers give at most, and pages that are looked through. */
const perPage = 40
const mostPages = 25
/** How often a server is asked, a second apart, whether it is done with an image. */
const mostPolls = 30

/** Names of accounts by their server and token: they never change. */
const accounts = new Map<string, string>()

/** A server that speaks as Mastodon does, with an access token. */
export class MastodonServer {
  readonly #url: string
  readonly #token: string
  readonly #attempt: Attempt

  constructor(url: string, token: string, attempt: Attempt) {
    this.#url = url.trim().replace(/\/+$/, '')
    this.#token = token.trim()
    this.#attempt = attempt
  }

  /** Posts. `key` keeps a server that knows such keys from posting twice. */
  async post(json: Status, key: string): Promise<{ id: string; url?: string } | Failure> {
    // Some servers would take the words for Markdown; the others ignore what they do not know.
    const words = { ...json, content_type: 'text/plain' }
    const headers = { 'Idempotency-Key': key }
    const answer = await this.#ask({ method: 'POST', json: words, headers }, '/api/v1/statuses')
    const done =
      answer.is === 'reply' && answer.status === 200 ? posted.safeParse(answer.json).data : undefined
    if (done) return { id: done.id, ...(done.url && { url: done.url }) }
    return failureOf(answer, 'the post', json.in_reply_to_id !== undefined)
  }

  /** Own statuses since an instant, newest first. */
  async since(instant: string): Promise<OwnStatus[] | Failure> {
    const account = await this.#account()
    if (typeof account !== 'string') return account
    const all: OwnStatus[] = []
    for (let page = 0; page < mostPages; page++) {
      const last = all.at(-1)?.id
      const query = new URLSearchParams({
        limit: String(perPage),
        exclude_reblogs: 'true',
        ...(last !== undefined && { max_id: last }),
      })
      const path = `/api/v1/accounts/${encodeURIComponent(account)}/statuses?${query}`
      const answer = await this.#ask({ method: 'GET' }, path)
      const read =
        answer.is === 'reply' && answer.status === 200
          ? z.array(status).safeParse(answer.json).data
          : undefined
      if (!read) return readFailure(answer)
      const from = Temporal.Instant.from(instant).epochMilliseconds
      const recent = read.filter(({ created_at }) => Date.parse(created_at) >= from)
      all.push(...recent)
      if (read.length === 0 || recent.length < read.length) return all
    }
    return { is: 'later', why: `more than ${all.length} posts of this account are newer than it` }
  }

  /** Uploads an image, and waits until it can be posted. */
  async upload({ bytes, type, name, alt }: FetchedImage): Promise<string | Failure> {
    const form = () => {
      const made = new FormData()
      made.append('file', new Blob([bytes], { type }), name)
      if (alt !== '') made.append('description', alt)
      return made
    }
    const post = (path: string) => this.#ask({ method: 'POST', body: form() }, path)
    let answer = await post('/api/v2/media')
    // Servers that came before it have the older way only, and take as long as they need.
    if (answer.is === 'reply' && answer.status === 404) answer = await post('/api/v1/media')
    const id = answer.is === 'reply' ? named.safeParse(answer.json).data?.id : undefined
    if (answer.is !== 'reply' || (answer.status !== 200 && answer.status !== 202) || id === undefined)
      return beforePost(failureOf(answer, 'its image'))
    for (let poll = 0; answer.status !== 200; poll++) {
      if (poll >= mostPolls) return { is: 'later', why: 'the server is not done with its image yet' }
      await setTimeout(1000)
      const next = await this.#ask({ method: 'GET' }, `/api/v1/media/${encodeURIComponent(id)}`)
      if (next.is !== 'reply' || ![200, 202, 206].includes(next.status))
        return beforePost(failureOf(next, 'its image'))
      answer = next
    }
    return id
  }

  async #account(): Promise<string | Failure> {
    const key = hash('sha256', JSON.stringify([this.#url, this.#token]))
    const known = accounts.get(key)
    if (known !== undefined) return known
    const answer = await this.#ask({ method: 'GET' }, '/api/v1/accounts/verify_credentials')
    const id =
      answer.is === 'reply' && answer.status === 200 ? named.safeParse(answer.json).data?.id : undefined
    if (id === undefined) return readFailure(answer)
    accounts.set(key, id)
    return id
  }

  #ask(question: Omit<Question, 'url' | 'secrets'>, path: string): Promise<Reply | Silence> {
    return ask(
      {
        ...question,
        url: this.#url + path,
        headers: { ...question.headers, Authorization: `Bearer ${this.#token}` },
        secrets: [this.#token],
      },
      this.#attempt,
    )
  }
}

function readFailure(answer: Reply | Silence): Failure {
  if (answer.is === 'reply' && answer.status === 403)
    return {
      is: 'locked out',
      why: `its token may not look what is posted (${statusAnd(answer)}). Make one with the scopes \`read:accounts read:statuses write:statuses write:media\`, and set COLDREAD_MASTODON_ACCESS_TOKEN`,
    }
  return beforeAnyPost(failureOf(answer, "the account's posts"))
}

function failureOf(answer: Reply | Silence, what: string, isReply = false): Failure {
  if (answer.is === 'silence') return failureOfSilence(answer)
  const { status: code, said } = answer
  const words = statusAnd(answer)
  if (code === 429) return laterOf(`the server takes no more for now (${words})`, answer)
  // 409: the same is under way, says GoToSocial. 200 without the post: it was done before, says GoToSocial too.
  if (code === 408 || code === 409 || code >= 500 || code < 300)
    return unknownOf(`the server did not say what became of ${what} (${words})`, answer)
  if (code < 400)
    return {
      is: 'locked out',
      why: `the server is elsewhere (status ${code}), and a token follows no redirect; see COLDREAD_MASTODON_URL`,
    }
  if (code === 401 || code === 403 || (code === 422 && /authenticated user/i.test(said)))
    return {
      is: 'locked out',
      why: `the server does not let this token in (${words}). Make one with the scopes \`read:accounts read:statuses write:statuses write:media\`, and set COLDREAD_MASTODON_ACCESS_TOKEN`,
    }
  if (code === 404 && !isReply)
    return {
      is: 'locked out',
      why: `there is no server that speaks as Mastodon does (${words}); see COLDREAD_MASTODON_URL`,
    }
  return { is: 'refused', why: `the server does not take ${what} (${words})` }
}
