import type { Cost } from './measure-tree.ts'
import type { SiteName } from './sites.ts'

export const phases = ['cold', 'nothing changed', 'one post changed'] as const
export type Phase = (typeof phases)[number]

/** What was measured of a site of so many posts, medians of all runs. */
export interface Row extends Cost {
  posts: number
  site: SiteName
  phase: Phase
  /** Of the built site, in bytes. */
  size: number
  files: number
}

/** What we want a build to cost at most. */
interface Bar {
  posts: number
  phase: Phase
  site: SiteName
  measure: keyof Cost
  /** At most so many times what this site costs; without it, seconds or bytes. */
  than?: SiteName
  limit: number
  /** What would be grand. */
  moonshot?: number
}

const thousand = { posts: 1000, site: 'coldread' } as const
const many = { posts: 10_000, site: 'coldread' } as const

const bars: readonly Bar[] = [
  { ...thousand, phase: 'cold', measure: 'wall', than: 'plain', limit: 0.65, moonshot: 0.4 },
  { ...thousand, phase: 'cold', measure: 'cpu', than: 'plain', limit: 0.65, moonshot: 0.4 },
  { ...thousand, phase: 'cold', measure: 'memory', than: 'plain', limit: 0.6, moonshot: 0.4 },
  {
    ...thousand,
    site: 'coldread with cards',
    phase: 'cold',
    measure: 'wall',
    than: 'plain',
    limit: 1,
    moonshot: 0.7,
  },
  {
    ...thousand,
    site: 'coldread with cards',
    phase: 'cold',
    measure: 'cpu',
    than: 'plain',
    limit: 1,
    moonshot: 0.7,
  },
  { ...thousand, phase: 'nothing changed', measure: 'wall', limit: 0.5, moonshot: 0.25 },
  { ...thousand, phase: 'one post changed', measure: 'wall', than: 'plain incremental', limit: 0.35 },
  { ...thousand, phase: 'one post changed', measure: 'wall', limit: Number.POSITIVE_INFINITY, moonshot: 2 },
  { ...many, phase: 'cold', measure: 'wall', than: 'plain', limit: 0.5 },
  { ...many, phase: 'cold', measure: 'memory', limit: 1.5e9 },
  { ...many, phase: 'nothing changed', measure: 'wall', limit: 1, moonshot: 0.5 },
  { ...many, phase: 'one post changed', measure: 'wall', limit: 10, moonshot: 5 },
]

/** A bar, and how near it what was measured came. */
export interface Verdict extends Bar {
  /** The same unit as the limit. */
  measured: number
  isMet: boolean
  isMoonshot: boolean
}

/** Holds what was measured against the bars; those whose sites or sizes were not measured are left out. */
export function judge(rows: readonly Row[]): Verdict[] {
  const find = (posts: number, phase: Phase, site: SiteName) =>
    rows.find((row) => row.posts === posts && row.phase === phase && row.site === site)
  return bars.flatMap((bar) => {
    const own = find(bar.posts, bar.phase, bar.site)?.[bar.measure]
    const other = bar.than ? find(bar.posts, bar.phase, bar.than)?.[bar.measure] : 1
    if (own === undefined || other === undefined) return []
    const measured = own / other
    return [{ ...bar, measured, isMet: measured <= bar.limit, isMoonshot: measured <= (bar.moonshot ?? -1) }]
  })
}

/** How a cost grows from one size to the next. */
export interface Growth {
  site: SiteName
  phase: Phase
  measure: keyof Cost | 'size'
  from: number
  to: number
  /** As the number of posts to the power of this: 1 is linear. */
  power: number
}

/** Growth between neighboring sizes that were measured. */
export function growthOf(rows: readonly Row[]): Growth[] {
  const measures = ['wall', 'cpu', 'memory', 'size'] as const
  return rows.flatMap((row) => {
    const next = rows
      .filter(({ site, phase, posts }) => site === row.site && phase === row.phase && posts > row.posts)
      .sort((a, b) => a.posts - b.posts)[0]
    if (!next) return []
    return measures.map((measure) => ({
      ...{ site: row.site, phase: row.phase, measure, from: row.posts, to: next.posts },
      power: Math.log(next[measure] / row[measure]) / Math.log(next.posts / row.posts),
    }))
  })
}
