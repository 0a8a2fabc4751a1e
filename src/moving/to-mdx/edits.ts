/** A part of a text that gives way, as UTF-16 offsets. */
export interface Edit {
  from: number
  to: number
  text: string
}

/** A text with its edits made. One that begins within another, or before its end, is left out: the larger one counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.from - b.from || sizeFirst(a, b))) {
    if (edit.from < at) continue
    edited += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return edited + text.slice(at)
}

/** Words that are only put in come before those that take a place. */
function sizeFirst(a: Edit, b: Edit): number {
  const [first, second] = [a.to - a.from, b.to - b.from]
  return first === 0 || second === 0 ? first - second : second - first
}

/** What lines after the first begin with that belong to the same block: `> ` and spaces. */
export function prefixAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return text.slice(start, offset).replace(/[^>\s]/g, ' ')
}
