import { linkAddress } from '../../../../src/snippets/link-address.ts'
import type { Network } from '../../../../src/snippets/network.ts'
import { networks } from '../../../../src/snippets/networks.ts'
import { excessProblem, overCeilings } from '../../../../src/snippets/over-ceiling.ts'
import { defineSnippetRule } from '../../rule.ts'
import type { Passage, Spot } from '../../text/text.ts'

export default defineSnippetRule({
  id: 'queue-too-long',
  summary: 'a snippet that is longer than its network takes',
  why: 'A network refuses such a post or cuts it off, and then nobody comes by it.',
  level: 'error',
  check({ channel, snippet, post, passages }, { site: { plan }, report }) {
    const facts = plan?.channels[channel]
    if (!plan || !facts) return
    const network: Network = networks[facts.network]
    const link = (snippet.kind ?? 'link') === 'link' && {
      url: linkAddress(post, plan, channel, facts.network),
    }
    const { text, parts = [], firstComment, repeat } = snippet
    const written = text === undefined ? parts : [text]
    const say = (excess: ReturnType<typeof overCeilings>[number], variant?: number) => {
      const { ceiling, count, of, from } = excess
      const { what, mend } = excessProblem(excess, network)
      const paragraphs =
        of === 0 && text !== undefined ? passages : [passages[of === 'firstComment' ? written.length : of]]
      const spot = variant === undefined ? spotIn(paragraphs, from) : undefined
      const index = post.snippets[channel]?.indexOf(snippet) ?? 0
      report({
        at: spot ?? { field: ['snippets', channel, index, 'repeat', 'variants', variant ?? 0] },
        key: `${of} ${variant ?? ''}`,
        message: `${what.charAt(0).toUpperCase()}${what.slice(1)}; ${mend}.`,
        because: `${count} ${ceiling.unit}, at most ${ceiling.limit} on ${network.name}${ceiling.how ? `: ${ceiling.how}` : ''}`,
      })
    }
    const comment = firstComment !== undefined && { firstComment }
    for (const excess of overCeilings({ parts: written, ...link, ...comment }, network, facts.limit))
      say(excess)
    for (const [index, words] of (repeat?.variants ?? []).entries())
      for (const excess of overCeilings({ parts: [words], ...link }, network, facts.limit)) say(excess, index)
  },
})

/** What stands behind an offset of a text, in the paragraph where it falls: paragraphs are two line breaks apart. */
function spotIn(paragraphs: readonly (Passage | undefined)[], offset: number): Spot | undefined {
  let start = offset
  for (const passage of paragraphs) {
    if (!passage) continue
    const end = passage.text.length
    if (start < end || passage === paragraphs.at(-1)) return { passage, start: Math.min(start, end), end }
    start = Math.max(0, start - end - 2)
  }
  return undefined
}
