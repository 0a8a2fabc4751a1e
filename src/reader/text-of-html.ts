const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of a piece of HTML: without its tags, with its character references read. */
export function textOfHtml(html: string): string {
  return decodeReferences(html.replace(/<[^>]*>/g, '')).trim()
}

/** Reads `&amp;`, `&#38;`, `&#x26;`; other names stay as they are. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
  })
}
