import type { Passage } from '../text/text.ts'

const explainsAfter =
  /^["”’]?(?: ?\(|, (?:or|an?|which|that is|meaning|i\.e\.,?) | (?:is|are) (?:an?|the|when|what|how|where) | (?:means?|refers? to|describes?) | [–—-] |: (?:an?|the) | = )/
const explainsBefore =
  /(?:\b(?:called|known as|termed|dubbed|nicknamed|the (?:term|word|name|phrase)|what is|what are)|, or|, i\.e\.,?|\() ?(?:an? |the )?["“‘']?$/i

/** Whether a word is told the meaning of where it stands: in brackets, behind a dash, by "is a", "called", or by a link. */
export function isExplainedAt({ text, links, explained }: Passage, start: number, end: number): boolean {
  for (const range of links) if (range.start <= start && end <= range.end) return true
  for (const range of explained) if (range.start <= start && end <= range.end) return true
  return (
    explainsAfter.test(text.slice(end, end + 20)) ||
    explainsBefore.test(text.slice(Math.max(0, start - 24), start))
  )
}
