import { createHmac } from 'node:crypto'
import type { Message } from '../../../src/delivery/message.ts'
import type { Finding, Outcome, Sender } from '../../../src/delivery/sender.ts'
import {
  ask,
  beforeAnyPost,
  failureOfSilence,
  laterOf,
  type Reply,
  statusAnd,
  unclear,
  unknownOf,
} from '../ask.ts'

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
    const reply = await ask(
      {
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', ...signed(message.key, body, secret, attempt.now) },
        body: new TextEncoder().encode(body),
        secrets: [url, secret],
      },
      attempt,
    )
    if (reply.is === 'silence') return failureOfSilence(reply)
    const { status, wait } = reply
    const why = `the webhook answered ${statusAnd(reply)}`
    if (status >= 200 && status < 300) return { is: 'sent', ...nameIn(reply, message.key) }
    if (status === 429 || (status === 503 && wait !== undefined))
      return { ...laterOf(why, reply), afterSeconds: wait ?? 60 }
    if (status === 401 || status === 403) return { is: 'locked out', why: `${why}; does it know the secret?` }
    if (status === 404 || (status >= 300 && status < 400))
      return { is: 'locked out', why: `${why}; is its address another one?` }
    return status === 408 || status >= 500 ? unknownOf(why, reply) : { is: 'refused', why }
  },

  async find({ key }, { lookUrl = '', secret = '' }, attempt): Promise<Finding> {
    const address = new URL(lookUrl)
    address.searchParams.set('id', key)
    const secrets = [lookUrl, secret]
    const headers = signed(key, '', secret, attempt.now)
    const reply = await ask({ method: 'GET', url: address.href, headers, secrets }, attempt)
    if (reply.is === 'silence') return unclear(beforeAnyPost(failureOfSilence(reply)))
    if (reply.status === 200) return { is: 'found', ...nameIn(reply, key) }
    if (reply.status === 404) return { is: 'absent' }
    const why = `the look address answered ${statusAnd(reply)}`
    if (reply.status === 401 || reply.status === 403)
      return { is: 'locked out', why: `${why}; does it know the secret?` }
    return unclear({ ...laterOf(why, reply), ...(reply.status >= 500 && { isAway: true }) })
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
function nameIn({ json }: Reply, key: string): { id: string; address?: string } {
  const { id, address } = (json ?? {}) as { id?: unknown; address?: unknown }
  return {
    id: typeof id === 'string' && id !== '' ? id.slice(0, 200) : key,
    ...(typeof address === 'string' && /^https?:$/.test(URL.parse(address)?.protocol ?? '') && { address }),
  }
}

function addressProblem(value: string): string | undefined {
  const address = URL.parse(value)
  if (!address || !/^https?:$/.test(address.protocol)) return 'is no address'
  return address.username === '' && address.password === ''
    ? undefined
    : 'holds a name or a password; leave them out'
}

function secretProblem(value: string): string | undefined {
  const bytes = Buffer.from(value.replace(/^whsec_/, ''), 'base64').length
  return bytes >= 24 && bytes <= 64 ? undefined : 'is not 24 to 64 bytes as Base64'
}
