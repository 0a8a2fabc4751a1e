import { parseBody } from '../mdx/parse-body.ts'
import { wordsIn } from './to-mdx/heading-ids.ts'

/** An answer has at most so many characters. */
const most = 320
/** A paragraph below this says too little to be one. */
const fewest = 40

/** The first words of a body that could stand as its answer: its first paragraph, cut at a sentence. Undefined where it has none. */
export function answerOf(text: string): string | undefined {
  const { tree } = parseBody({ file: '', text: `${text}\n`, bodyStart: 0 })
  const paragraphs = tree.children
    .filter((node) => node.type === 'paragraph')
    .map((node) => wordsIn(node).replace(/\s+/g, ' ').trim())
    .filter((words) => /\p{L}/u.test(words))
  const words = paragraphs.find((words) => words.length >= fewest) ?? paragraphs[0]
  if (words === undefined || words.length <= most) return words
  const sentences = words.split(/(?<=[.!?…。！？])\s*(?=\S)/u)
  let cut = ''
  for (const sentence of sentences) {
    if (cut.length + 1 + sentence.length > most) break
    cut = cut === '' ? sentence : `${cut} ${sentence}`
  }
  return cut === '' ? `${words.slice(0, most - 1).replace(/\s+\S*$/, '')}…` : cut
}
