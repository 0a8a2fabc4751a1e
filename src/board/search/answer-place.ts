import type { MdastNode } from 'satteri'
import type { Post } from '../../calendar/post.ts'
import { searchStems, searchWords } from '../../calendar/search-stems.ts'
import type { Body } from '../../mdx/parse-body.ts'

/** Where a reader meets the answer to a post's search. */
export interface AnswerPlace {
  /** `top`: the entry has an answer, which stands first on the page. `body`: a sentence of the text. */
  where: 'top' | 'body' | 'nowhere'
  /** Words of the text that are read before it. */
  before: number
  /** Words of the search that the answer says, and all that tell something. */
  said: number
  of: number
  /** The sentence, or the answer. */
  text: string
}

/** So much of the search a sentence has to say to count as its answer, 0 to 1; the lint's `search-answer-early` has the same. */
const least = 0.5

/**
 * Finds the answer: what the entry says, else the first sentence of the text that is no question and says half of the
 * words of the search.
 */
export function answerPlace(post: Pick<Post, 'answer' | 'query' | 'lang'>, bodyOf: () => Body): AnswerPlace {
  const lang = post.lang.toLowerCase().split('-')[0] as string
  const stemsOf = (text: string) => {
    const words = searchWords(text, lang)
    return new Set(lang === 'en' ? searchStems(words) : words)
  }
  const search = stemsOf(post.query)
  const saidIn = (text: string) => stemsOf(text).intersection(search).size
  if (post.answer !== undefined)
    return { where: 'top', before: 0, said: saidIn(post.answer), of: search.size, text: post.answer }
  let before = 0
  for (const { text, isHeading } of blocksOf(bodyOf().tree))
    for (const sentence of text.split(/(?<=[.!?…])\s+/)) {
      const said = isHeading || sentence.endsWith('?') ? 0 : saidIn(sentence)
      if (search.size > 0 && said / search.size >= least)
        return { where: 'body', before, said, of: search.size, text: sentence }
      before += sentence.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
    }
  return { where: 'nowhere', before, said: 0, of: search.size, text: '' }
}

interface Block {
  text: string
  isHeading: boolean
}

function blocksOf(node: MdastNode): Block[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return [{ text: textOf(node).replace(/\s+/g, ' ').trim(), isHeading: node.type === 'heading' }]
  return 'children' in node ? node.children.flatMap(blocksOf) : []
}

function textOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
