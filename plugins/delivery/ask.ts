import { neverHeard } from '../../src/delivery/never-heard.ts'
import type { Attempt, Failure, Finding } from '../../src/delivery/sender.ts'
import { waitInHeaders } from '../../src/delivery/wait-in-headers.ts'
import { redactor } from './redact.ts'

/** One request to a server that is given credentials. */
export interface Question {
  method: 'GET' | 'POST' | 'PUT'
  url: string
  headers?: Readonly<Record<string, string>>
  json?: unknown
  /** Bytes or a form, with the headers that they need. */
  body?: Uint8Array<ArrayBuffer> | FormData
  /** Never stand in a `why`, whatever the server says. */
  secrets: readonly string[]
}

/** An answer, whatever its status. */
export interface Reply {
  is: 'reply'
  status: number
  headers: Headers
  /** Undefined where the answer is no JSON. */
  json: unknown
  /** What the server says of it, in short and without secrets; empty where it says nothing. */
  said: string
  /** Seconds that it asks to wait. */
  wait?: number
}

/** No answer. `isCertain`: the server never heard the request. */
export interface Silence {
  is: 'silence'
  isCertain: boolean
  why: string
}

/** Answers of any length could fill the memory; those that are of use are far below. */
const longest = 4_000_000

/** Asks once, following no redirect: credentials go to the address that was given, and nowhere else. Never throws. */
export async function ask(question: Question, attempt: Attempt): Promise<Reply | Silence> {
  const { method, url, headers, json, body, secrets } = question
  try {
    const response = await attempt.fetch(url, {
      method,
      redirect: 'manual',
      signal: attempt.signal,
      headers: {
        Accept: 'application/json',
        'User-Agent': 'Coldread',
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined && { body }),
    })
    const read = parsed(await textOf(response))
    const wait = waitInHeaders(response.status, response.headers, attempt.now)
    return {
      is: 'reply',
      status: response.status,
      headers: response.headers,
      json: read,
      said: saidIn(read, secrets),
      ...(wait !== undefined && { wait }),
    }
  } catch (error) {
    const { name, cause } = error as Error
    const { code = '', message } = (cause ?? {}) as { code?: string; message?: string }
    if (neverHeard(cause))
      return {
        is: 'silence',
        isCertain: true,
        why: `${new URL(url).host} cannot be reached (${code || message})`,
      }
    const isLate = name === 'TimeoutError' || name === 'AbortError'
    return {
      is: 'silence',
      isCertain: false,
      why: isLate ? 'no answer came in time' : `the connection broke${code && ` (${code})`}`,
    }
  }
}

/** What silence means where the request would have posted. */
export function failureOfSilence({ isCertain, why }: Silence): Failure {
  return isCertain ? { is: 'later', why, isAway: true } : { is: 'unknown', why }
}

/** The same failure where nothing was posted yet: then nothing is unknown. */
export function beforePost(failure: Failure): Failure {
  return failure.is === 'unknown' ? { ...failure, is: 'later' } : failure
}

/** The same where the server was asked for what it has, of no message in particular. */
export function beforeAnyPost(failure: Failure): Failure {
  return failure.is === 'unknown' ? { ...failure, is: 'later', isAway: true } : failure
}

/** What a look comes to that failed so. */
export function unclear(failure: Failure): Extract<Finding, { is: 'unclear' | 'locked out' }> {
  if (failure.is === 'locked out') return failure
  return { ...failure, is: 'unclear' }
}

/** What a thread comes to of which a first part is posted: nothing else is certain any more. */
export function partlyPosted(failure: Failure, why: string): Extract<Failure, { is: 'unknown' }> {
  const { afterSeconds } = 'afterSeconds' in failure ? failure : {}
  return { is: 'unknown', why, ...(afterSeconds !== undefined && { afterSeconds }) }
}

/** That nobody knows what a request came to, which the server answered in a way that does not tell. */
export function unknownOf(why: string, { wait }: Pick<Reply, 'wait'>): Extract<Failure, { is: 'unknown' }> {
  return { is: 'unknown', why, ...(wait !== undefined && { afterSeconds: wait }) }
}

/** That something may work later, when the server says so. */
export function laterOf(why: string, { wait }: Pick<Reply, 'wait'>): Extract<Failure, { is: 'later' }> {
  return { is: 'later', why, ...(wait !== undefined && { afterSeconds: wait }) }
}

/** Behind what a server is said to have answered. */
export function statusAnd({ status, said }: Reply): string {
  return said === '' ? `status ${status}` : `status ${status}: ${said}`
}

async function textOf(response: Response): Promise<string> {
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.length
    if (length > longest) throw new Error('too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The words that servers explain themselves with, by Mastodon's, Bluesky's and Postiz's names for them. They end in
 * terminals, so that no sign in them moves a cursor.
 */
function saidIn(json: unknown, secrets: readonly string[]): string {
  if (typeof json !== 'object' || json === null) return ''
  const { error, error_description, message, msg } = json as Record<string, unknown>
  const said = [error, error_description, message, msg].flat().filter((each) => typeof each === 'string')
  const words = [...new Set(said)].join(', ').replace(/\s+/g, ' ').replace(/\p{C}/gu, '')
  return redactor(secrets)(words).slice(0, 200)
}
