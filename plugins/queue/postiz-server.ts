import { z } from 'zod'
import { neverHeard } from '../../src/delivery/never-heard.ts'
import type { PostizBody } from '../../src/snippets/formats/postiz.ts'
import type { PostizPost } from '../../src/snippets/postiz-post.ts'

/**
 * What came of a request. `refused`: it was not done, and will not be. `unknown`: it may have been done. `stopped`: it was
 * not done, and neither would be the next; `later` says when to go on, an RFC 3339 instant; `isShut` that somebody has to
 * mend the address or the key first.
 */
export type Answer<T> =
  | { is: 'done'; value: T }
  | { is: 'refused'; status: number; why: string }
  | { is: 'unknown'; why: string }
  | { is: 'stopped'; why: string; later?: string; isShut?: true }

/** Who speaks to which server, and how. */
export interface PostizAccess {
  /** Address of the server, up to `/public/v1` or without it. */
  url: string
  key: string
  /** Milliseconds that an answer may take. */
  patience: number
  /** Asked before each request: undefined, or when the next one is allowed, an RFC 3339 instant. */
  mayAsk(): string | undefined
  /** RFC 3339 instant. */
  clock(): string
  sleep(milliseconds: number): Promise<void>
  /** Milliseconds that are waited for when the server has had enough for now; a minute. */
  shortWait?: number
  /** Ends a request before its time. */
  signal?: AbortSignal
  /** In the place of the usual one. */
  fetch?: typeof fetch
}

/** A Postiz server, by its public API. */
export interface PostizServer {
  list(from: string, to: string): Promise<Answer<PostizPost[]>>
  /** Makes a post, or changes the one whose id stands in the body. */
  send(body: PostizBody): Promise<Answer<string>>
  remove(id: string): Promise<Answer<undefined>>
  upload(name: string, bytes: Uint8Array): Promise<Answer<{ id: string; path: string }>>
}

const listed = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      content: z.string().nullish(),
      publishDate: z.string(),
      state: z.string(),
      group: z.string().nullish(),
      integration: z.object({ id: z.string() }).nullish(),
    }),
  ),
})
const sent = z.array(z.object({ postId: z.string().min(1) })).min(1)
const uploaded = z.object({ id: z.string(), path: z.string() })

/** A server behind an address and a key, which no message ever holds. */
export function postizServer(access: PostizAccess): PostizServer {
  const { url, key, patience, mayAsk, clock, sleep, signal, shortWait = 60_000 } = access
  const timeout = () => AbortSignal.timeout(patience)
  const base = `${url.replace(/\/+$/, '').replace(/\/public\/v1$/, '')}/public/v1`

  const ask = async <T>(
    method: string,
    path: string,
    read: (body: unknown) => T | undefined,
    body?: { json: unknown } | { form: FormData },
    isSecond = false,
  ): Promise<Answer<T>> => {
    const next = mayAsk()
    if (next !== undefined)
      return { is: 'stopped', why: 'so many requests an hour are safe, and they are used up', later: next }
    let response: Response
    let text: string
    try {
      response = await (access.fetch ?? fetch)(base + path, {
        method,
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout()]) : timeout(),
        headers: {
          Authorization: key,
          Accept: 'application/json',
          ...(body && 'json' in body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: 'json' in body ? JSON.stringify(body.json) : body.form }),
      })
      text = await response.text()
    } catch (error) {
      return lost(error as Error, patience)
    }
    const { status } = response
    if (status === 429) {
      const wait = waitOf(response.headers.get('retry-after'), clock())
      if (wait <= shortWait && !isSecond) {
        await sleep(wait)
        return ask(method, path, read, body, true)
      }
      const later = Temporal.Instant.from(clock()).add({ milliseconds: wait }).toString()
      return { is: 'stopped', why: 'Postiz has had enough requests for now', later }
    }
    if (status === 401 || status === 403)
      return {
        is: 'stopped',
        isShut: true,
        why: `Postiz does not let this key in (status ${status}); see COLDREAD_POSTIZ_KEY`,
      }
    if (status === 408 || status >= 500) return { is: 'unknown', why: `Postiz answered ${status}` }
    if (status >= 300 && status < 400)
      return {
        is: 'stopped',
        isShut: true,
        why: `Postiz is elsewhere (status ${status}); see COLDREAD_POSTIZ_URL`,
      }
    if (status === 404 && method !== 'DELETE')
      return {
        is: 'stopped',
        isShut: true,
        why: 'there is no Postiz at its address (status 404); see COLDREAD_POSTIZ_URL',
      }
    if (status >= 400)
      return { is: 'refused', status, why: `Postiz answered ${status}${reasonIn(text, key)}` }
    const value = read(parsed(text))
    return value === undefined
      ? { is: 'unknown', why: 'Postiz answered something that is not in its documentation' }
      : { is: 'done', value }
  }

  return {
    list: (from, to) =>
      ask('GET', `/posts?${new URLSearchParams({ startDate: from, endDate: to })}`, (body) =>
        listed
          .safeParse(body)
          .data?.posts.flatMap(({ id, content, publishDate, state, group, integration }) =>
            integration && Number.isFinite(Date.parse(publishDate))
              ? [
                  {
                    id,
                    content: content ?? '',
                    at: new Date(publishDate).toISOString(),
                    integration: integration.id,
                    state,
                    ...(group && { group }),
                  },
                ]
              : [],
          ),
      ),
    send: (body) =>
      ask('POST', '/posts', (answer) => sent.safeParse(answer).data?.[0]?.postId, { json: body }),
    async remove(id) {
      const answer = await ask('DELETE', `/posts/${encodeURIComponent(id)}`, () => true)
      const isGone = answer.is === 'done' || (answer.is === 'refused' && answer.status === 404)
      return isGone ? { is: 'done', value: undefined } : (answer as Answer<never>)
    },
    upload(name, bytes) {
      const form = new FormData()
      form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType(name) }), name)
      return ask('POST', '/upload', (body) => uploaded.safeParse(body).data, { form })
    },
  }
}

/** A connection that was never made cannot have done anything; of any other nobody knows. */
function lost({ name, cause }: Error, patience: number): Answer<never> {
  const code = (cause as { code?: string } | undefined)?.code ?? ''
  if (neverHeard(cause))
    return { is: 'stopped', why: `Postiz cannot be reached (${code || 'bad port'}); see COLDREAD_POSTIZ_URL` }
  return {
    is: 'unknown',
    why:
      name === 'TimeoutError' ? `Postiz did not answer within ${patience / 1000} s` : 'the connection broke',
  }
}

/** Milliseconds that `Retry-After` asks for, in seconds or as a date; an hour where it says nothing. */
function waitOf(header: string | null, now: string): number {
  const seconds = Number(header ?? Number.NaN)
  if (Number.isFinite(seconds)) return Math.max(1, seconds) * 1000
  const date = Date.parse(header ?? '')
  return Number.isFinite(date) ? Math.max(1000, date - Date.parse(now)) : 3_600_000
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a server says of a refusal, in short; never the key. */
function reasonIn(text: string, key: string): string {
  const body = parsed(text) as { message?: unknown; msg?: unknown } | undefined
  const said = body?.message ?? body?.msg
  const words = Array.isArray(said) ? said.join('; ') : typeof said === 'string' ? said : ''
  return words === ''
    ? ''
    : `: ${words.replaceAll(key, '…').replace(/\s+/g, ' ').replace(/\p{C}/gu, '').slice(0, 200)}`
}

const mediaTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

function mediaType(name: string): string {
  return mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}
