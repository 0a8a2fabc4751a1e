import { createRequire } from 'node:module'

type Library = typeof import('twitter-text')

/** The parts that are used, at half the start-up time of the whole; only for those who post where it counts. */
const require = createRequire(import.meta.url)
let loaded: Pick<Library, 'parseTweet' | 'extractUrlsWithIndices'> | undefined

function load() {
  loaded ??= {
    parseTweet: require('twitter-text/dist/parseTweet.js'),
    extractUrlsWithIndices: require('twitter-text/dist/extractUrlsWithIndices.js'),
  }
  return loaded
}

/** Far beyond any post. The library's time grows with the square of the length of words that are full of dots. */
const ample = 5000

/** Length as X counts it: an address 23, emoji and most characters of East Asia 2. */
export function countForX(words: string): number {
  const text = words.normalize('NFC')
  const { weightedLength } = load().parseTweet(text.slice(0, ample))
  return weightedLength + Math.max(0, text.length - ample)
}

/** Puts other words in place of the addresses that begin with `https://` or `http://`. */
export function replaceLinks(words: string, by: string): string {
  if (!words.includes('://')) return words
  const links = load().extractUrlsWithIndices(words.slice(0, ample), { extractUrlsWithoutProtocol: false })
  let replaced = ''
  let from = 0
  for (const { indices } of links) {
    replaced += words.slice(from, indices[0]) + by
    from = indices[1]
  }
  return replaced + words.slice(from)
}
