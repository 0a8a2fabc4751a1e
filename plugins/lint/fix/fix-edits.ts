import type { Edit } from '../finding.ts'

/** A text with edits that do not meet made in it. */
export function edited(source: string, edits: readonly Edit[]): string {
  let text = ''
  let done = 0
  for (const edit of inOrder(edits)) {
    text += source.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return text + source.slice(done)
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether edits lie in a text, apart from each other: of two that touch it would be open which comes first. */
export function areApart(edits: readonly Edit[], source: string): boolean {
  let last = -1
  return inOrder(edits).every(({ start, end }) => {
    const isApart = start > last && start <= end && end <= source.length
    last = end
    return isApart
  })
}
