import type { Text } from './text.ts'

/**
 * What several rules ask of a text, made once. The last text alone is kept, since texts are looked at one after
 * another; with a `WeakMap` by text the words of each outlive it, and a fifth of a run is spent on clearing up.
 * @param make what it makes may depend on one more thing
 */
export function onceAText<T extends Text, Rest extends [] | [unknown], Made>(
  make: (text: T, ...rest: Rest) => Made,
): (text: T, ...rest: Rest) => Made {
  let last: { text: T; rest: unknown; made: Made } | undefined
  return (text, ...rest) => {
    if (last === undefined || last.text !== text || last.rest !== rest[0])
      last = { text, rest: rest[0], made: make(text, ...rest) }
    return last.made
  }
}
