import type { Site } from '../rule.ts'
import { hypeOf } from '../scores/hype.ts'
import hypeWeights from '../scores/hype-weights.json' with { type: 'json' }
import { promotionOf } from '../scores/promotion.ts'
import promotionWeights from '../scores/promotion-weights.json' with { type: 'json' }
import type { Weights } from '../scores/weigh.ts'
import type { Text } from '../text/text.ts'
import { indent } from './explain-layout.ts'

/** How a whole text reads, and what made it so, the weightiest first. */
export function renderScores(text: Text, site: Site): string {
  const scores = { promotion: promotionOf(text, site), hype: hypeOf(text) }
  const parts = Object.entries(scores).map(([name, { score, reasons }]) => {
    const lines = reasons().map(({ kind, what, count, adds, examples }) => {
      const { weight, usual } = weights[name as keyof typeof weights][kind] ?? { weight: adds, usual: 0 }
      const quoted = examples.map((each) => `\`${short(each)}\``).join(', ')
      const many =
        weight * adds < 0
          ? `only ${count}, usual ${rounded((usual * text.wordCount) / 100, count)}`
          : `${count}${quoted ? `: ${quoted}` : ''}`
      return `${adds < 0 ? '−' : '+'}${Math.abs(adds).toFixed(2)}  ${what}, ${many}`
    })
    return `${name} ${score.toFixed(2)} of 1${lines.length > 0 ? `\n${indent(lines.join('\n'), 2)}` : ''}`
  })
  return `The whole text (+ raises a score, − lowers it, beside a usual text):\n${indent(parts.join('\n'), 2)}`
}

/** By score and kind of phrase: how much one weighs, and how many stand in 100 words of a usual text. */
const weights: Readonly<Record<'promotion' | 'hype', Weights['counts']>> = {
  promotion: promotionWeights.counts,
  hype: hypeWeights.counts,
}

/** A number in few digits, which is not that of the text. */
function rounded(usual: number, count: number): string {
  return Math.round(usual) === count ? usual.toFixed(1) : String(Math.round(usual))
}

const longest = 40

function short(words: string): string {
  return words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words
}
