import type { Place } from '../calendar/fault.ts'

/** Makes a function that turns offsets of a text (UTF-16 units) into places; an offset outside is moved inside. */
export function placeFinder(file: string, text: string): (offset: number) => Place {
  let lines: number[] | undefined
  return (offset) => {
    lines ??= lineStarts(text)
    const inside = Math.min(Math.max(offset, 0), text.length)
    let line = 0
    for (let after = lines.length; after - line > 1; ) {
      const middle = (line + after) >> 1
      if ((lines[middle] ?? 0) <= inside) line = middle
      else after = middle
    }
    return { file, line: line + 1, column: inside - (lines[line] ?? 0) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
