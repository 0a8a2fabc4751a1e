import type { Text } from './text.ts'

/**
 * What several rules ask of a text, made once. The last text alone is kept, since texts are looked at one after
 * another; with a `WeakMap` by text the words of each outlive it, and a fifth of a run is spent on clearing up.
 */
export function onceAText<T extends Text, Rest extends unknown[], Made>(
  make: (text: T, ...rest: Rest) => Made,
): (text: T, ...rest: Rest) => Made {
  let last: { text: T; rest: Rest; made: Made } | undefined
  return (text, ...rest) => {
    if (last?.text !== text || last.rest.some((each, index) => each !== rest[index]))
      last = { text, rest, made: make(text, ...rest) }
    return last.made
  }
}
