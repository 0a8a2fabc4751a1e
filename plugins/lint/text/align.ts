const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{0,31});/y
/** What some named ones mean besides a first sign. */
const secondOfEntity = new Set('\u0331\u0333\u0338\u200a\u20d2\u20e5\ufe00')
const space = /\s/
const lineBegin = /[ \t>]*/y
const punctuation = /[!-/:-@[-`{-~]/

/** So far is looked for a word that stands where it was not expected. */
const farthest = 2_000

/**
 * For each offset of prose that was read from Markdown or from a string in a tag (with escapes, entities, lines that
 * go on behind `>` or an indentation), the offset in the source. Where the two cannot be brought together, the next
 * word that stands in both begins anew.
 * @param start where in the source the text begins
 * @param end where it ends
 * @returns one offset for each UTF-16 unit of the text, and one for its end
 */
export function align(text: string, source: string, start: number, end: number): Int32Array {
  const offsets = new Int32Array(text.length + 1)
  let at = start
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string
    if (!isSpace(unit)) at = afterSpace(source, at, end)
    offsets[i] = at
    if (at >= end) continue
    const here = source[at] as string
    if (unit === '\r' && text[i + 1] === '\n') {
      offsets[++i] = at
      at = afterBreak('\n', source, at, end)
    } else if (here === '\\' && source[at + 1] === unit && punctuation.test(unit)) at += 2
    else if (here === '&') {
      const written = entityAt(source, at)
      if (written === undefined || (unit === '&' && text.startsWith(written, i))) at += 1
      else {
        at += written.length
        const second = text[i + 1] ?? ''
        if (/[\ud800-\udbff]/.test(unit) || (secondOfEntity.has(second) && source[at] !== second))
          offsets[++i] = at - written.length
      }
    } else if (isSpace(unit)) at = afterBreak(unit, source, at, end)
    else if (here === unit || unit === '\ufffd') at += 1
    else if (i === 0 || isSpace(text[i - 1] as string)) {
      const found = nextPlace(wordAt(text, i), source, at, end)
      if (found === undefined) continue
      offsets[i] = found
      at = found + 1
    }
  }
  offsets[text.length] = Math.min(at, end)
  return offsets
}

/** Where a word stands next, not too far away. Signs alone stand anywhere, and tell nothing. */
export function nextPlace(word: string, source: string, from: number, end: number): number | undefined {
  if (!/[\p{L}\p{N}]/u.test(word)) return undefined
  const found = source.slice(from, Math.min(end, from + farthest)).indexOf(word)
  return found === -1 ? undefined : from + found
}

/** What of a text stands at an offset, up to the next space. */
export function wordAt(text: string, from: number): string {
  let end = from
  while (end < text.length && !isSpace(text[end] as string)) end++
  return text.slice(from, end)
}

function isSpace(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && space.test(unit))
}

/** Behind the space before a word, and behind what begins each line of it. */
function afterSpace(source: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(source[at] as string))
    at = source[at] === '\n' ? afterMarks(source, at + 1) : at + 1
  return Math.min(at, end)
}

/** Behind a space; or behind a line's end, the spaces before it, and what begins the next line. */
function afterBreak(unit: string, source: string, from: number, end: number): number {
  if (source[from] === unit && unit !== '\n') return from + 1
  let at = from
  while (at < end && source[at] !== '\n' && isSpace(source[at] as string)) at++
  return at < end && source[at] === '\n' ? afterMarks(source, at + 1) : from
}

/** Behind the indentation of a line, and the `>` before it. */
function afterMarks(source: string, from: number): number {
  lineBegin.lastIndex = from
  return from + (lineBegin.exec(source)?.[0].length ?? 0)
}

function entityAt(source: string, at: number): string | undefined {
  entity.lastIndex = at
  return entity.exec(source)?.[0]
}
