import type { Passage } from '../text/text.ts'

const denials = new Set(
  "no not never without isn't aren't wasn't don't doesn't won't can't cannot nothing neither nor hardly avoid".split(
    ' ',
  ),
)

/** Whether one of the three words before a word denies it, as in "no silver bullet". */
export function isDenied({ words }: Passage, at: number): boolean {
  return [1, 2, 3].some((back) => denials.has(words[at - back]?.entry.lower ?? ''))
}
