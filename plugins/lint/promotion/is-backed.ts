import type { Sentence } from '../text/text.ts'

/** Whether a link stands in a sentence, or a footnote mark: whoever doubts it can look. */
export function isBacked({ passage, start, end }: Sentence): boolean {
  return (
    passage.links.some((link) => link.start < end && link.end > start) ||
    /[†‡¹²³]|\[\^/.test(passage.text.slice(start, end))
  )
}
