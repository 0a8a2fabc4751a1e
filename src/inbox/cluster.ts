import type { Entry } from './inbox.ts'
import { stemsHeard } from './words-heard.ts'

/** Entries that are about the same, by their words. */
export interface Cluster {
  /** The leading entry first, then newest first. */
  entries: readonly [Entry, ...Entry[]]
  /** Stems of the leading entry's words, sorted. */
  stems: readonly string[]
}

/** From here on two sets of stems are about the same: half of what the words of the shorter one tell is in both. */
const near = 0.5
/** So many leaders that share a stem are looked at: with it the cost grows with the number of entries alone. */
const mostLooked = 32
/** How much of its weight an everyday stem has. */
export const everydayPart = 0.25
/** By so many of its rarest stems something is found. */
const mostKeys = 3

/** How much an entry weighs when it is decided who leads: what was searched often, then what people asked. */
function weightOf({ kind, figures }: Entry): number {
  return figures ? figures.impressions : kind === 'question' ? 2 : 1
}

/**
 * Puts together what is about the same: two telling words at least in common, or all of them. The heaviest leads; others
 * join the leader that they are most like. Entries without a telling word are left out, and so are pages. Depends on
 * the entries alone, not on their order.
 * @param lang of the site
 * @param everyday stems that stand in much of the site, and tell little
 */
export function clustersOf(
  entries: readonly Entry[],
  lang: string,
  everyday: ReadonlySet<string> = new Set(),
): Cluster[] {
  const bags = bagsOf(entries, lang)
  const weights = weightsOf(bags, everyday)
  const leaders = new Map<string, Weighed[]>()
  const members = new Map<Bag, Bag[]>()
  for (const bag of bags) {
    const weighed = weigh(bag, weights, everyday)
    const keys = bag.stems
      .toSorted((a, b) => (weights.get(b) as number) - (weights.get(a) as number) || (a < b ? -1 : 1))
      .slice(0, mostKeys)
    let best: Bag | undefined
    let likeness = 0
    for (const key of keys)
      for (const leader of leaders.get(key) ?? []) {
        const alike = likenessOf(leader, weighed)
        if (alike > likeness) [best, likeness] = [leader.bag, alike]
      }
    if (best) members.get(best)?.push(bag)
    else {
      members.set(bag, [bag])
      for (const key of keys) {
        const known = leaders.getOrInsertComputed(key, () => [])
        if (known.length < mostLooked) known.push(weighed)
      }
    }
  }
  return [...members].map(([leader, bags]) => ({
    stems: leader.stems,
    entries: ordered(bags.flatMap(({ entries }) => entries)),
  }))
}

/** Entries with the very same stems. */
interface Bag {
  stems: readonly string[]
  entries: Entry[]
  weight: number
}

function bagsOf(entries: readonly Entry[], lang: string): Bag[] {
  const bags = new Map<string, Bag>()
  for (const entry of entries) {
    if (entry.kind === 'page') continue
    const stems = stemsHeard(entry.text, lang)
    if (stems.length === 0) continue
    const bag = bags.getOrInsertComputed(stems.join(' '), () => ({ stems, entries: [], weight: 0 }))
    bag.entries.push(entry)
    bag.weight += weightOf(entry)
  }
  return [...bags]
    .sort(([a, { weight }], [b, other]) => other.weight - weight || (a < b ? -1 : 1))
    .map(([, bag]) => bag)
}

function ordered(entries: Entry[]): [Entry, ...Entry[]] {
  const newest = entries.sort((a, b) =>
    a.at !== b.at ? (a.at > b.at ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  )
  const lead = newest.reduce((best, entry) => (weightOf(entry) > weightOf(best) ? entry : best))
  return [lead, ...newest.filter((entry) => entry !== lead)]
}

/** A bag with what its stems weigh, in their order. */
interface Weighed {
  bag: Bag
  stems: readonly string[]
  weights: readonly number[]
  isTelling: readonly boolean[]
  sum: number
}

function weightsOf(bags: readonly Bag[], everyday: ReadonlySet<string>): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const { stems } of bags) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  return new Map(
    [...frequency].map(([stem, count]) => [
      stem,
      Math.log(1 + bags.length / count) * (everyday.has(stem) ? everydayPart : 1),
    ]),
  )
}

function weigh(bag: Bag, weights: ReadonlyMap<string, number>, everyday: ReadonlySet<string>): Weighed {
  const own = bag.stems.map((stem) => weights.get(stem) as number)
  return {
    bag,
    stems: bag.stems,
    weights: own,
    isTelling: bag.stems.map((stem) => !everyday.has(stem)),
    sum: own.reduce((sum, each) => sum + each, 0),
  }
}

/** How like two bags are that are about the same, heavy stems counting more (Jaccard index); 0 when they are not. */
function likenessOf(a: Weighed, b: Weighed): number {
  let [common, telling, count, left, right] = [0, 0, 0, 0, 0]
  while (left < a.stems.length && right < b.stems.length) {
    const [one, other] = [a.stems[left] as string, b.stems[right] as string]
    if (one === other) {
      common += a.weights[left] as number
      count++
      if (a.isTelling[left]) telling++
    }
    if (one <= other) left++
    if (one >= other) right++
  }
  const isEnough = telling > 1 || count === Math.min(a.stems.length, b.stems.length)
  return isEnough && common >= near * Math.min(a.sum, b.sum) ? common / (a.sum + b.sum - common) : 0
}
