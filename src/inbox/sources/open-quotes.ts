/** So many characters from here to there: whole lines, without the break that ends the last. */
interface Stretch {
  from: number
  to: number
}

/**
 * Records in which a quotation mark opens a value and nothing closes it, each up to the end of the line on which that
 * mark stands. Whatever follows such a line is read as if it were not there, so that one mark costs one record.
 * @param text with `\n` between its lines
 * @param delimiters characters that end a value
 * @param mostBreaks a value has at most so many line breaks; one that goes on longer was never closed
 * @param most so many are looked for
 */
export function openQuotes(text: string, delimiters: string, mostBreaks: number, most: number): Stretch[] {
  const found: Stretch[] = []
  let [at, record] = [0, 0]
  while (found.length < most) {
    const quote = text.indexOf('"', at)
    if (quote === -1) break
    const lineBreak = text.slice(at, quote).lastIndexOf('\n')
    if (lineBreak !== -1) record = at + lineBreak + 1
    const before = text[quote - 1] ?? '\n'
    if (before !== '\n' && !delimiters.includes(before)) {
      at = quote + 1
      continue
    }
    const close = closeOf(text, quote, delimiters, mostBreaks)
    if (close !== undefined) {
      at = close + 1
      continue
    }
    const end = text.indexOf('\n', quote)
    at = end === -1 ? text.length : end
    found.push({ from: record, to: at })
  }
  return found
}

/** Where a value that begins with a quotation mark ends; undefined where the next single mark does not end it. */
function closeOf(text: string, open: number, delimiters: string, mostBreaks: number): number | undefined {
  let close = text.indexOf('"', open + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) return undefined
  let next = close + 1
  while (text[next] === ' ') next++
  const after = text[next] ?? '\n'
  if (after !== '\n' && !delimiters.includes(after)) return undefined
  return breaksIn(text.slice(open, close)) > mostBreaks ? undefined : close
}

/** How many line breaks are in it. */
export function breaksIn(text: string): number {
  let breaks = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}
