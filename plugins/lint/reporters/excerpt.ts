import type { Finding } from '../finding.ts'
import { visible, widthOf } from './terminal-text.ts'

/** A line of a file with the words of a finding in it. */
export interface Excerpt {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** The line where a finding begins, cut around its words to so many columns; nothing where there are no words. */
export function excerptOf(
  { line, column, endLine, endColumn }: Finding,
  source: string,
  columns: number,
): Excerpt | undefined {
  const whole = (source.split('\n', line)[line - 1] ?? '').replace(/\r$/, '')
  const end = endLine === line ? endColumn - 1 : whole.length
  const words = cutEnd(visible(whole.slice(column - 1, end)), columns)
  if (words.trim() === '') return undefined
  const room = columns - widthOf(words)
  const full = {
    before: visible(whole.slice(0, column - 1)).trimStart(),
    after: visible(whole.slice(end)).trimEnd(),
  }
  const left = Math.max(Math.floor(room / 2), room - widthOf(full.after))
  const before = cutStart(full.before, left)
  return { before, words, after: cutEnd(full.after, room - widthOf(before)) }
}

function cutEnd(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  const kept = takeColumns([...text], columns - 1).join('')
  return columns < 1 ? '' : `${kept}…`
}

function cutStart(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  const kept = takeColumns([...text].reverse(), columns - 1)
    .reverse()
    .join('')
  return columns < 1 ? '' : `…${kept}`
}

function takeColumns(signs: readonly string[], columns: number): string[] {
  const kept: string[] = []
  let width = 0
  for (const sign of signs) {
    width += widthOf(sign)
    if (width > columns) break
    kept.push(sign)
  }
  return kept
}
