/** Whole lines of a text that gave way to others. */
export interface Splice {
  /** UTF-16 offset where they begin. */
  at: number
  removed: string
  inserted: string
}

/** The lines in which a text differs from what it was. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  head = before.slice(0, head).lastIndexOf('\n') + 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const lineEnd = before.indexOf('\n', before.length - tail - 1)
  const kept = tail === 0 || lineEnd === -1 ? 0 : Math.min(tail, before.length - lineEnd - 1)
  return {
    at: head,
    removed: before.slice(head, before.length - kept),
    inserted: after.slice(head, after.length - kept),
  }
}

/** A text before a change: where the lines stand, or the one place where they stand now; undefined where they are gone. */
export function undoSplice(text: string, { at, removed, inserted }: Splice): string | undefined {
  const first = text.indexOf(inserted)
  const place = text.startsWith(inserted, at) ? at : first === text.lastIndexOf(inserted) ? first : -1
  return place === -1 ? undefined : text.slice(0, place) + removed + text.slice(place + inserted.length)
}
