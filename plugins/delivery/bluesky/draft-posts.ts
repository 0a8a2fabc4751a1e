import { z } from 'zod'
import { handlesIn, type PostDraft } from '../../../src/delivery/bluesky/post-record.ts'
import type { Message } from '../../../src/delivery/message.ts'
import type { Attempt, Failure } from '../../../src/delivery/sender.ts'
import { beforeAnyPost, beforePost } from '../ask.ts'
import { fetchImage } from '../fetch-image.ts'
import type { Account } from './account.ts'
import { failureOf } from './failure.ts'
import { fitImage } from './fit-image.ts'

const uploaded = z.object({
  blob: z.object({
    $type: z.literal('blob'),
    ref: z.object({ $link: z.string() }),
    mimeType: z.string(),
    size: z.number(),
  }),
})

/** The posts of a message, its comment last, with all that has to be asked for: bytes of the image, owners of handles. */
export async function draftPosts(
  message: Message,
  account: Account,
  attempt: Attempt,
): Promise<PostDraft[] | Failure> {
  const { parts, comment, at, lang, url, card } = message
  const image = await uploadImage(message, account, attempt)
  if (image && 'is' in image) return image
  const drafts: PostDraft[] = []
  for (const [part, text] of [...parts, ...(comment === undefined ? [] : [comment])].entries()) {
    const dids = await resolveHandles(text, account, attempt)
    if ('is' in dids) return dids
    const hasCard = card && url !== undefined && text.includes(url)
    drafts.push({
      ...{ text, lang, dids },
      // Feeds sort by it, so that the parts of a thread stay in order.
      at: Temporal.Instant.from(at).add({ milliseconds: part }).toString(),
      ...(part === 0 && image && { image }),
      ...(hasCard && { card: { uri: url, ...card } }),
    })
  }
  return drafts
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
      return beforeAnyPost(failureOf(answer, `the handle ${handle}`))
  }
  return dids
}
