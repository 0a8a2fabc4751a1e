import type { AuditedPost } from './audited-post.ts'
import { type Asking, askingOf } from './question.ts'
import { leans, sells } from './selling.ts'

/** What a blog is made of, as far as its files say. */
export interface Mix {
  /** Posts by how they read; in other languages than English nobody can tell. */
  selling: Record<'sells' | 'leans' | 'helps' | 'unknown', number>
  /** Posts by what their titles do. */
  asking: Record<Asking, number>
  /** Names of categories and tags, capitals aside, those of most posts first. */
  topics: readonly { name: string; posts: number }[]
  untagged: number
  /** From the first month with a post to the one that is now, those without a post too. */
  months: readonly { month: string; posts: number }[]
  /** Days between two posts, most ever; none where there are fewer than two dates. */
  longestSilence?: { from: string; to: string; days: number }
  /** Of the last twelve months, today included. */
  lastYear: number
  undated: number
  /** Words of the post in the middle. */
  medianWords: number
  /** Posts by their words, up to but without `below`; the last has no bound. */
  lengths: readonly { from: number; below?: number; posts: number }[]
  /** Language tags, those of most posts first. */
  languages: readonly { lang: string; posts: number }[]
}

const bounds = [0, 150, 300, 600, 1000, 1500, 2500]
/** So many months are listed; what is before stands in the years. */
const mostMonths = 600

/** What a blog is made of. @param today a day */
export function mixOf(posts: readonly AuditedPost[], today: string): Mix {
  const days = posts
    .flatMap(({ published }) => (published !== undefined && published <= today ? [published] : []))
    .sort()
  const yearAgo = Temporal.PlainDate.from(today).subtract({ years: 1 }).toString()
  const silence = longestSilence(days, today)
  const sorted = posts.map(({ words }) => words).sort((a, b) => a - b)
  return {
    selling: {
      sells: 0,
      leans: 0,
      helps: 0,
      unknown: 0,
      ...countBy(posts, ({ lang, promotion }) =>
        !/^en\b/i.test(lang)
          ? 'unknown'
          : promotion >= sells
            ? 'sells'
            : promotion >= leans
              ? 'leans'
              : 'helps',
      ),
    },
    asking: { asks: 0, names: 0, neither: 0, unknown: 0, ...countBy(posts, askingOf) },
    topics: topicsOf(posts),
    untagged: posts.filter(({ topics }) => topics.length === 0).length,
    months: monthsOf(days, today),
    ...(silence && { longestSilence: silence }),
    lastYear: days.filter((day) => day > yearAgo).length,
    undated: posts.filter(({ published }) => published === undefined).length,
    medianWords: sorted[Math.floor(sorted.length / 2)] ?? 0,
    lengths: bounds.map((from, index) => {
      const below = bounds[index + 1]
      const within = sorted.filter((words) => words >= from && (below === undefined || words < below)).length
      return { from, ...(below !== undefined && { below }), posts: within }
    }),
    languages: Object.entries(countBy(posts, ({ lang }) => lang))
      .map(([lang, count]) => ({ lang, posts: count }))
      .sort((a, b) => b.posts - a.posts || (a.lang < b.lang ? -1 : 1)),
  }
}

function countBy<K extends string>(posts: readonly AuditedPost[], of: (post: AuditedPost) => K) {
  const counts = new Map<K, number>()
  for (const post of posts) counts.set(of(post), (counts.get(of(post)) ?? 0) + 1)
  return Object.fromEntries(counts) as Partial<Record<K, number>> & Record<string, number>
}

function topicsOf(posts: readonly AuditedPost[]): Mix['topics'] {
  const topics = new Map<string, { name: string; posts: number }>()
  for (const post of posts)
    for (const name of new Map(post.topics.map((topic) => [topic.toLowerCase(), topic])).values()) {
      const known = topics.getOrInsertComputed(name.toLowerCase(), () => ({ name, posts: 0 }))
      known.posts++
    }
  return [...topics.values()].sort((a, b) => b.posts - a.posts || (a.name < b.name ? -1 : 1))
}

/** @param days sorted */
function monthsOf(days: readonly string[], today: string): Mix['months'] {
  const [first] = days
  if (first === undefined) return []
  const counts = Map.groupBy(days, (day) => day.slice(0, 7))
  const last = Temporal.PlainYearMonth.from(today.slice(0, 7))
  const from = Temporal.PlainYearMonth.from(first.slice(0, 7))
  const number = Math.min(from.until(last, { largestUnit: 'months' }).months + 1, mostMonths)
  return Array.from({ length: number }, (_, index) => {
    const month = last.subtract({ months: number - 1 - index }).toString()
    return { month, posts: counts.get(month)?.length ?? 0 }
  })
}

/** @param days sorted */
function longestSilence(days: readonly string[], today: string): Mix['longestSilence'] {
  if (days.length < 2) return undefined
  let longest: Mix['longestSilence']
  for (const [index, from] of days.entries()) {
    const to = days[index + 1] ?? today
    const { days: number } = Temporal.PlainDate.from(from).until(to)
    if (number > (longest?.days ?? 0)) longest = { from, to, days: number }
  }
  return longest
}
