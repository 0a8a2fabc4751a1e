import { isJsx, literalOf } from '../../../src/mdx/jsx.ts'
import { visit } from '../../../src/mdx/visit.ts'
import type { PostText, Site, SnippetText } from '../rule.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { noPictures, readPassages } from './read-passages.ts'

/**
 * The sentences that a post offers to channels where they stand, `<Share channel="…">`: prose of its body, and snippets
 * too. One that names no channel has `''` for it.
 */
export function readShares(text: PostText, site: Site, lexicon: Lexicon): SnippetText[] {
  const shares: SnippetText[] = []
  if (!text.source.includes('<Share')) return shares
  visit(text.tree, (node) => {
    if (!isJsx(node) || node.name !== 'Share') return
    const attribute = node.attributes.find((each) => 'name' in each && each.name === 'channel')
    const named = attribute && literalOf(attribute)
    const channel = typeof named === 'string' ? named : ''
    const read = readPassages({ type: 'root', children: [node] }, text.source, lexicon)
    const passages = read.passages.map((passage) => Object.assign(passage, { kind: 'snippet' as const }))
    shares.push({
      file: text.file,
      source: text.source,
      tree: { type: 'root', children: [] },
      goal: site.plan?.channels[channel]?.serves ?? text.goal,
      lang: text.lang,
      query: text.post.query,
      passages,
      ...noPictures,
      wordCount: passages.reduce((sum, { words }) => sum + words.length, 0),
      channel,
      snippet: { text: passages.map((passage) => passage.text).join('\n\n') },
      post: text.post,
      ...(text.rangeOfField && { rangeOfField: text.rangeOfField }),
    })
  })
  return shares
}
