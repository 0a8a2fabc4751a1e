import { addressesIn, withoutAddresses } from './words-in-post.ts'

/** A post as a Postiz server tells of it. */
export interface PostizPost {
  id: string
  /** The words of its first part, perhaps as HTML. */
  content: string
  /** RFC 3339 instant. */
  at: string
  integration: string
  /** `QUEUE`, `DRAFT`, `PUBLISHED` or `ERROR`. */
  state: string
  /** Posts that belong together, as the parts of a thread; another one after every change. */
  group?: string
}

/** Something that a server may have. */
export interface Sought {
  integration: string
  /** RFC 3339 instant. */
  at: string
  /** All its words; of a thread the server tells the first part only. */
  text: string
}

/** Whether a post says these words at this time on this channel, however the server wrote them down. */
export function isSame(post: PostizPost, sought: Sought): boolean {
  return hasWords(post, sought) && minuteOf(post.at) === minuteOf(sought.at)
}

/** Whether a post says these words on this channel, whenever. Servers may leave out addresses. */
export function hasWords({ content, integration }: PostizPost, sought: Sought): boolean {
  if (integration !== sought.integration) return false
  const [there, here] = [content, sought.text].map(bareOf) as [string, string]
  return there === here || (there !== '' && here.startsWith(there))
}

/** Whether the first part of a post says these words and no others on this channel, whenever. Addresses do not count. */
export function hasSameWords({ content, integration }: PostizPost, sought: Omit<Sought, 'at'>): boolean {
  if (integration !== sought.integration) return false
  const [there, here] = [content, sought.text].map(bareOf) as [string, string]
  // Nothing but signs: then they count.
  return there === '' && here === '' ? content.includes(sought.text.trim()) : there === here
}

/** Whether a post has the addresses of these words, or none at all: servers may leave them out. */
export function hasAddresses({ content }: PostizPost, text: string): boolean {
  const there = addressesIn(unescaped(content))
  return there.length === 0 || addressesIn(text).every((address) => there.includes(address))
}

/** Letters, digits and pictures alone: tags, entities, signs and addresses are written in many ways. */
function bareOf(words: string): string {
  return withoutAddresses(unescaped(words.replace(/<[^>]*>/g, ' ')))
    .replace(/&(?:#\w+|\w+);/g, ' ')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, '')
}

function minuteOf(instant: string): number {
  return Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 60_000)
}

/** Addresses hold `&` and none of the other signs that HTML escapes. */
function unescaped(html: string): string {
  return html.replace(/&(?:amp|#38|#x26);/gi, '&')
}
