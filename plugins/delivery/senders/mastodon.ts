import { partsThere } from '../../../src/delivery/mastodon/same-words.ts'
import type { Message } from '../../../src/delivery/message.ts'
import type { Access, Attempt, Failure, Outcome, Sender } from '../../../src/delivery/sender.ts'
import { serverProblem } from '../../../src/delivery/server-address.ts'
import { partlyPosted, unclear } from '../ask.ts'
import { fetchImage } from '../fetch-image.ts'
import { MastodonServer } from '../mastodon/server.ts'

type Name = 'url' | 'accessToken'

const visibilities = ['public', 'unlisted', 'private', 'direct']
/** Minutes that the server's clock may be behind. */
const clockSkew = 10

/**
 * Posts to Mastodon and to servers that speak as it does. Each post has a key that keeps a server from posting it twice; since
 * some ignore it, and Mastodon itself forgets it after an hour, what the account posted is looked through before anything
 * is sent again.
 */
export const mastodon: Sender<Name> = {
  name: 'Mastodon',
  needs: {
    url: {
      what: 'address of the server',
      isSecret: false,
      example: 'https://mastodon.social',
      problem: serverProblem,
    },
    accessToken: {
      what: 'access token, from Preferences, Development, New application; scopes read:accounts read:statuses write:statuses write:media',
      isSecret: true,
      example: 'ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0',
      // A header can hold nothing else.
      problem: (value) =>
        /^[\x21-\x7e]+$/.test(value.trim()) ? undefined : 'has spaces or signs that no token has',
    },
  },
  isRepeatable: false,
  promise: {
    is: 'at least once',
    how: "one, by a key for each post, which Mastodon knows for an hour, and by a look at the account's posts before anything is sent again",
    onDouble:
      'only where a server ignores the key and does what it was asked after everybody stopped waiting: two posts with the same words stand in the account',
  },
  settingsProblems: ({ visibility }) =>
    visibility === undefined || visibilities.includes(visibility as string)
      ? []
      : [`\`visibility\` is one of ${visibilities.join(', ')}`],
  async send(message, access, attempt) {
    const server = serverOf(access, attempt)
    const texts = textsOf(message)
    // A thread that was broken off goes on where it stopped.
    const there = texts.length > 1 ? await lookFor(message, server) : []
    if ('is' in there) return there
    const image = there.length === 0 ? await upload(message, server, attempt) : undefined
    if (image !== undefined && typeof image !== 'string') return image
    return postRest(there, image, message, server)
  },
  async find(message, access, attempt) {
    const there = await lookFor(message, serverOf(access, attempt))
    if ('is' in there) return unclear(there)
    const [first] = there
    if (!first) return { is: 'absent' }
    return there.length < textsOf(message).length ? { is: 'begun' } : { is: 'found', ...first }
  },
}

/** A post that is there. */
interface Posted {
  id: string
  address?: string
}

function textsOf({ parts, comment }: Message): string[] {
  return comment === undefined ? [...parts] : [...parts, comment]
}

async function postRest(
  there: readonly Posted[],
  image: string | undefined,
  message: Message,
  server: MastodonServer,
): Promise<Outcome> {
  const { visibility } = message.settings
  const posted = [...there]
  for (const [part, status] of textsOf(message).entries()) {
    if (part < there.length) continue
    const above = posted.at(-1)
    const done = await server.post(
      {
        status,
        language: message.lang,
        ...(typeof visibility === 'string' && { visibility }),
        ...(part === 0 && image !== undefined && { media_ids: [image] }),
        ...(above && { in_reply_to_id: above.id }),
      },
      part === 0 ? message.key : `${message.key}-${part}`,
    )
    if ('id' in done) {
      posted.push({ id: done.id, ...(done.url !== undefined && { address: done.url }) })
      continue
    }
    const [first] = posted
    if (!first) return done
    const why = `what follows its first ${part === 1 ? 'post' : `${part} posts`} is missing: ${done.why}`
    return done.is === 'refused' ? { is: 'sent', ...first, alsoWhy: why } : partlyPosted(done, why)
  }
  const [first] = posted
  return first ? { is: 'sent', ...first } : { is: 'refused', why: 'it has no words' }
}

/** What of a message is there already. It cannot have been posted before its time. */
async function lookFor(message: Message, server: MastodonServer): Promise<Posted[] | Failure> {
  const from = Temporal.Instant.from(message.at).subtract({ minutes: clockSkew }).toString()
  const statuses = await server.since(from)
  if ('is' in statuses) return statuses
  return partsThere(textsOf(message), statuses).map(({ id, url }) => ({ id, ...(url && { address: url }) }))
}

async function upload(
  { image }: Message,
  server: MastodonServer,
  attempt: Attempt,
): Promise<string | undefined | Failure> {
  if (!image) return undefined
  const fetched = await fetchImage(image, attempt)
  return 'is' in fetched ? fetched : server.upload(fetched)
}

function serverOf({ url = '', accessToken = '' }: Access<Name>, attempt: Attempt): MastodonServer {
  return new MastodonServer(url, accessToken, attempt)
}
