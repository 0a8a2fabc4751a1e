/** A text as one word of a command line, with nothing in it that a shell would understand. */
export function shellWord(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return /^[\w./:-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`
}
