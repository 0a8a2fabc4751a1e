/** The entries of a list that is written as text, parted by commas and line breaks. */
export function listed(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
