/**
 * A sign in words that nobody sees: control characters, and the signs of Unicode that part lines. Tools cut a file there,
 * or take what follows for another post. Line feeds and tabs are fine.
 */
export function hiddenSign(words: string): { what: string; mend: string } | undefined {
  const found = /[[\p{Cc}\u2028\u2029]--[\n\t]]/v.exec(words)
  if (!found) return undefined
  const name = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const before = words
    .slice(Math.max(0, found.index - 20), found.index)
    .replace(/\s+/g, ' ')
    .trim()
  return {
    what: `the words hold ${name}${before === '' ? '' : ` behind \`${before}\``}, which nobody sees and many tools break at`,
    mend: 'delete it, or begin a new line as usual',
  }
}
