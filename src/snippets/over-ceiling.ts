import { graphemeStarts } from './count-text.ts'
import type { Ceiling, Network } from './network.ts'
import { type QueueItem, sentParts } from './queue-item.ts'

/** Words that are too long, and where the part begins that must go. */
export interface Excess {
  ceiling: Ceiling
  /** Of all that is sent. */
  count: number
  /** Offset in the words, at the beginning of a word where it can be: without what follows the rest fits. */
  from: number
}

/** The ceilings of texts or titles, with the limit that a channel sets of its own. */
export function ceilingsOf(network: Network, of: Ceiling['of'], limit?: number): Ceiling[] {
  return network.ceilings
    .filter((ceiling) => ceiling.of === of)
    .map((ceiling, index) =>
      limit !== undefined && of === 'text' && index === 0 ? { ...ceiling, limit } : ceiling,
    )
}

/**
 * The first ceiling that words go beyond.
 * @param link what is sent behind the words, and stays: the address with what parts it from them
 */
export function overCeiling(words: string, ceilings: readonly Ceiling[], link = ''): Excess | undefined {
  for (const ceiling of ceilings) {
    const count = ceiling.count(words + link)
    if (count > ceiling.limit) return { ceiling, count, from: excessFrom(words, ceiling, link) }
  }
  return undefined
}

/** What is too long of an item: its posts, numbered from 0, and its comment. */
export function overCeilings(
  item: Pick<QueueItem, 'parts' | 'url' | 'firstComment'>,
  network: Network,
  limit?: number,
): (Excess & { of: number | 'firstComment'; words: string; hasLink: boolean; isThread: boolean })[] {
  const ceilings = ceilingsOf(network, 'text', limit)
  const sent = sentParts(item)
  const all = [
    ...item.parts.map((words, of) => ({ words, of, link: (sent[of] ?? words).slice(words.length) })),
    ...(item.firstComment === undefined
      ? []
      : [{ words: item.firstComment, of: 'firstComment' as const, link: '' }]),
  ]
  return all.flatMap(({ words, of, link }) => {
    const excess = overCeiling(words, ceilings, link)
    return excess ? [{ ...excess, of, words, hasLink: link !== '', isThread: item.parts.length > 1 }] : []
  })
}

/** What to say of it. */
export function excessProblem(
  {
    ceiling: { limit, unit },
    of,
    count,
    from,
    words,
    hasLink,
    isThread,
  }: ReturnType<typeof overCeilings>[number],
  { name, hasThreads }: Network,
): { what: string; mend: string } {
  const thing = of === 'firstComment' ? 'comment' : 'text'
  const elsewhere =
    !hasThreads || thing !== 'text'
      ? ''
      : isThread
        ? ', or move the rest to the next of `parts`'
        : ', or write it as a thread in `parts`'
  return {
    what: `this ${thing} has ${number(count)} ${unit}${hasLink ? ' with its link' : ''}, and ${name} takes ${number(limit)}: ${number(count - limit)} too many, from \`${quoted(words.slice(from))}\` on`,
    mend: `shorten it by that much${elsewhere}`,
  }
}

/** The longest beginning that fits, brought back to the end of a word. */
function excessFrom(words: string, ceiling: Ceiling, link: string): number {
  const starts = graphemeStarts(words)
  let [fits, fails] = [0, starts.length]
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1
    if (ceiling.count(words.slice(0, starts[middle]).trimEnd() + link) <= ceiling.limit) fits = middle
    else fails = middle
  }
  const cut = starts[fits] ?? 0
  if (cut === 0 || /\s/.test(words[cut - 1] as string)) return cut
  const space = /\s(?=\S*$)/.exec(words.slice(Math.max(0, cut - longestWord), cut))
  const before = cut - Math.max(0, cut - longestWord)
  return space ? cut - before + space.index + 1 : cut
}

/** Words of more letters are cut in the middle, as are texts in scripts that put no space between words. */
const longestWord = 40

function quoted(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ').replaceAll('`', "'")
  if (line.length <= 60) return line
  const starts = graphemeStarts(line.slice(0, 60))
  return `${line.slice(0, starts.at(-1)).trimEnd()}…`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
