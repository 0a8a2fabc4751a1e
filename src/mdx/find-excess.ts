import type { ProblemAt } from './problem-at.ts'

/** Far more than a post needs, far less than what hurts. */
const most = { characters: 400_000, line: 10_000, brackets: 1_000, tags: 4_000, work: 400_000_000 }

/** What each sign that costs time is: an opening bracket, a closing one, or any other. */
const costly = new Uint8Array(128)
for (const sign of '&_*~`<\n') costly[sign.charCodeAt(0)] = 1
for (const sign of '([{') costly[sign.charCodeAt(0)] = 2
for (const sign of ')]}') costly[sign.charCodeAt(0)] = 3

/**
 * Finds what Sätteri 0.10.5 would crash or hang on. Measured: 1,465 levels of brackets in an expression overflow the
 * native stack of a worker thread and end the process (3,027 levels in the main thread); tags take time in proportion
 * to their number times the text; entities, and signs that open something, take time and memory in proportion to
 * their number times the passage around them, up to an empty line.
 */
export function findExcess(text: string): ProblemAt | undefined {
  const excess = (offset: number, what: string, mend: string): ProblemAt => ({ offset, what, mend })
  if (text.length > most.characters) {
    return excess(most.characters, 'the post is too long from here on', 'go on in another post')
  }
  let brackets = 0
  let tags = 0
  let line = 0
  let passage = { start: 0, marks: 0 }
  for (let index = nextCostly(text, 0); index <= text.length; index = nextCostly(text, index + 1)) {
    // A line's end is thought behind the text.
    const code = index < text.length ? text.charCodeAt(index) : 10
    const cost = costly[code]
    if (code === 10) {
      if (index - line > most.line) {
        return excess(line, 'this line is too long', `break it before ${most.line} characters`)
      }
      if (isBlank(text, line, index)) passage = { start: index, marks: 0 }
      line = index + 1
    } else if (cost === 2) brackets++
    else if (cost === 3) brackets = Math.max(0, brackets - 1)
    else if (code === 60) tags++
    passage.marks++

    if (brackets > most.brackets) {
      return excess(index, `${most.brackets} brackets are open here`, 'close them before this one')
    }
    if (tags > most.tags) {
      return excess(index, `the post has ${most.tags} tags up to here`, 'go on in another post')
    }
    if (passage.marks * (index - passage.start) > most.work) {
      return excess(passage.start, 'this passage is too long', 'leave empty lines between its paragraphs')
    }
  }
  return undefined
}

/** Where from an offset on the next sign stands that costs time; behind the text where none does. */
function nextCostly(text: string, from: number): number {
  const { length } = text
  for (let index = from; index < length; index++) {
    const code = text.charCodeAt(index)
    if (code < 128 && costly[code] !== 0) return index
  }
  return Math.max(from, length)
}

/** Whether nothing but white space stands in a line. */
function isBlank(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  return end === start || (first <= 32 || first > 127 ? text.slice(start, end).trim() === '' : false)
}
