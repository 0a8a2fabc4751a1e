/** The text of a file, with how it was written where that is not UTF-8; undefined where it is none. */
export function decode(bytes: Uint8Array): { text: string; from?: string; line?: number } | undefined {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return { text: textOf(bytes, 'utf-16le') }
  if (a === 0xfe && b === 0xff) return { text: textOf(bytes, 'utf-16be') }
  if (bytes.includes(0)) return undefined
  try {
    return { text: textOf(bytes, 'utf-8', true) }
  } catch {
    const text = textOf(bytes, 'utf-8')
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length
    return { text: textOf(bytes, 'windows-1252'), from: 'Windows-1252', line }
  }
}

function textOf(bytes: Uint8Array, encoding: string, fatal = false): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes)
}
