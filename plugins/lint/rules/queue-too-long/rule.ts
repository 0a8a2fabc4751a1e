import { linkAddress } from '../../../../src/snippets/link-address.ts'
import type { Network } from '../../../../src/snippets/network.ts'
import { networks } from '../../../../src/snippets/networks.ts'
import { excessProblem, overCeilings } from '../../../../src/snippets/over-ceiling.ts'
import { defineSnippetRule } from '../../rule.ts'

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
      const { ceiling, count, of, words, from } = excess
      const { what, mend } = excessProblem(excess, network)
      const passage =
        variant === undefined ? passages[of === 'firstComment' ? written.length : of] : undefined
      const snippets = post.snippets[channel] as readonly unknown[]
      report({
        at: passage
          ? { passage, start: from, end: words.length }
          : { field: ['snippets', channel, snippets.indexOf(snippet), 'repeat', 'variants', variant ?? 0] },
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
