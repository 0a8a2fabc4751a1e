const letter = /[\p{L}\p{N}]/u
const inAddress = /[\p{L}\p{N}_.~%/-]*/uy

/**
 * Finds addresses of a site in a text, in full or as paths: each that stands for itself, and is not the beginning of another name.
 * @param origin of the site: `https://notes.example`
 * @param known by path below the host, without a slash at the end
 */
export function* findAddresses<T>(text: string, origin: string, known: ReadonlyMap<string, T>): Generator<T> {
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
    if (!isFree(text, at) && !text.startsWith(origin, at - origin.length)) continue
    inAddress.lastIndex = at
    const [written = ''] = inAddress.exec(text) ?? []
    for (let end = written.indexOf('/', 1); end >= 0; end = written.indexOf('/', end + 1)) {
      const found = known.get(written.slice(0, end))
      if (found !== undefined) yield found
    }
    const found = known.get(written)
    if (found !== undefined) yield found
  }
}

/** Does something begin at a place? */
function isFree(text: string, at: number): boolean {
  const before = text.codePointAt(at - 1)
  if (at === 0 || before === undefined) return true
  if (before < 0x80) return !/[a-z0-9/._~:-]/i.test(text[at - 1] as string)
  const character = before >= 0xdc00 && before < 0xe000 ? text.slice(at - 2, at) : (text[at - 1] as string)
  return !letter.test(character)
}
