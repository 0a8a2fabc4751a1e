/** Words of a source in backticks, on one line and short enough for a message. */
export function quote(words: string): string {
  const line = [...words.trim().replace(/\s+/g, ' ')]
  return `\`${line.length > 48 ? `${line.slice(0, 47).join('')}…` : line.join('')}\``
}
