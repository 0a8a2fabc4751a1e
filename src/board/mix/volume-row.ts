import type { BarRow } from '../charts/bar-panel.ts'
import { hourWords, numberWords } from '../charts/number-words.ts'
import type { Volume } from './volumes.ts'

/** A volume as a row of a chart. Numbers are counted, hours measured, each on a scale of its own. */
export function volumeRow(volume: Volume): BarRow {
  const { name, count, minutes, asked, askedMinutes } = volume
  return {
    label: name,
    words: volumeWords(volume),
    thick: { value: count, asked: asked || undefined },
    ...((minutes > 0 || askedMinutes) && { thin: { value: minutes, asked: askedMinutes || undefined } }),
    isOdd: asked === 0 && count > 0,
  }
}

/** `5 of 8.6 · 3 h of 4 h`; `off` where nothing is asked for, on purpose. */
export function volumeWords({ count, minutes, asked, askedMinutes }: Volume): string {
  const number =
    asked === undefined ? `${count}` : asked === 0 ? offWords(count) : `${count} of ${numberWords(asked)}`
  if (minutes === 0 && !askedMinutes) return number
  return `${number} · ${hourWords(minutes)}${askedMinutes ? ` of ${hourWords(askedMinutes)}` : ''}`
}

function offWords(count: number): string {
  return count === 0 ? 'off' : `${count}, though it is off`
}
