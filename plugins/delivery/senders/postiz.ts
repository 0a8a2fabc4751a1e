import { type NetworkName, networks } from '../../../src/calendar/vocabulary.ts'
import type { Message } from '../../../src/delivery/message.ts'
import type { Access, Attempt, Failure, Sender } from '../../../src/delivery/sender.ts'
import { serverProblem } from '../../../src/delivery/server-address.ts'
import { type PostizBody, settingsFor } from '../../../src/snippets/formats/postiz.ts'
import { hasAddresses, hasSameWords } from '../../../src/snippets/postiz-post.ts'
import { type Answer, type PostizServer, postizServer } from '../../queue/postiz-server.ts'
import { beforeAnyPost, beforePost, unclear } from '../ask.ts'
import { fetchImage } from '../fetch-image.ts'

type Name = 'url' | 'key'
type Image = PostizBody['posts'][number]['value'][number]['image'][number]

/** Milliseconds that an answer may take. */
const patience = 30_000
/** Seconds after its time within which a post can be scheduled for it: Postiz refuses what is past by a minute. */
const grace = 30
/** Minutes that clocks may be apart. */
const clockSkew = 2

/**
 * Hands posts to a Postiz server at their time. It makes a new post of every request, so what it has is looked through
 * before anything is sent again.
 */
export const postiz: Sender<Name> = {
  name: 'Postiz',
  needs: {
    url: {
      what: 'address of the Postiz server',
      isSecret: false,
      example: 'https://api.postiz.com',
      problem: serverProblem,
    },
    key: {
      what: 'API key, from Settings, Developers, Public API',
      isSecret: true,
      example: '0123456789abcdef',
      problem: (value) =>
        /^[\x21-\x7e]+$/.test(value.trim()) ? undefined : 'has spaces or signs that no key has',
    },
  },
  isRepeatable: false,
  promise: {
    is: 'at least once',
    how: "a look at the server's posts before anything is sent again; Postiz takes no key of ours",
    onDouble:
      'only if Postiz does what it was asked after everybody stopped waiting; two posts with the same words stand in its calendar. What becomes of a post on its network, Postiz says',
  },
  settingsProblems: ({ integration }) =>
    typeof integration === 'string' && integration !== ''
      ? []
      : [
          '`integration` is missing: what the channel is in Postiz, as `GET /public/v1/integrations` lists it',
        ],
  async send(message, access, attempt) {
    const server = serverOf(access, attempt)
    const image = await upload(message, server, attempt)
    if (image && 'is' in image) return image
    const answer = await server.send(bodyOf(message, image, attempt.now))
    return answer.is === 'done' ? { is: 'sent', id: answer.value } : failureOf(answer, attempt.now)
  },
  async find(message, access, attempt) {
    const from = shifted(message.at, -clockSkew)
    const answer = await serverOf(access, attempt).list(from, shifted(attempt.now, clockSkew))
    if (answer.is !== 'done') return unclear(beforeAnyPost(failureOf(answer, attempt.now)))
    const sought = { integration: integrationOf(message), text: message.parts[0] }
    const alike = answer.value.filter((post) => post.at >= from && hasSameWords(post, sought))
    const found = alike.find((post) => hasAddresses(post, sought.text))
    if (found) return { is: 'found', id: found.id }
    return alike.length === 0
      ? { is: 'absent' }
      : { is: 'unclear', why: 'Postiz has a post with the same words, which leads elsewhere' }
  },
}

function bodyOf(message: Message, image: Image | undefined, now: string): PostizBody {
  const { at, parts, comment, network, settings } = message
  const isPast = shifted(at, 0, grace) < shifted(now, 0)
  const own = typeof settings.settings === 'object' ? settings.settings : {}
  return {
    type: isPast ? 'now' : 'schedule',
    date: shifted(at, 0),
    shortLink: false,
    tags: [],
    posts: [
      {
        integration: { id: integrationOf(message) },
        value: [...parts, ...(comment === undefined ? [] : [comment])].map((content, part) => ({
          content,
          image: part === 0 && image ? [image] : [],
        })),
        settings: { ...settingsFor(networks.find((name): name is NetworkName => name === network)), ...own },
      },
    ],
  }
}

async function upload(
  { image }: Message,
  server: PostizServer,
  attempt: Attempt,
): Promise<Image | undefined | Failure> {
  if (!image) return undefined
  const fetched = await fetchImage(image, attempt)
  if ('is' in fetched) return fetched
  const answer = await server.upload(fetched.name, fetched.bytes)
  if (answer.is === 'done') {
    const { id, path } = answer.value
    return { id, path, ...(image.alt && { alt: image.alt }) }
  }
  const failure = beforePost(failureOf(answer, attempt.now))
  return { ...failure, why: `its image was not taken: ${failure.why}` }
}

function failureOf(answer: Exclude<Answer<unknown>, { is: 'done' }>, now: string): Failure {
  if (answer.is === 'unknown') return { is: 'unknown', why: answer.why }
  if (answer.is === 'refused') return { is: 'refused', why: answer.why }
  const { why, later, isShut } = answer
  if (isShut) return { is: 'locked out', why }
  if (later === undefined) return { is: 'later', why, isAway: true }
  const wait = Temporal.Instant.from(later).since(Temporal.Instant.from(now)).total('seconds')
  return { is: 'later', why, afterSeconds: Math.max(1, Math.ceil(wait)) }
}

function serverOf({ url = '', key = '' }: Access<Name>, { fetch, signal, now }: Attempt): PostizServer {
  return postizServer({
    url: url.trim(),
    key: key.trim(),
    patience,
    // How many requests are safe within an hour is the whole queue's affair, not one worker's; Postiz says when it has enough.
    mayAsk: () => undefined,
    clock: () => now,
    sleep: async () => {},
    shortWait: 0,
    fetch,
    signal,
  })
}

function integrationOf({ settings }: Message): string {
  return typeof settings.integration === 'string' ? settings.integration : ''
}

/** With milliseconds and `Z`, as Postiz writes times, so that they can be compared. */
function shifted(instant: string, minutes: number, seconds = 0): string {
  return Temporal.Instant.from(instant).add({ minutes, seconds }).toString({ smallestUnit: 'millisecond' })
}
