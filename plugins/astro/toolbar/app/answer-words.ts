import { type Measured, phone } from './measure-answer.ts'

/** What to say of where an answer stands: in a few words, and in a sentence or two. */
export function answerWords(measured: Measured | undefined): [main: string, more: string] {
  if (!measured) return ['none yet', 'A reader from search wants the answer first: write `answer`.']
  const [top, bottom] = [Math.round(measured.top), Math.round(measured.bottom)]
  const whole = `It stands from ${top} to ${bottom} px; a phone of ${phone.width} × ${phone.height} shows ${phone.height} px before anybody scrolls.`
  if (bottom <= phone.height) return [`${top} px from the top`, whole]
  if (top < phone.height)
    return [
      `${top} px from the top, cut off`,
      `${whole} Its end is not seen: shorten the answer or the title.`,
    ]
  return [
    `${top} px from the top, out of sight`,
    `${whole} Nobody sees it at first: shorten what stands above it.`,
  ]
}
