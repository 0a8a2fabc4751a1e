/** Rows of a name and a text, below each other; those without a text are left out. */
export function rows(all: readonly (readonly [name: string, text: string | undefined])[]): string {
  const shown = all.filter((row): row is [string, string] => Boolean(row[1]))
  const width = Math.max(0, ...shown.map(([name]) => name.length))
  return shown
    .map(([name, text]) => `${name.padEnd(width)}  ${indent(text, width + 2).trimStart()}`)
    .join('\n')
}

/** A text with spaces before each line that has words. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}
