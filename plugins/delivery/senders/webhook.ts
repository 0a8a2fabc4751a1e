import { createHmac } from 'node:crypto'
import type { Message } from '../../../src/delivery/message.ts'
import type { Finding, Outcome, Sender } from '../../../src/delivery/sender.ts'
import { neverArrived } from '../never-arrived.ts'
import { retryAfter } from '../retry-after.ts'

/** Standard Webhooks, https://www.standardwebhooks.com: `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
export const webhook: Sender<'url' | 'secret' | 'lookUrl'> = {
  name: 'Webhook',
  needs: {
    url: {
      what: 'the address that takes messages',
      isSecret: true,
      example: 'https://hooks.example/snippets',
      problem: addressProblem,
    },
    secret: {
      what: 'the key that bodies are signed with',
      isSecret: true,
      example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw (24 to 64 random bytes as Base64)',
      problem: secretProblem,
    },
    lookUrl: {
      what: 'the address that tells whether a message arrived',
      isSecret: true,
      isOptional: true,
      example: 'https://hooks.example/snippets/seen',
      problem: addressProblem,
    },
  },
  isRepeatable: false,
  promise: {
    is: 'at least once',
    how: 'Every attempt of a message bears the same `webhook-id`; a receiver that remembers ids has it exactly once. Where it has a look address, it is asked before anything is sent again. Without one, what may have arrived is not sent again, but set aside for a person.',
    onDouble: 'The same `webhook-id` a second time.',
  },
  canFind: ({ lookUrl }) => lookUrl !== undefined,

  async send(message, { url = '', secret = '' }, attempt): Promise<Outcome> {
    const body = JSON.stringify({ type: 'snippet.due', timestamp: message.at, data: dataOf(message) })
    let response: Response
    try {
      response = await attempt.fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: attempt.signal,
        headers: { 'content-type': 'application/json', ...signed(message.key, body, secret, attempt.now) },
        body,
      })
    } catch (error) {
      const why = neverArrived(error)
      if (why !== undefined) return { is: 'later', why: `the webhook cannot be reached (${why})` }
      throw error
    }
    const { status } = response
    if (status >= 200 && status < 300) return { is: 'sent', ...(await nameIn(response, message.key)) }
    await response.body?.cancel()
    const why = `the webhook answered ${status}`
    const asked = retryAfter(response.headers, attempt.now)
    if (status === 429) return { is: 'later', why, afterSeconds: asked ?? 60 }
    if (status === 503 && asked !== undefined) return { is: 'later', why, afterSeconds: asked }
    if (status === 401 || status === 403)
      return { is: 'locked out', why: `${why}: it does not take the signature` }
    if (status === 404 || (status >= 300 && status < 400))
      return { is: 'locked out', why: `${why}: its address is another one` }
    return status === 408 || status >= 500 ? { is: 'unknown', why } : { is: 'refused', why }
  },

  async find({ key }, { lookUrl = '', secret = '' }, attempt): Promise<Finding> {
    const address = new URL(lookUrl)
    address.searchParams.set('id', key)
    const response = await attempt.fetch(address, {
      redirect: 'manual',
      signal: attempt.signal,
      headers: signed(key, '', secret, attempt.now),
    })
    if (response.status === 200) return { is: 'found', ...(await nameIn(response, key)) }
    await response.body?.cancel()
    if (response.status === 404) return { is: 'absent' }
    const afterSeconds = retryAfter(response.headers, attempt.now)
    return {
      is: 'unclear',
      why: `the look address answered ${response.status}`,
      ...(afterSeconds !== undefined && { afterSeconds }),
    }
  },
}

/** What a receiver is told: the message without what is the sender's own affair. */
function dataOf({ key: _, settings, ...message }: Message) {
  return { ...message, ...(Object.keys(settings).length > 0 && { settings }) }
}

/** The time is of the attempt, so that a receiver can refuse what somebody recorded and plays again. */
function signed(id: string, body: string, secret: string, now: string): Record<string, string> {
  const seconds = Math.floor(Temporal.Instant.from(now).epochMilliseconds / 1000)
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}

/** A receiver may answer what it calls the message and where people see it; it need not. */
async function nameIn(response: Response, key: string): Promise<{ id: string; address?: string }> {
  let said: { id?: unknown; address?: unknown } | undefined
  try {
    const text = await response.text()
    if (text.length < 10_000) said = JSON.parse(text) as typeof said
  } catch {
    // Its status said all that matters.
  }
  const { id, address } = said ?? {}
  return {
    id: typeof id === 'string' && id !== '' ? id.slice(0, 200) : key,
    ...(typeof address === 'string' && /^https?:$/.test(URL.parse(address)?.protocol ?? '') && { address }),
  }
}

function addressProblem(value: string): string | undefined {
  const protocol = URL.parse(value)?.protocol
  return protocol === 'https:' || protocol === 'http:' ? undefined : 'is no address'
}

function secretProblem(value: string): string | undefined {
  const bytes = Buffer.from(value.replace(/^whsec_/, ''), 'base64').length
  return bytes >= 24 && bytes <= 64 ? undefined : 'is not 24 to 64 bytes as Base64'
}
