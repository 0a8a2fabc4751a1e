/** A quotation with its marks. Offsets are those of the text. */
export interface Quote {
  readonly start: number
  readonly end: number
}

const noQuotes: readonly Quote[] = []

/** For each sign that opens a quotation, the signs that end it or open another. */
const nextSigns: Readonly<Record<string, RegExp>> = { '"': /"/g, '“': /[“”]/g, '«': /[«»]/g, '„': /[“”]/g }

/** Where a text quotes: pairs of double quotation marks. One that stays open ends nowhere and counts for nothing. */
export function quotesIn(text: string): readonly Quote[] {
  if (!/["“«„]/.test(text)) return noQuotes
  const quotes: Quote[] = []
  const next = new Map<string, number>()
  let end = 0
  for (const { 0: sign, index: start } of text.matchAll(/(?<![\p{L}\p{N}])"|[“«„]/gu)) {
    if (start < end) continue
    let at = next.get(sign) ?? -1
    if (at <= start) {
      const signs = nextSigns[sign] as RegExp
      signs.lastIndex = start + 1
      at = signs.exec(text)?.index ?? Infinity
      next.set(sign, at)
    }
    if (at === Infinity || (text[at] === sign && sign !== '"')) continue
    end = at + 1
    quotes.push({ start, end })
  }
  return quotes
}
