import { z } from 'zod'
import { type PostDraft, postRecord, type StrongRef } from '../../../src/delivery/bluesky/post-record.ts'
import { recordKey } from '../../../src/delivery/bluesky/record-key.ts'
import type { Message } from '../../../src/delivery/message.ts'
import type { Access, Attempt, Failure, Outcome, Sender } from '../../../src/delivery/sender.ts'
import { serverProblem } from '../../../src/delivery/server-address.ts'
import { beforeAnyPost, partlyPosted, unclear } from '../ask.ts'
import { Account, errorOf } from '../bluesky/account.ts'
import { draftPosts } from '../bluesky/draft-posts.ts'
import { failureOf } from '../bluesky/failure.ts'

type Name = 'identifier' | 'appPassword' | 'service'

const collection = 'app.bsky.feed.post'
const ref = z.object({ uri: z.string().regex(/^at:\/\/did:[\w.:%-]+\/[\w.]+\/[\w.~:-]+$/), cid: z.string() })

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
    const drafts = await draftPosts(message, account, attempt)
    return 'is' in drafts ? drafts : putAll(drafts, message, did, account, attempt)
  },
  async find(message, access, attempt) {
    const account = accountOf(access)
    const did = await account.did(attempt)
    if (typeof did !== 'string') return unclear(did)
    // Parts are put in order: where the last one is, all are.
    const last = message.parts.length - (message.comment === undefined ? 1 : 0)
    const end = await isThere(last, message, did, account, attempt)
    if (typeof end !== 'boolean') return unclear(end)
    const uri = `at://${did}/${collection}/${keyOf(message, 0)}`
    if (end) return { is: 'found', id: uri, address: addressOf({ uri }) }
    const beginning = last > 0 && (await isThere(0, message, did, account, attempt))
    if (typeof beginning !== 'boolean') return unclear(beginning)
    return { is: beginning ? 'begun' : 'absent' }
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
    return partlyPosted(failure, why)
  }
  return root
    ? { is: 'sent', id: root.uri, address: addressOf(root) }
    : { is: 'refused', why: 'it has no words' }
}

async function isThere(
  part: number,
  message: Message,
  did: string,
  account: Account,
  attempt: Attempt,
): Promise<boolean | Failure> {
  const query = new URLSearchParams({ repo: did, collection, rkey: keyOf(message, part) })
  const path = `com.atproto.repo.getRecord?${query}`
  const answer = await account.ask({ method: 'GET', path }, attempt)
  if (answer.is === 'reply' && answer.status === 200 && ref.safeParse(answer.json).success) return true
  if (answer.is === 'reply' && errorOf(answer) === 'RecordNotFound') return false
  return beforeAnyPost(failureOf(answer, 'the post'))
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
