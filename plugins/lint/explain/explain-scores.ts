import type { Site } from '../rule.ts'
import { hypeOf } from '../scores/hype.ts'
import { promotionOf } from '../scores/promotion.ts'
import type { Text } from '../text/text.ts'
import { indent } from './explain-layout.ts'

/** How a whole text reads, and what made it so, the weightiest first. */
export function renderScores(text: Text, site: Site): string {
  const scores = { promotion: promotionOf(text, site), hype: hypeOf(text) }
  const parts = Object.entries(scores).map(([name, { score, reasons }]) => {
    const lines = reasons.map(({ what, count, adds, examples }) => {
      const quoted = examples.map((each) => `\`${short(each)}\``).join(', ')
      return `${adds < 0 ? '−' : '+'}${Math.abs(adds).toFixed(2)}  ${what}, ${count}${quoted ? `: ${quoted}` : ''}`
    })
    return `${name} ${score.toFixed(2)} of 1${lines.length > 0 ? `\n${indent(lines.join('\n'), 2)}` : ''}`
  })
  return `The whole text (+ raises a score, − lowers it, beside a usual text):\n${indent(parts.join('\n'), 2)}`
}

const longest = 40

function short(words: string): string {
  return words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words
}
