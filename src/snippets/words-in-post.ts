const address = /https?:\/\/[^\s<>"]*[^\s<>"!'(),.:;?\]}]/gi
const hashtag = /(?<![\p{L}\p{M}\p{N}_&/])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu

/** The addresses in words, each once. */
export function addressesIn(words: string): string[] {
  return words.includes('://') ? [...new Set(words.match(address))] : []
}

/** The words without addresses. */
export function withoutAddresses(words: string): string {
  return words.includes('://') ? words.replace(address, '') : words
}

/** The hashtags in words, as written; a `#` in an address begins none, and neither does a number alone. */
export function hashtagsIn(words: string): string[] {
  return withoutAddresses(words).match(hashtag) ?? []
}
