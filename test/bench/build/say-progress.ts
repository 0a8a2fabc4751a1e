const { stderr } = process

/** Says what is being done: over the last such line on a terminal, as a line of its own in a log. Empty ends that. */
export function sayProgress(text: string): void {
  if (stderr.isTTY) stderr.write(`\r\x1b[K${text}`)
  else if (text !== '') stderr.write(`${text}\n`)
}
