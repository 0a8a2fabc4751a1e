import { mediaProblem } from '../../../../src/snippets/media-problem.ts'
import { networks } from '../../../../src/snippets/networks.ts'
import { defineSnippetRule } from '../../rule.ts'

export default defineSnippetRule({
  id: 'queue-media',
  summary: 'a snippet without the image that its network asks for, or with one that nobody sees',
  why: 'A network that shows images refuses a post without one, and the reader who cannot see it needs it in words.',
  level: 'error',
  check({ channel, snippet: { image }, passages: [passage] }, { site: { plan }, report }) {
    const name = plan?.channels[channel]?.network
    const sentence = passage?.sentences[0]
    if (!name || !passage || !sentence) return
    const network = networks[name]
    const problem = mediaProblem(image, network)
    if (!problem) return
    report({
      at: { passage, start: sentence.start, end: sentence.end },
      level: problem.level,
      key: channel,
      message: `${problem.what.charAt(0).toUpperCase()}${problem.what.slice(1)}; ${problem.mend}.`,
      because: image
        ? `an \`image\` on a channel of ${network.name}`
        : `no \`image\` on a channel of ${network.name}`,
    })
  },
})
