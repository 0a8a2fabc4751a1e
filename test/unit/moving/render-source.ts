import { renderFault } from '../../../src/calendar/fault.ts'
import { htmlToMarkdown } from '../../../src/moving/html-to-markdown.ts'
import { isFault, type Source } from '../../../src/moving/source.ts'

/** All that a source yields, as a text to compare: facts, then each post with its Markdown and what is left behind. */
export async function renderSource({ program, site, authors, dropped, posts }: Source): Promise<string> {
  const parts = [`${program}\n${JSON.stringify({ site, authors, dropped }, null, 1)}`]
  for await (const post of posts()) {
    if (isFault(post)) {
      parts.push(renderFault(post))
      continue
    }
    const { body, dropped: behind, ...facts } = post
    const marked = htmlToMarkdown(body.text)
    const left = [...behind, ...marked.dropped].map(({ what, why }) => `! ${what} — ${why}`)
    parts.push(
      [JSON.stringify(facts, null, 1), `line ${body.line}`, marked.text.trimEnd(), ...left].join('\n\n'),
    )
  }
  return `${parts.join('\n\n==========\n\n')}\n`
}
