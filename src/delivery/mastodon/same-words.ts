import { Parser } from 'htmlparser2'

/** A status of the account, as its server tells of it. */
export interface OwnStatus {
  id: string
  /** HTML. */
  content: string
  /** RFC 3339 instant. */
  created_at: string
  in_reply_to_id?: string | null | undefined
  url?: string | null | undefined
}

/**
 * The posts of a thread that are there already, from its first on, each below the one before it. Of several that say the same,
 * the oldest counts.
 * @param statuses newest first
 */
export function partsThere(texts: readonly string[], statuses: readonly OwnStatus[]): OwnStatus[] {
  const there: OwnStatus[] = []
  for (const text of texts) {
    const above = there.at(-1)?.id
    const found = statuses.findLast(
      (status) => (status.in_reply_to_id ?? undefined) === above && hasWords(status.content, text),
    )
    if (!found) break
    there.push(found)
  }
  return there
}

/** Whether a status says these words, however its server wrote them down. */
export function hasWords(html: string, text: string): boolean {
  const there = textOf(html)
  const [a, b] = [bareOf(there), bareOf(text)]
  // Nothing but signs: then they count.
  return a === '' && b === '' ? there.trim() === text.trim() : a === b
}

function textOf(html: string): string {
  let text = ''
  const parser = new Parser({ ontext: (words) => (text += words) })
  parser.end(html)
  return text
}

/**
 * Letters, digits and emoji alone: servers shorten mentions, wrap addresses, and write white space, quotes and
 * entities in their own ways.
 */
function bareOf(text: string): string {
  return text
    .replace(/(@[\w.-]+)@[\w.-]+/g, '$1')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}\p{S}]|\ufe0f/gu, '')
    .toLowerCase()
}
