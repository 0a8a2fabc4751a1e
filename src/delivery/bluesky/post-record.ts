import { findFacets } from './find-facets.ts'

/** The bytes that a server keeps of an image, by their hash. */
interface Blob {
  $type: 'blob'
  ref: { $link: string }
  mimeType: string
  size: number
}

/** A record and the hash of just these words of it. */
export interface StrongRef {
  uri: string
  cid: string
}

/** What a post is made of. */
export interface PostDraft {
  text: string
  /** RFC 3339 instant. */
  at: string
  /** BCP 47, as in `en`. */
  lang: string
  /** Those of the handles that exist. */
  dids: ReadonlyMap<string, string>
  image?: { blob: Blob; alt: string; size: { width: number; height: number } }
  /** Shown where there is no image: a post has room for one of them. */
  card?: { uri: string; title: string; description: string }
  reply?: { root: StrongRef; parent: StrongRef }
}

/**
 * A record of `app.bsky.feed.post`, the same for the same draft down to the byte: its time is when it was to go out, not
 * when it was sent. A handle that is nobody's stays plain words.
 */
export function postRecord({ text, at, lang, dids, image, card, reply }: PostDraft): Record<string, unknown> {
  const facets = findFacets(text).flatMap(({ start, end, is }) => {
    const feature = featureOf(is, dids)
    return feature ? [{ index: { byteStart: start, byteEnd: end }, features: [feature] }] : []
  })
  return {
    $type: 'app.bsky.feed.post',
    text,
    ...(facets.length > 0 && { facets }),
    ...(reply && { reply }),
    ...(image
      ? {
          embed: {
            $type: 'app.bsky.embed.images',
            images: [{ image: image.blob, alt: image.alt, aspectRatio: image.size }],
          },
        }
      : card && { embed: { $type: 'app.bsky.embed.external', external: card } }),
    langs: [lang],
    createdAt: Temporal.Instant.from(at).toString({ smallestUnit: 'millisecond' }),
  }
}

/** Handles that a text mentions. */
export function handlesIn(text: string): string[] {
  return findFacets(text).flatMap(({ is }) => ('handle' in is ? [is.handle] : []))
}

function featureOf(is: ReturnType<typeof findFacets>[number]['is'], dids: PostDraft['dids']) {
  if ('link' in is) return { $type: 'app.bsky.richtext.facet#link', uri: is.link }
  if ('tag' in is) return { $type: 'app.bsky.richtext.facet#tag', tag: is.tag }
  const did = dids.get(is.handle)
  return did === undefined ? undefined : { $type: 'app.bsky.richtext.facet#mention', did }
}
