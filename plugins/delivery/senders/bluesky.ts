import { z } from 'zod'
import {
  handlesIn,
  type PostDraft,
  postRecord,
  type StrongRef,
} from '../../../src/delivery/bluesky/post-record.ts'
import { recordKey } from '../../../src/delivery/bluesky/record-key.ts'
import type { Message } from '../../../src/delivery/message.ts'
import type { Access, Attempt, Outcome, Sender } from '../../../src/delivery/sender.ts'
import { serverProblem } from '../../../src/delivery/server-address.ts'
import { laterOf, outcomeOfSilence, type Reply, type Silence, statusAnd } from '../ask.ts'
import { Account, errorOf, type NoEntry } from '../bluesky/account.ts'
import { fitImage } from '../bluesky/fit-image.ts'
import { fetchImage } from '../fetch-image.ts'

type Name = 'identifier' | 'appPassword' | 'service'
type Failure = Exclude<Outcome, { is: 'sent' }>

const collection = 'app.bsky.feed.post'
const ref = z.object({ uri: z.string(), cid: z.string() })
const uploaded = z.object({
  blob: z.object({
    $type: z.literal('blob'),
    ref: z.object({ $link: z.string() }),
    mimeType: z.string(),
    size: z.number(),
  }),
})

/**
 * Posts by Bluesky's own interface. The key of each record is made of the message, and putting the same record again changes
 * nothing, so that there is one however often it is sent.
 */
export const bluesky: Sender<Name> = {
  name: 'Bluesky',
  needs: {
    identifier: {
      what: 'handle of the account',
      isSecret: false,
      example: 'example.bsky.social',
      problem: (value) => (value.trim().startsWith('@') ? 'begins with @; leave it out' : undefined),
    },
    appPassword: {
      what: 'app password, from Settings, Privacy and security, App passwords',
      isSecret: true,
      example: 'xxxx-xxxx-xxxx-xxxx',
    },
    service: {
      what: 'server of the account',
      isSecret: false,
      isOptional: true,
      otherwise: 'https://bsky.social',
      example: 'https://bsky.social',
      problem: serverProblem,
    },
  },
  isRepeatable: true,
  promise: {
    is: 'exactly once',
    how: 'each post is put under a key that is made of its id and time; the server keeps one record a key',
    onDouble: 'cannot happen; a post that was deleted before its outcome was known is put again',
  },
  async send(message, access, attempt) {
    const account = accountOf(access)
    const did = await account.did(attempt)
    if (typeof did !== 'string') return did
    const image = await uploadImage(message, account, attempt)
    if (image && 'is' in image) return image
    const texts = [...message.parts, ...(message.comment === undefined ? [] : [message.comment])]
    const drafts: PostDraft[] = []
    for (const [part, text] of texts.entries()) {
      const dids = await resolveHandles(text, account, attempt)
      if ('is' in dids) return dids
      drafts.push({ text, at: message.at, lang: message.lang, dids, ...(part === 0 && image && { image }) })
    }
    return putAll(drafts, message, did, account, attempt)
  },
  async find(message, access, attempt) {
    const account = accountOf(access)
    const did = await account.did(attempt)
    if (typeof did !== 'string') return { is: 'unclear', why: did.why }
    // Parts are put in order: where the last one is, all are.
    const last = message.parts.length - (message.comment === undefined ? 1 : 0)
    const query = new URLSearchParams({ repo: did, collection, rkey: keyOf(message, last) })
    const path = `com.atproto.repo.getRecord?${query}`
    const answer = await account.ask({ method: 'GET', path }, attempt)
    if (answer.is !== 'reply') return { is: 'unclear', why: answer.why }
    if (answer.status === 200 && ref.safeParse(answer.json).success) {
      const uri = `at://${did}/${collection}/${keyOf(message, 0)}`
      return { is: 'found', id: uri, address: addressOf({ uri }) }
    }
    if (errorOf(answer) === 'RecordNotFound') return { is: 'absent' }
    const { why, afterSeconds } = laterOf(`Bluesky does not say (${statusAnd(answer)})`, answer)
    return { is: 'unclear', why, ...(afterSeconds !== undefined && { afterSeconds }) }
  },
}

/** Puts the parts of a thread one after the other; each says which one it follows. */
async function putAll(
  drafts: readonly PostDraft[],
  message: Message,
  did: string,
  account: Account,
  attempt: Attempt,
): Promise<Outcome> {
  let root: StrongRef | undefined
  let parent: StrongRef | undefined
  for (const [part, draft] of drafts.entries()) {
    const record = postRecord({ ...draft, ...(root && parent && { reply: { root, parent } }) })
    const json = { repo: did, collection, rkey: keyOf(message, part), record }
    const answer = await account.ask({ method: 'POST', path: 'com.atproto.repo.putRecord', json }, attempt)
    const put = answer.is === 'reply' && answer.status === 200 ? ref.safeParse(answer.json).data : undefined
    if (put) {
      root ??= put
      parent = put
      continue
    }
    const failure = failureOf(answer, 'the post')
    if (!root) return failure
    const why = `what follows its first ${part === 1 ? 'post' : `${part} posts`} is missing: ${failure.why}`
    if (failure.is === 'refused') return { is: 'sent', id: root.uri, address: addressOf(root), alsoWhy: why }
    // A part of it is posted, so nothing else is true; sending it again adds the rest.
    return { is: 'unknown', why }
  }
  return root
    ? { is: 'sent', id: root.uri, address: addressOf(root) }
    : { is: 'refused', why: 'it has no words' }
}

async function uploadImage(
  { image }: Message,
  account: Account,
  attempt: Attempt,
): Promise<PostDraft['image'] | Failure> {
  if (!image) return undefined
  const fetched = await fetchImage(image, attempt)
  if ('is' in fetched) return fetched
  const fit = await fitImage(fetched)
  if (!fit)
    return { is: 'refused', why: `its image ${image.url} cannot be made to fit 2 MB, as Bluesky asks` }
  const answer = await account.ask(
    {
      method: 'POST',
      path: 'com.atproto.repo.uploadBlob',
      headers: { 'Content-Type': fit.type },
      body: fit.bytes,
    },
    attempt,
  )
  const blob = answer.is === 'reply' ? uploaded.safeParse(answer.json).data?.blob : undefined
  return blob ? { blob, alt: image.alt, size: fit.size } : beforePost(failureOf(answer, 'its image'))
}

async function resolveHandles(
  text: string,
  account: Account,
  attempt: Attempt,
): Promise<Map<string, string> | Failure> {
  const dids = new Map<string, string>()
  for (const handle of new Set(handlesIn(text))) {
    const path = `com.atproto.identity.resolveHandle?${new URLSearchParams({ handle })}`
    const answer = await account.ask({ method: 'GET', path }, attempt)
    const did = answer.is === 'reply' ? (answer.json as { did?: unknown } | undefined)?.did : undefined
    if (typeof did === 'string') dids.set(handle, did)
    // 400 says that nobody has this handle.
    else if (answer.is !== 'reply' || answer.status !== 400)
      return beforePost(failureOf(answer, `the handle ${handle}`))
  }
  return dids
}

/** Nothing was posted yet, so nothing is unknown. */
function beforePost(failure: Failure): Failure {
  return failure.is === 'unknown' ? { is: 'later', why: failure.why } : failure
}

function failureOf(answer: Reply | Silence | NoEntry, what: string): Failure {
  if (answer.is === 'silence') return outcomeOfSilence(answer) as Failure
  if (answer.is !== 'reply') return answer
  const said = statusAnd(answer)
  if (answer.status === 429) return laterOf(`Bluesky takes no more of this account for now (${said})`, answer)
  if (answer.status === 408 || answer.status >= 500 || answer.status < 300)
    return { is: 'unknown', why: `Bluesky did not say what became of ${what} (${said})` }
  return { is: 'refused', why: `Bluesky does not take ${what} (${said})` }
}

function accountOf({ identifier = '', appPassword = '', service = '' }: Access<Name>): Account {
  return new Account({ identifier: identifier.trim(), appPassword: appPassword.trim(), service })
}

function keyOf({ key, at }: Message, part: number): string {
  return recordKey(key, at, part)
}

/** `at://did/collection/key` as a page. */
function addressOf({ uri }: Pick<StrongRef, 'uri'>): string {
  const [did, , key] = uri.replace('at://', '').split('/')
  return `https://bsky.app/profile/${did}/post/${key}`
}
