import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/** Letters of an address that networks show before they cut it. */
const shownLetters = 30

/**
 * Words as a network shows them: addresses stand out and are cut, where they can be followed. None of them is a link
 * here, since a visit from the board would count as one.
 */
export function textWithLinks(words: string, areClickable: boolean): ElementContent[] {
  return words
    .split(/(https?:\/\/\S+|(?<![\p{L}\p{N}_&/])[#@][\p{L}\p{N}_][\p{L}\p{N}_.@-]*)/u)
    .map((part, index): ElementContent => {
      if (index % 2 === 0) return { type: 'text', value: part }
      if (!/^https?:/.test(part)) return h('span.tag', part)
      return areClickable ? h('span.tag', shortAddress(part)) : { type: 'text', value: part }
    })
}

function shortAddress(address: string): string {
  const plain = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return plain.length > shownLetters ? `${plain.slice(0, shownLetters)}…` : plain
}
